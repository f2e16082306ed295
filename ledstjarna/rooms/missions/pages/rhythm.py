"""How often a place follows up, and a reminder put off."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import submit


@require_POST
def set_rhythm(request: Request, ref: str) -> HttpResponse:
    """Another rhythm."""
    return submit(
        request,
        forms.Rhythm(request.POST),
        actions.set_rhythm,
        then=lambda done: reverse("missions:holder", args=[done]),
        template="missions/holder.html",
        page=lambda: reads.holder(ref=ref, viewer=request.viewer, now=request.now),
        ref=ref,
    )


@require_POST
def put_off(request: Request, ref: str) -> HttpResponse:
    """Be reminded later."""
    return submit(
        request,
        Confirm(request.POST),
        actions.put_off,
        then=lambda _done: reverse("missions:mine"),
        template="missions/mine.html",
        page=lambda: reads.mine(viewer=request.viewer, now=request.now),
        ref=ref,
    )
