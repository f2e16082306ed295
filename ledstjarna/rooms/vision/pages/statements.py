"""Pages of statements: the list, one with its counts, moderation."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.vision import actions, forms, reads
from ledstjarna.web.reply import page_number, reply, submit


@require_GET
def statements(request: Request, ref: str) -> HttpResponse:
    """A round's statements."""
    page = reads.statements(
        ref=ref,
        viewer=request.viewer,
        query=request.GET.get("q", "")[:100],
        standing=request.GET.get("standing", "")[:10],
        number=page_number(request),
    )
    return reply(request, "vision/statements.html", page, fragment="vision/_statements.html")


def _one(request: Request, ref: str) -> reads.StatementPage:
    return reads.statement(ref=ref, viewer=request.viewer)


@require_GET
def statement(request: Request, ref: str) -> HttpResponse:
    """One statement, with the counts behind every figure about it."""
    return reply(request, "vision/statement.html", _one(request, ref), form=forms.Moderate())


@require_POST
def moderate(request: Request, ref: str) -> HttpResponse:
    """In or out."""
    return submit(
        request,
        forms.Moderate(request.POST),
        actions.moderate,
        then=lambda done: reverse("vision:statement", args=[done]),
        template="vision/statement.html",
        page=lambda: _one(request, ref),
        ref=ref,
    )


@require_POST
def merge(request: Request, ref: str) -> HttpResponse:
    """Join with another."""
    return submit(
        request,
        forms.Merge(request.POST),
        actions.merge,
        then=lambda done: reverse("vision:statement", args=[done]),
        template="vision/statement.html",
        page=lambda: _one(request, ref),
        ref=ref,
    )
