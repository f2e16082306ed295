"""Pages of questions and their promised answers."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import page_number, reply, submit


def _question(request: Request, ref: str) -> reads.QuestionPage:
    return reads.question(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def questions(request: Request) -> HttpResponse:
    """All questions."""
    page = reads.questions(viewer=request.viewer, now=request.now, number=page_number(request))
    return reply(request, "missions/questions.html", page)


@require_http_methods(["GET", "POST"])
def ask(request: Request, ref: str) -> HttpResponse:
    """Ask about something."""
    page = reads.about(ref=ref, viewer=request.viewer, deed="ask")
    form = forms.AskMandate if page.spot.kind == "card" else forms.Ask
    if request.method == "GET":
        return reply(request, "missions/about.html", page, form=form())
    return submit(
        request,
        form(request.POST),
        actions.ask,
        then=lambda made: reverse("missions:question", args=[made]),
        template="missions/about.html",
        page=lambda: page,
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def question(request: Request, ref: str) -> HttpResponse:
    """A question, and the form for its answer."""
    page = _question(request, ref)
    form = forms.AnswerMandate if page.row.about.kind == "card" else forms.Answer
    if request.method == "GET":
        return reply(request, "missions/question.html", page, form=form())
    return submit(
        request,
        form(request.POST),
        actions.answer,
        then=lambda done: reverse("missions:question", args=[done]),
        template="missions/question.html",
        page=lambda: _question(request, ref),
        ref=ref,
    )


@require_POST
def clarify(request: Request, ref: str) -> HttpResponse:
    """An answer is put on the mission card that it makes clearer."""
    return submit(
        request,
        Confirm(request.POST),
        actions.clarify,
        then=lambda card: reverse("missions:card", args=[card]),
        template="missions/question.html",
        page=lambda: _question(request, ref),
        ref=ref,
    )


@require_POST
def postpone(request: Request, ref: str) -> HttpResponse:
    """Another promised day."""
    return submit(
        request,
        forms.Postpone(request.POST),
        actions.postpone,
        then=lambda done: reverse("missions:question", args=[done]),
        template="missions/question.html",
        page=lambda: _question(request, ref),
        ref=ref,
    )
