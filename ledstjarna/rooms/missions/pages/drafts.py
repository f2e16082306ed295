"""A plan that is a draft: shown to another board or company, and settled."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.thread.reads import Missing
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _url(ref: Any) -> str:
    return reverse("missions:aim", args=[ref])


@require_POST
def settle_plan(request: Request, ref: str) -> HttpResponse:
    """From now on the whole city reads it."""
    return submit(
        request,
        Confirm(request.POST),
        actions.settle_plan,
        then=_url,
        template="missions/aim.html",
        page=lambda: reads.aim(ref=ref, viewer=request.viewer),
        ref=ref,
    )


def _desk(request: Request, ref: str) -> reads.AimPage:
    """The draft of that ref, if this viewer may show it."""
    page = reads.aim(ref=ref, viewer=request.viewer)
    if page.draft is None or not page.draft.may_settle:
        raise Missing(ref)
    return page


@require_http_methods(["GET", "POST"])
def dispatch(request: Request, ref: str) -> HttpResponse:
    """Show a draft to another board or company, which dispatches it (R15)."""
    page = _desk(request, ref)
    if request.method == "GET":
        return reply(request, "missions/dispatch.html", page, form=forms.Dispatch())
    return submit(
        request,
        forms.Dispatch(request.POST),
        actions.dispatch,
        then=_url,
        template="missions/dispatch.html",
        page=lambda: page,
        ref=ref,
    )
