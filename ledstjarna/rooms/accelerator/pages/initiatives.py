"""Pages of initiatives: the portfolio, each of them, gates, cohorts."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.reply import page_number, reply, submit


def _url(ref: Any) -> str:
    return reverse("accelerator:initiative", args=[ref])


@require_GET
def portfolio(request: Request) -> HttpResponse:
    """All initiatives, the stopped ones too."""
    asked = request.GET
    page = reads.portfolio(
        viewer=request.viewer,
        state=asked.get("state", "")[:12],
        step=asked.get("step", "")[:2],
        query=asked.get("q", "")[:100],
        number=page_number(request),
    )
    return reply(request, "accelerator/portfolio.html", page)


@require_GET
def initiative(request: Request, ref: str) -> HttpResponse:
    """An initiative."""
    page = reads.initiative(ref=ref, viewer=request.viewer, now=request.now)
    return reply(request, "accelerator/initiative.html", page)


def _desk(
    request: Request, ref: str, kind: type[Any], action: Action, template: str, method: str
) -> HttpResponse:
    desk = reads.plan_desk(ref=ref, viewer=request.viewer)
    if method == "GET":
        return reply(request, template, desk, form=kind(initial=desk.values))
    form = kind(request.POST)
    return submit(request, form, action, then=_url, template=template, page=lambda: desk, ref=ref)


@require_http_methods(["GET", "POST"])
def plan(request: Request, ref: str) -> HttpResponse:
    """An initiative is planned."""
    method = request.method or ""
    return _desk(request, ref, forms.Plan, actions.plan, "accelerator/plan.html", method)


@require_http_methods(["GET", "POST"])
def note(request: Request, ref: str) -> HttpResponse:
    """How an initiative goes right now."""
    method = request.method or ""
    return _desk(request, ref, forms.Note, actions.note, "accelerator/plan.html", method)


@require_http_methods(["GET", "POST"])
def aim(request: Request, ref: str) -> HttpResponse:
    """An effect goal is set."""
    method = request.method or ""
    return _desk(request, ref, forms.Aim, actions.aim, "accelerator/plan.html", method)


@require_http_methods(["GET", "POST"])
def fund(request: Request, ref: str) -> HttpResponse:
    """A sum is entered."""
    method = request.method or ""
    return _desk(request, ref, forms.Fund, actions.fund, "accelerator/plan.html", method)


@require_http_methods(["GET", "POST"])
def measure(request: Request, ref: str, goal: str) -> HttpResponse:
    """What an effect came to is entered."""
    page = reads.measuring(ref=ref, goal=goal, viewer=request.viewer)
    if request.method == "GET":
        form = forms.Measure(initial=page.values)
        return reply(request, "accelerator/plan.html", page, form=form)
    return submit(
        request,
        forms.Measure(request.POST),
        actions.measure,
        then=_url,
        template="accelerator/plan.html",
        page=lambda: page,
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def gate(request: Request, ref: str) -> HttpResponse:
    """A gate, with what is there and what is lacking."""
    page = reads.gate(ref=ref, viewer=request.viewer)
    if request.method == "GET":
        return reply(request, "accelerator/gate.html", page, form=forms.Gate(initial={"lesson": page.lesson}))
    return submit(
        request,
        forms.Gate(request.POST),
        actions.pass_gate,
        then=_url,
        template="accelerator/gate.html",
        page=lambda: page,
        ref=ref,
    )


@require_GET
def board(request: Request, ref: str) -> HttpResponse:
    """A cohort side by side."""
    page = reads.board(ref=ref, viewer=request.viewer, now=request.now)
    return reply(request, "accelerator/board.html", page)
