"""Pages of the desk where the vision is written."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.vision import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _desk(request: Request, ref: str, part: str = "") -> reads.Drafting:
    return reads.drafting(ref=ref, viewer=request.viewer, part=part)


@require_GET
def drafting(request: Request, ref: str) -> HttpResponse:
    """The draft as it stands."""
    return reply(request, "vision/drafting.html", _desk(request, ref), form=forms.KeepVersion())


@require_GET
def versions(request: Request, ref: str) -> HttpResponse:
    """Two versions side by side."""
    numbers = [request.GET.get(name, "0") for name in ("first", "second")]
    first, second = (int(typed) if typed.isdecimal() and len(typed) < 5 else 0 for typed in numbers)
    page = reads.versions(ref=ref, viewer=request.viewer, first=first, second=second)
    return reply(request, "vision/versions.html", page)


@require_POST
def keep_version(request: Request, ref: str) -> HttpResponse:
    """Keep the draft as it is."""
    return submit(
        request,
        forms.KeepVersion(request.POST),
        actions.keep_version,
        then=lambda number: reverse("vision:drafting", args=[ref]),
        template="vision/drafting.html",
        page=lambda: _desk(request, ref),
        ref=ref,
    )


def _write(
    request: Request, desk: reads.Drafting, kind: type[forms.Grown], action: Callable[..., Any], ref: str
) -> HttpResponse:
    """A form for a part of the draft, whether new or changed."""
    if request.method == "GET":
        form = kind(initial=desk.values)
        form.offer(desk.choices)
        return reply(request, "vision/write.html", desk, form=form)
    form = kind(request.POST)
    form.offer(desk.choices)
    return submit(
        request,
        form,
        action,
        then=lambda done: reverse("vision:drafting", args=[desk.ref]),
        template="vision/write.html",
        page=lambda: desk,
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def new_area(request: Request, ref: str) -> HttpResponse:
    """A new area."""
    return _write(request, _desk(request, ref), forms.DraftArea, actions.add_area, ref)


@require_http_methods(["GET", "POST"])
def new_shift(request: Request, ref: str) -> HttpResponse:
    """A new shift."""
    return _write(request, _desk(request, ref), forms.DraftShift, actions.add_shift, ref)


def _desk_of(request: Request, part: str, kind: str) -> reads.Drafting:
    return _desk(request, reads.vision_of(part=part, kind=kind, viewer=request.viewer), part)


@require_http_methods(["GET", "POST"])
def change_area(request: Request, ref: str) -> HttpResponse:
    """Other words for an area."""
    desk = _desk_of(request, ref, "area")
    return _write(request, desk, forms.DraftArea, actions.change_area, ref)


@require_http_methods(["GET", "POST"])
def change_shift(request: Request, ref: str) -> HttpResponse:
    """Other words for a shift."""
    desk = _desk_of(request, ref, "shift")
    return _write(request, desk, forms.DraftShift, actions.change_shift, ref)


def _remove(request: Request, page: reads.PartPage, action: Callable[..., Any]) -> HttpResponse:
    return submit(
        request,
        Confirm(request.POST),
        action,
        then=lambda vision: reverse("vision:drafting", args=[vision]),
        template="vision/part.html",
        page=lambda: page,
        ref=page.ref,
    )


@require_POST
def remove_area(request: Request, ref: str) -> HttpResponse:
    """Take an area out."""
    return _remove(request, reads.area(ref=ref, viewer=request.viewer), actions.remove_area)


@require_POST
def remove_shift(request: Request, ref: str) -> HttpResponse:
    """Take a shift out."""
    return _remove(request, reads.shift(ref=ref, viewer=request.viewer), actions.remove_shift)
