"""Pages where a call's own form and criteria are shaped."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit

QUESTION, CRITERION = "shape", "weights"


def _shaped(request: Request, ref: str, name: str, form: Any, action: Action, at: str = "") -> HttpResponse:
    """An act on a call's form or criteria, answered on the page of that name, at the row it was about."""
    return submit(
        request,
        form,
        action,
        then=lambda done: reverse(f"accelerator:{name}", args=[done]) + at,
        template=f"accelerator/{name}.html",
        page=lambda: reads.call_form(ref=ref, viewer=request.viewer),
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def shape(request: Request, ref: str) -> HttpResponse:
    """A call's own form; a question is added to it last."""
    page = reads.call_form(ref=ref, viewer=request.viewer)
    if request.method == "GET":
        return reply(request, "accelerator/shape.html", page, form=forms.Question())
    return _shaped(request, ref, QUESTION, forms.Question(request.POST), actions.add_question)


@require_http_methods(["GET", "POST"])
def weights(request: Request, ref: str) -> HttpResponse:
    """What a call's entries are weighed by; a criterion is added to it last."""
    page = reads.call_form(ref=ref, viewer=request.viewer)
    if request.method == "GET":
        return reply(request, "accelerator/weights.html", page, form=forms.Criterion())
    return _shaped(request, ref, CRITERION, forms.Criterion(request.POST), actions.add_criterion)


@require_POST
def usual(request: Request, ref: str) -> HttpResponse:
    """An empty form begins with the usual questions and criteria."""
    return _shaped(request, ref, QUESTION, Confirm(request.POST), actions.usual_form)


def _name(request: Request) -> str:
    return CRITERION if request.POST.get("what") == "criterion" else QUESTION


@require_POST
def drop(request: Request, ref: str) -> HttpResponse:
    """A question or a criterion is taken away."""
    return _shaped(request, ref, _name(request), forms.Drop(request.POST), actions.drop_part)


@require_POST
def move(request: Request, ref: str) -> HttpResponse:
    """A question or a criterion is moved a step; whoever goes by keyboard goes on where it came to."""
    form = forms.Move(request.POST)
    at = f"#at-{form.comes_to}" if form.is_valid() else ""
    return _shaped(request, ref, _name(request), form, actions.move_part, at)
