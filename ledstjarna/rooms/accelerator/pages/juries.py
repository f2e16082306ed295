"""Pages of who assesses what, and of what is decided, for the office."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


@require_GET
def jury(request: Request, ref: str) -> HttpResponse:
    """The assessors of a call and what they have been given."""
    return reply(request, "accelerator/jury.html", _jury(request, ref))


def _jury(request: Request, ref: str) -> reads.Jury:
    query = request.GET.get("q", "")[:100]
    return reads.jury(ref=ref, viewer=request.viewer, now=request.now, query=query)


def _seated(request: Request, ref: str, form: Any, action: Action) -> HttpResponse:
    return submit(
        request,
        form,
        action,
        then=lambda done: reverse("accelerator:jury", args=[done]),
        template="accelerator/jury.html",
        page=lambda: _jury(request, ref),
        ref=ref,
    )


@require_POST
def seat(request: Request, ref: str) -> HttpResponse:
    """A person is to assess."""
    return _seated(request, ref, forms.Invite(request.POST), actions.seat_assessor)


@require_POST
def unseat(request: Request, ref: str) -> HttpResponse:
    """A person is not to assess after all."""
    return _seated(request, ref, forms.Invite(request.POST), actions.unseat_assessor)


@require_POST
def assign(request: Request, ref: str) -> HttpResponse:
    """Entries are given to assessors."""
    return _seated(request, ref, Confirm(request.POST), actions.assign)


def _placement(request: Request, ref: str) -> reads.Placement:
    return reads.placement(ref=ref, viewer=request.viewer, now=request.now)


@require_http_methods(["GET", "POST"])
def placement(request: Request, ref: str) -> HttpResponse:
    """Why an entry is assessed by those who do; a place is locked or unlocked."""
    page = _placement(request, ref)
    if request.method == "GET":
        return reply(request, "accelerator/placement.html", page)
    return submit(
        request,
        forms.Invite(request.POST),
        actions.lock,
        then=lambda _done: reverse("accelerator:placement", args=[ref]),
        template="accelerator/placement.html",
        page=lambda: page,
        ref=page.call.ref,
        entry=ref,
    )


@require_GET
def table(request: Request, ref: str) -> HttpResponse:
    """A call's entries as they are decided."""
    return reply(request, "accelerator/table.html", reads.table(ref=ref, viewer=request.viewer))


@require_http_methods(["GET", "POST"])
def verdict(request: Request, ref: str) -> HttpResponse:
    """The decision of an entry is written."""
    page = reads.verdict(ref=ref, viewer=request.viewer)
    if request.method == "GET":
        return reply(request, "accelerator/verdict.html", page, form=forms.Weigh(initial=page.values))
    return submit(
        request,
        forms.Weigh(request.POST),
        actions.weigh,
        then=lambda _done: reverse("accelerator:table", args=[page.call.ref]),
        template="accelerator/verdict.html",
        page=lambda: page,
        ref=ref,
    )
