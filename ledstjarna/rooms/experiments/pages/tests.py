"""Pages of small tests: the front, the sketch, and what is done with a test."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.experiments import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import page_number, reply, submit


def url(ref: Any) -> str:
    """Where a test is read."""
    return reverse("experiments:test", args=[ref])


def sprint_url(ref: Any) -> str:
    """Where a sprint is counted."""
    return reverse("experiments:sprint", args=[ref])


def _home(_ref: Any) -> str:
    return reverse("experiments:home")


@require_GET
def home(request: Request) -> HttpResponse:
    """What is being tried now."""
    return reply(request, "experiments/home.html", reads.home(viewer=request.viewer, now=request.now))


@require_GET
def tests(request: Request) -> HttpResponse:
    """All tests, of one stage or of all."""
    page = reads.small_tests(
        viewer=request.viewer,
        now=request.now,
        query=request.GET.get("q", "")[:100],
        stage=request.GET.get("stage", "")[:12],
        number=page_number(request),
    )
    return reply(request, "experiments/tests.html", page)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """I have an idea: one form, and the rest is set sensibly."""
    desk = reads.new_desk(viewer=request.viewer, to=request.GET.get("to", "")[:16])
    if request.method == "GET":
        return reply(request, "experiments/new.html", desk, form=forms.Idea(initial=desk.values))
    form = forms.Idea(request.POST)
    return submit(request, form, actions.sketch, then=url, template="experiments/new.html", page=lambda: desk)


def _test(request: Request, ref: str) -> reads.TestPage:
    return reads.small_test(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def test(request: Request, ref: str) -> HttpResponse:
    """A small test."""
    return reply(request, "experiments/test.html", _test(request, ref), form=forms.LetDecide())


@require_http_methods(["GET", "POST"])
def mend(request: Request, ref: str) -> HttpResponse:
    """A sketch as it is to be."""
    desk = reads.mend_desk(ref=ref, viewer=request.viewer)
    form = forms.Mend(request.POST) if request.method == "POST" else forms.Mend(initial=desk.values)
    form.offer(desk.serves)
    if request.method == "GET":
        return reply(request, "experiments/mend.html", desk, form=form)
    return submit(
        request, form, actions.mend, then=url, template="experiments/mend.html", page=lambda: desk, ref=ref
    )


@require_http_methods(["GET", "POST"])
def lay(request: Request, ref: str) -> HttpResponse:
    """A few answers, and a way of laying the test that fits them; it is laid so when one says so."""
    if request.method == "POST":
        form = forms.Lay(request.POST)
        desk = reads.lay_desk(ref=ref, viewer=request.viewer, answers=request.POST)
        if form.is_valid() and "save" not in request.POST:
            return reply(request, "experiments/lay.html", desk, form=form)
        return submit(
            request, form, actions.lay, then=url, template="experiments/lay.html", page=lambda: desk, ref=ref
        )
    desk = reads.lay_desk(ref=ref, viewer=request.viewer)
    return reply(request, "experiments/lay.html", desk, form=forms.Lay(initial=desk.values))


def _done(request: Request, ref: str, form: Form, action: Action, then: Any = url) -> HttpResponse:
    """A button or short form on the test's own page."""
    return submit(
        request,
        form,
        action,
        then=then,
        template="experiments/test.html",
        page=lambda: _test(request, ref),
        ref=ref,
    )


@require_POST
def ask(request: Request, ref: str) -> HttpResponse:
    """Let my manager read the sketch."""
    return _done(request, ref, Confirm(request.POST), actions.ask)


@require_POST
def let_decide(request: Request, ref: str) -> HttpResponse:
    """Whether they may decide."""
    return _done(request, ref, forms.LetDecide(request.POST), actions.let_decide)


@require_POST
def start(request: Request, ref: str) -> HttpResponse:
    """The sprint begins today."""
    return _done(request, ref, Confirm(request.POST), actions.start, sprint_url)


@require_POST
def join(request: Request, ref: str) -> HttpResponse:
    """I am in it."""
    return _done(request, ref, Confirm(request.POST), actions.join)


@require_POST
def leave(request: Request, ref: str) -> HttpResponse:
    """I am in it no longer."""
    return _done(request, ref, Confirm(request.POST), actions.leave)


@require_POST
def cancel(request: Request, ref: str) -> HttpResponse:
    """It ends before its time."""
    return _done(request, ref, forms.Cancel(request.POST), actions.cancel, _home)


@require_POST
def again(request: Request, ref: str) -> HttpResponse:
    """A new sketch that goes on from this one."""
    return _done(request, ref, Confirm(request.POST), actions.try_again)


@require_POST
def open_test(request: Request, ref: str) -> HttpResponse:
    """Who may read it."""
    return _done(request, ref, forms.OpenTest(request.POST), actions.open_test)
