"""Pages of assessors: what waits for them, and an entry to assess."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


@require_GET
def duties(request: Request) -> HttpResponse:
    """What one has to assess."""
    return reply(request, "accelerator/duties.html", reads.duties(viewer=request.viewer))


@require_http_methods(["GET", "POST"])
def assess(request: Request, ref: str) -> HttpResponse:
    """An entry to assess, and the others' assessments when one's own is in."""
    page = reads.duty(ref=ref, viewer=request.viewer)
    kind = forms.assess_form(page.criteria)
    if request.method == "GET":
        return reply(request, "accelerator/assess.html", page, form=kind())
    return submit(
        request,
        kind(request.POST),
        actions.assess,
        then=lambda done: reverse("accelerator:assess", args=[done]),
        template="accelerator/assess.html",
        page=lambda: page,
        ref=ref,
    )


@require_POST
def declare(request: Request, ref: str) -> HttpResponse:
    """One is too close to an entry to assess it."""
    page = reads.duty(ref=ref, viewer=request.viewer)
    return submit(
        request,
        Confirm(request.POST),
        actions.declare,
        then=lambda _done: reverse("accelerator:duties"),
        template="accelerator/assess.html",
        page=lambda: page,
        ref=ref,
    )
