"""Pages of entries: begun, written, met and taken back."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _url(ref: Any) -> str:
    return reverse("accelerator:entry", args=[ref])


def _write_url(ref: Any) -> str:
    return reverse("accelerator:write_entry", args=[ref])


@require_http_methods(["GET", "POST"])
def enter(request: Request, ref: str) -> HttpResponse:
    """An entry is begun."""
    desk = reads.entering(ref=ref, viewer=request.viewer, now=request.now)
    if request.method == "GET":
        first = {name: request.GET.get(name, "")[:200] for name in ("title", "idea")}
        return reply(request, "accelerator/enter.html", desk, form=forms.Enter(initial=first))
    return submit(
        request,
        forms.Enter(request.POST),
        actions.enter,
        then=_write_url,
        template="accelerator/enter.html",
        page=lambda: desk,
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def write(request: Request, ref: str) -> HttpResponse:
    """An entry is written, kept as a draft or sent."""
    desk = reads.entry_desk(ref=ref, viewer=request.viewer)
    kind = forms.entry_form(desk.questions)
    if request.method == "GET":
        form = kind(initial=forms.at_places(desk.values))
        return reply(request, "accelerator/enter.html", desk, form=form)
    template = "accelerator/enter.html"
    return submit(
        request,
        kind(request.POST),
        actions.write_entry,
        then=_url,
        template=template,
        page=lambda: desk,
        ref=ref,
    )


def _page(request: Request, ref: str) -> reads.EntryPage:
    return reads.entry(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def entry(request: Request, ref: str) -> HttpResponse:
    """An entry."""
    return reply(request, "accelerator/entry.html", _page(request, ref), form=forms.Join())


@require_POST
def withdraw(request: Request, ref: str) -> HttpResponse:
    """An entry is taken back."""
    return submit(
        request,
        Confirm(request.POST),
        actions.withdraw,
        then=_url,
        template="accelerator/entry.html",
        page=lambda: _page(request, ref),
        ref=ref,
    )
