"""The page of an obstacle, and what is done there."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.obstacles import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _url(ref: Any) -> str:
    return reverse("obstacles:obstacle", args=[ref])


def _page(request: Request, ref: str) -> reads.ObstaclePage:
    return reads.obstacle(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def obstacle(request: Request, ref: str) -> HttpResponse:
    """An obstacle on its way."""
    return reply(request, "obstacles/obstacle.html", _page(request, ref))


@require_GET
def removal(request: Request, ref: str) -> HttpResponse:
    """That an obstacle is gone."""
    return reply(request, "obstacles/removal.html", reads.removal(ref=ref, viewer=request.viewer))


def _done(request: Request, ref: str, form: Any, action: Action) -> HttpResponse:
    return submit(
        request,
        form(request.POST),
        action,
        then=_url,
        template="obstacles/obstacle.html",
        page=lambda: _page(request, ref),
        ref=ref,
    )


@require_POST
def answer(request: Request, ref: str) -> HttpResponse:
    """Answer it."""
    return _done(request, ref, forms.Answer, actions.answer)


@require_POST
def hand_over(request: Request, ref: str) -> HttpResponse:
    """Give it to somebody who can remove it."""
    return _done(request, ref, forms.HandOver, actions.hand_over)


@require_POST
def postpone(request: Request, ref: str) -> HttpResponse:
    """Promise a later day."""
    return _done(request, ref, forms.Postpone, actions.postpone)


@require_POST
def ask_back(request: Request, ref: str) -> HttpResponse:
    """Add a line."""
    return _done(request, ref, forms.Line, actions.ask_back)


@require_POST
def judge(request: Request, ref: str) -> HttpResponse:
    """Say whether it helped."""
    return _done(request, ref, forms.Judge, actions.judge)


@require_POST
def echo(request: Request, ref: str) -> HttpResponse:
    """For us too, or no longer."""
    return _done(request, ref, Confirm, actions.echo)
