"""Pages of calls about lessons: asked for, answered, booked and taken into one's calendar."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.plumbing.calendar import Event, calendar
from ledstjarna.rooms.experiments import actions, forms, reads
from ledstjarna.rooms.experiments.pages.lessons import url as lesson_url
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def url(ref: Any) -> str:
    """Where a call is read."""
    return reverse("experiments:call", args=[ref])


@require_http_methods(["GET", "POST"])
def new(request: Request, ref: str) -> HttpResponse:
    """Ask somebody for twenty minutes about a lesson."""
    desk = reads.call_desk(ref=ref, viewer=request.viewer, now=request.now, to=request.GET.get("to", "")[:16])
    posted = request.method == "POST"
    form = forms.ProposeCall(request.POST) if posted else forms.ProposeCall(initial=desk.values)
    form.offer(desk.guides)
    if not posted:
        return reply(request, "experiments/new_call.html", desk, form=form)
    return submit(
        request,
        form,
        actions.propose_call,
        then=url,
        template="experiments/new_call.html",
        page=lambda: desk,
        ref=ref,
    )


def _call(request: Request, ref: str) -> reads.CallPage:
    return reads.call(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def call(request: Request, ref: str) -> HttpResponse:
    """A call, for the two between whom it is."""
    page, form = _call(request, ref), forms.PickTime()
    form.offer(page.times)
    return reply(request, "experiments/call.html", page, form=form)


def _done(request: Request, ref: str, form: Form, action: Action, then: Any = url) -> HttpResponse:
    return submit(
        request,
        form,
        action,
        then=then,
        template="experiments/call.html",
        page=lambda: _call(request, ref),
        ref=ref,
    )


@require_POST
def pick(request: Request, ref: str) -> HttpResponse:
    """That time suits me."""
    form = forms.PickTime(request.POST)
    form.offer(_call(request, ref).times)
    return _done(request, ref, form, actions.pick_time)


@require_http_methods(["GET", "POST"])
def answer(request: Request, ref: str) -> HttpResponse:
    """None of them suits me; another would."""
    return _written(request, ref, forms.AnswerCall, actions.answer_call)


@require_http_methods(["GET", "POST"])
def again(request: Request, ref: str) -> HttpResponse:
    """Other times."""
    return _written(request, ref, forms.ProposeAgain, actions.propose_again)


def _written(request: Request, ref: str, kind: type[Form], action: Action) -> HttpResponse:
    page, template = _call(request, ref), "experiments/call_write.html"
    if request.method == "GET":
        return reply(request, template, page, form=kind())
    return submit(
        request, kind(request.POST), action, then=url, template=template, page=lambda: page, ref=ref
    )


@require_POST
def decline(request: Request, ref: str) -> HttpResponse:
    """No, thanks."""
    return _done(request, ref, Confirm(request.POST), actions.decline_call)


@require_POST
def off(request: Request, ref: str) -> HttpResponse:
    """It is taken back."""
    return _done(request, ref, Confirm(request.POST), actions.call_off, lesson_url)


@require_GET
def date(request: Request, ref: str) -> HttpResponse:
    """A booked call as a file for one's calendar."""
    one = reads.call_date(ref=ref, viewer=request.viewer)
    here = request.build_absolute_uri(url(ref))
    event = Event(one.ref, one.begins, one.ends, one.title, one.text, one.place, here)
    return HttpResponse(
        calendar([event], now=request.now),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="call.ics"'},
    )
