"""Pages of lessons."""

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
    """Where a lesson is read."""
    return reverse("experiments:lesson", args=[ref])


def _lesson(request: Request, ref: str) -> reads.LessonPage:
    return reads.lesson(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def lessons(request: Request) -> HttpResponse:
    """All lessons, the latest first."""
    query, number = request.GET.get("q", "")[:100], page_number(request)
    page = reads.lessons(viewer=request.viewer, now=request.now, query=query, number=number)
    return reply(request, "experiments/lessons.html", page)


@require_GET
def lesson(request: Request, ref: str) -> HttpResponse:
    """A lesson card."""
    return reply(request, "experiments/lesson.html", _lesson(request, ref))


@require_http_methods(["GET", "POST"])
def teach(request: Request, ref: str) -> HttpResponse:
    """A lesson from a test."""
    desk = reads.teach_desk(ref=ref, viewer=request.viewer)
    return _written(request, desk, forms.Teach, actions.teach, ref)


@require_http_methods(["GET", "POST"])
def reword(request: Request, ref: str) -> HttpResponse:
    """Another wording of a lesson."""
    desk = reads.lesson_desk(ref=ref, viewer=request.viewer)
    return _written(request, desk, forms.Reword, actions.reword, ref)


def _written(
    request: Request, desk: reads.LessonDesk, kind: type[Form], action: Action, ref: str
) -> HttpResponse:
    form = kind(request.POST) if request.method == "POST" else kind(initial=desk.values)
    if request.method == "GET":
        return reply(request, "experiments/lesson_write.html", desk, form=form)
    template = "experiments/lesson_write.html"
    return submit(request, form, action, then=url, template=template, page=lambda: desk, ref=ref)


def _done(request: Request, ref: str, form: Form, action: Action) -> HttpResponse:
    return submit(
        request,
        form,
        action,
        then=url,
        template="experiments/lesson.html",
        page=lambda: _lesson(request, ref),
        ref=ref,
    )


@require_POST
def open_lesson(request: Request, ref: str) -> HttpResponse:
    """Who may read it."""
    return _done(request, ref, forms.OpenLesson(request.POST), actions.open_lesson)


@require_POST
def renew(request: Request, ref: str) -> HttpResponse:
    """It still holds."""
    return _done(request, ref, forms.Renew(request.POST), actions.renew)


@require_POST
def retire(request: Request, ref: str) -> HttpResponse:
    """It holds no longer."""
    return _done(request, ref, forms.Retire(request.POST), actions.retire)


@require_POST
def offer(request: Request, ref: str) -> HttpResponse:
    """I can be asked."""
    return _done(request, ref, Confirm(request.POST), actions.offer)


@require_POST
def withdraw(request: Request, ref: str) -> HttpResponse:
    """I take my name back."""
    return _done(request, ref, Confirm(request.POST), actions.withdraw)


@require_POST
def take_up(request: Request, ref: str) -> HttpResponse:
    """A step that my unit takes."""
    return _done(request, ref, forms.TakeUp(request.POST), actions.take_up)
