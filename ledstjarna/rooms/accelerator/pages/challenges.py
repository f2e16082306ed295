"""The way in, and pages of challenges."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _url(ref: Any) -> str:
    return reverse("accelerator:challenge", args=[ref])


@require_GET
def home(request: Request) -> HttpResponse:
    """What is open, what waits, and what the city is after."""
    return reply(request, "accelerator/home.html", reads.home(viewer=request.viewer, now=request.now))


@require_GET
def challenge(request: Request, ref: str) -> HttpResponse:
    """A challenge."""
    return reply(request, "accelerator/challenge.html", reads.challenge(ref=ref, viewer=request.viewer))


def _written(request: Request, desk: reads.ChallengeDesk, action: Action, **beside: Any) -> HttpResponse:
    posted = request.method == "POST"
    form = forms.Challenge(request.POST) if posted else forms.Challenge(initial=desk.values)
    form.offer(serves=desk.serves, unit=desk.unit)
    if not posted:
        return reply(request, "accelerator/write.html", desk, form=form)
    template = "accelerator/write.html"
    return submit(request, form, action, then=_url, template=template, page=lambda: desk, **beside)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """A new challenge."""
    return _written(request, reads.challenge_desk(viewer=request.viewer), actions.set_challenge)


@require_http_methods(["GET", "POST"])
def change(request: Request, ref: str) -> HttpResponse:
    """Other words for a challenge."""
    desk = reads.challenge_desk(viewer=request.viewer, ref=ref)
    return _written(request, desk, actions.change_challenge, ref=ref)


@require_POST
def end(request: Request, ref: str) -> HttpResponse:
    """A challenge is one no longer."""
    return submit(
        request,
        Confirm(request.POST),
        actions.end_challenge,
        then=_url,
        template="accelerator/challenge.html",
        page=lambda: reads.challenge(ref=ref, viewer=request.viewer),
        ref=ref,
    )
