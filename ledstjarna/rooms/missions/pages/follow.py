"""Pages of following up: indicators, dialogues, looks around."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.reply import reply, submit


def _about(
    request: Request, ref: str, form: type[django_forms.Form], action: Action, then: Callable[[Any], str]
) -> HttpResponse:
    """A form about something that the viewer answers for."""
    page = reads.about(ref=ref, viewer=request.viewer, deed=action.__name__)
    asked = form(request.POST) if request.method == "POST" else form()
    if isinstance(asked, forms.Tied):
        asked.offer(page.lived)
    if request.method == "GET":
        return reply(request, "missions/about.html", page, form=asked)
    return submit(
        request,
        asked,
        action,
        then=then,
        template="missions/about.html",
        page=lambda: page,
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def follow(request: Request, ref: str) -> HttpResponse:
    """Follow something in numbers."""
    return _about(
        request, ref, forms.Follow, actions.follow, lambda made: reverse("missions:indicator", args=[made])
    )


@require_http_methods(["GET", "POST"])
def hold(request: Request, ref: str) -> HttpResponse:
    """Keep a follow-up dialogue."""
    return _about(request, ref, forms.Met, actions.hold, lambda made: reverse("missions:talk", args=[made]))


@require_http_methods(["GET", "POST"])
def look(request: Request, ref: str) -> HttpResponse:
    """Look around."""
    return _about(
        request, ref, forms.Look, actions.look, lambda made: reverse("missions:outlook", args=[made])
    )


@require_http_methods(["GET", "POST"])
def indicator(request: Request, ref: str) -> HttpResponse:
    """An indicator, and the form for its next figure."""
    if request.method == "GET":
        page = reads.indicator(ref=ref, viewer=request.viewer)
        return reply(request, "missions/indicator.html", page, form=forms.Measure())
    return submit(
        request,
        forms.Measure(request.POST),
        actions.measure,
        then=lambda done: reverse("missions:indicator", args=[done]),
        template="missions/indicator.html",
        page=lambda: reads.indicator(ref=ref, viewer=request.viewer),
        ref=ref,
    )


@require_POST
def want(request: Request, ref: str) -> HttpResponse:
    """Something wants more or less of an indicator."""
    return submit(
        request,
        forms.Want(request.POST),
        actions.want,
        then=lambda done: reverse("missions:indicator", args=[done]),
        template="missions/indicator.html",
        page=lambda: reads.indicator(ref=ref, viewer=request.viewer),
        ref=ref,
    )


@require_GET
def talk(request: Request, ref: str) -> HttpResponse:
    """A follow-up dialogue."""
    return reply(request, "missions/talk.html", reads.talk(ref=ref, viewer=request.viewer))


@require_GET
def outlook(request: Request, ref: str) -> HttpResponse:
    """A look around."""
    return reply(request, "missions/outlook.html", reads.outlook(ref=ref, viewer=request.viewer))
