"""Pages where a register of initiatives is brought in."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _url(ref: Any) -> str:
    return reverse("accelerator:mapping", args=[ref])


@require_http_methods(["GET", "POST"])
def registers(request: Request) -> HttpResponse:
    """The registers, and the form to bring one."""
    page = reads.registers(viewer=request.viewer)
    if request.method == "GET":
        return reply(request, "accelerator/registers.html", page, form=forms.Bring())
    return submit(
        request,
        forms.Bring(request.POST, request.FILES),
        actions.bring_register,
        then=_url,
        template="accelerator/registers.html",
        page=lambda: page,
    )


def _page(request: Request, ref: str, data: Mapping[str, Any]) -> reads.Mapping:
    chosen = forms.chosen_columns(data) if data else None
    return reads.mapping(ref=ref, viewer=request.viewer, columns=chosen)


@require_http_methods(["GET", "POST"])
def mapping(request: Request, ref: str) -> HttpResponse:
    """Which column says what: shown with what would come of it, and read when that is right."""
    if request.method == "GET":
        return reply(request, "accelerator/mapping.html", _page(request, ref, request.GET))
    return submit(
        request,
        Confirm(request.POST),
        actions.settle_register,
        then=_url,
        template="accelerator/mapping.html",
        page=lambda: _page(request, ref, request.POST),
        ref=ref,
        columns=forms.chosen_columns(request.POST),
    )


@require_POST
def drop(request: Request, ref: str) -> HttpResponse:
    """A file that was brought by mistake is let go of."""
    return submit(
        request,
        Confirm(request.POST),
        actions.drop_register,
        then=lambda _done: reverse("accelerator:registers"),
        template="accelerator/mapping.html",
        page=lambda: _page(request, ref, {}),
        ref=ref,
    )
