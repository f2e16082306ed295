"""Pages of rounds: the list, one round, opening and steering."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.vision import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit

FORMS: dict[str, type[Any]] = {
    "advance": forms.Advance,
    "prolong": forms.Prolong,
    "pause": forms.Pause,
    "resume": Confirm,
    "reopen": forms.Reopen,
    "decide": forms.Decide,
}


@require_GET
def rounds(request: Request) -> HttpResponse:
    """Every round."""
    return reply(request, "vision/rounds.html", reads.rounds(viewer=request.viewer))


@require_http_methods(["GET", "POST"])
def new_round(request: Request) -> HttpResponse:
    """Open a round."""
    if request.method == "GET":
        return reply(
            request, "vision/new_round.html", reads.opening(viewer=request.viewer), form=forms.OpenRound()
        )
    return submit(
        request,
        forms.OpenRound(request.POST),
        actions.open_round,
        then=lambda ref: reverse("vision:round", args=[ref]),
        template="vision/new_round.html",
        page=lambda: reads.opening(viewer=request.viewer),
    )


@require_GET
def one_round(request: Request, ref: str) -> HttpResponse:
    """A round's front page."""
    return reply(
        request, "vision/round.html", reads.round_page(ref=ref, viewer=request.viewer, now=request.now)
    )


def _desk(request: Request, ref: str, form: BaseForm | None = None, at: str = "") -> reads.Desk:
    made = {name: form if name == at else kind() for name, kind in FORMS.items()}
    return reads.desk(ref=ref, viewer=request.viewer, now=request.now, forms=made)


@require_GET
def steer(request: Request, ref: str) -> HttpResponse:
    """Where an opener takes the round on, and waits, and goes back."""
    return reply(request, "vision/steer.html", _desk(request, ref))


def _steered(request: Request, ref: str, name: str, action: Any, to: str = "vision:round") -> HttpResponse:
    form = FORMS[name](request.POST)
    return submit(
        request,
        form,
        action,
        then=lambda done: reverse(to, args=[done]),
        template="vision/steer.html",
        page=lambda: _desk(request, ref, form, name),
        ref=ref,
    )


@require_POST
def advance(request: Request, ref: str) -> HttpResponse:
    """On to the next step."""
    return _steered(request, ref, "advance", actions.advance)


@require_POST
def prolong(request: Request, ref: str) -> HttpResponse:
    """More time."""
    return _steered(request, ref, "prolong", actions.prolong)


@require_POST
def pause(request: Request, ref: str) -> HttpResponse:
    """A rest."""
    return _steered(request, ref, "pause", actions.pause)


@require_POST
def resume(request: Request, ref: str) -> HttpResponse:
    """On again after a rest."""
    return _steered(request, ref, "resume", actions.resume)


@require_POST
def reopen(request: Request, ref: str) -> HttpResponse:
    """Back to an earlier step."""
    return _steered(request, ref, "reopen", actions.reopen)


@require_POST
def decide(request: Request, ref: str) -> HttpResponse:
    """The council's decision."""
    return _steered(request, ref, "decide", actions.decide, to="vision:vision")
