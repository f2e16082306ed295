"""Pages of a sprint: today's one step, and the review at its end."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.experiments import actions, files, forms, reads
from ledstjarna.rooms.experiments.pages.tests import sprint_url, url
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _review_url(ref: Any) -> str:
    return reverse("experiments:review", args=[ref])


def _sprint(request: Request, ref: str) -> reads.SprintPage:
    return reads.sprint(ref=ref, viewer=request.viewer, now=request.now)


def _shown(request: Request, ref: str) -> HttpResponse:
    return reply(
        request, "experiments/sprint.html", _sprint(request, ref), fragment="experiments/_sprint.html"
    )


@require_GET
def sprint(request: Request, ref: str) -> HttpResponse:
    """Today's one step."""
    return _shown(request, ref)


def _done(request: Request, ref: str, form: Form, action: Action, then: Any = sprint_url) -> HttpResponse:
    return submit(
        request,
        form,
        action,
        then=then,
        template="experiments/sprint.html",
        fragment="experiments/_sprint.html",
        page=lambda: _sprint(request, ref),
        swap=None if then is not sprint_url else lambda: _shown(request, ref),
        ref=ref,
    )


@require_POST
def log(request: Request, ref: str) -> HttpResponse:
    """Something was observed."""
    return _done(request, ref, forms.Log(request.POST), actions.log)


@require_POST
def undo(request: Request, ref: str) -> HttpResponse:
    """The latest count is taken back."""
    return _done(request, ref, Confirm(request.POST), actions.undo)


@require_POST
def note(request: Request, ref: str) -> HttpResponse:
    """A line about what was seen."""
    return _done(request, ref, forms.Note(request.POST), actions.note)


@require_POST
def wind_up(request: Request, ref: str) -> HttpResponse:
    """The counting ends."""
    return _done(request, ref, Confirm(request.POST), actions.wind_up, _review_url)


@require_http_methods(["GET", "POST"])
def bring(request: Request, ref: str) -> HttpResponse:
    """A file of observations is read; nothing is counted until it is confirmed."""
    desk = reads.sheet_desk(ref=ref, viewer=request.viewer)
    form = forms.Bring(request.POST, request.FILES) if request.method == "POST" else forms.Bring()
    if request.method == "GET" or not form.is_valid():
        return reply(request, "experiments/bring.html", desk, form=form, status=422 if form.is_bound else 200)
    file = form.cleaned_data["file"]
    try:
        found = files.observed(file.read(), desk.sort, desk.places, request.now)
    except Unreadable as error:
        form.add_error("file", str(error))
        return reply(request, "experiments/bring.html", desk, form=form, status=422)
    actions.bring(
        ref=ref,
        name=file.name[:200],
        rows=found.rows,
        wrong=found.wrong,
        viewer=request.viewer,
        now=request.now,
    )
    return reply(
        request, "experiments/bring.html", reads.sheet_desk(ref=ref, viewer=request.viewer), form=form
    )


@require_POST
def confirm(request: Request, ref: str) -> HttpResponse:
    """The file that was read is counted."""
    return submit(
        request,
        Confirm(request.POST),
        actions.confirm,
        then=sprint_url,
        template="experiments/bring.html",
        page=lambda: reads.sheet_desk(ref=ref, viewer=request.viewer),
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def alter(request: Request, ref: str) -> HttpResponse:
    """Another rule than the one that was locked."""
    desk = reads.alter_desk(ref=ref, viewer=request.viewer)
    form = forms.Alter(request.POST) if request.method == "POST" else forms.Alter(initial=desk.values)
    if request.method == "GET":
        return reply(request, "experiments/alter.html", desk, form=form)
    return submit(
        request, form, actions.alter, then=url, template="experiments/alter.html", page=lambda: desk, ref=ref
    )


@require_http_methods(["GET", "POST"])
def review(request: Request, ref: str) -> HttpResponse:
    """The rule as it was set, what was seen, and what becomes of it."""
    asked = request.POST if request.method == "POST" else request.GET
    page = reads.review(
        ref=ref, viewer=request.viewer, now=request.now, verdict=asked.get("verdict", "")[:12]
    )
    form = forms.Conclude(request.POST) if request.method == "POST" else forms.Conclude(initial=page.values)
    form.show(adopts=bool(page.adopts), demands=page.demands)
    if request.method == "GET":
        return reply(request, "experiments/review.html", page, form=form)
    return submit(
        request,
        form,
        actions.conclude,
        then=url,
        template="experiments/review.html",
        page=lambda: page,
        ref=ref,
    )
