"""Pages of scorecards: bringing one in, settling its columns, reading it, retiring it goal by goal."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import page_number, reply, submit


def _url(ref: Any) -> str:
    return reverse("missions:scorecard", args=[ref])


def _mapping_url(ref: Any) -> str:
    return reverse("missions:map_scorecard", args=[ref])


@require_http_methods(["GET", "POST"])
def scorecards(request: Request) -> HttpResponse:
    """The scorecards, and the form to bring one in."""
    if request.method == "GET":
        page = reads.scorecards(viewer=request.viewer)
        return reply(request, "missions/scorecards.html", page, form=forms.BringScorecard())
    return submit(
        request,
        forms.BringScorecard(request.POST, request.FILES),
        actions.bring_scorecard,
        then=_mapping_url,
        template="missions/scorecards.html",
        page=lambda: reads.scorecards(viewer=request.viewer),
    )


def _mapped(request: Request, ref: str, data: Mapping[str, Any]) -> reads.Mapping:
    chosen = forms.chosen_columns(data) if data else None
    return reads.mapping(ref=ref, viewer=request.viewer, columns=chosen)


@require_http_methods(["GET", "POST"])
def map_scorecard(request: Request, ref: str) -> HttpResponse:
    """Which column says what: shown with what would come of it, and read when that is right."""
    if request.method == "GET":
        return reply(request, "missions/scorecard_map.html", _mapped(request, ref, request.GET))
    chosen = forms.chosen_columns(request.POST)
    return submit(
        request,
        Confirm(request.POST),
        actions.settle_scorecard,
        then=_url,
        template="missions/scorecard_map.html",
        page=lambda: _mapped(request, ref, request.POST),
        ref=ref,
        columns=chosen,
    )


@require_POST
def drop_scorecard(request: Request, ref: str) -> HttpResponse:
    """A scorecard that was brought in by mistake is let go of before anything is made of it."""
    return submit(
        request,
        Confirm(request.POST),
        actions.set_aside_scorecard,
        then=lambda _done: reverse("missions:scorecards"),
        template="missions/scorecard_map.html",
        page=lambda: _mapped(request, ref, {}),
        ref=ref,
    )


def _asked(request: Request) -> dict[str, Any]:
    """Which goals are asked for."""
    asked = request.GET
    return {
        "nature": asked.get("nature", "")[:12],
        "fate": asked.get("fate", "")[:12],
        "owner": asked.get("owner", "")[:200],
        "alike": "alike" in asked,
        "untouched": "untouched" in asked,
        "query": asked.get("q", "")[:100],
    }


def _page(request: Request, ref: str) -> reads.ScorecardPage:
    return reads.scorecard(ref=ref, viewer=request.viewer, number=page_number(request), **_asked(request))


@require_http_methods(["GET", "POST"])
def scorecard(request: Request, ref: str) -> HttpResponse:
    """What a scorecard is made of, and the form that decides the fate of those ticked."""
    if request.method == "GET":
        return reply(request, "missions/scorecard.html", _page(request, ref), form=forms.Fates())
    typed = request.POST.copy()
    if "every" in typed:  # all that are asked for, and not those of this page alone
        typed.setlist("goals", list(reads.goals_shown(ref=ref, viewer=request.viewer, **_asked(request))))
    return submit(
        request,
        forms.Fates(typed),
        actions.decide_fates,
        then=lambda done: f"{_url(done)}?{request.GET.urlencode()}".rstrip("?"),
        template="missions/scorecard.html",
        page=lambda: _page(request, ref),
        ref=ref,
    )


@require_GET
def scorecard_goal(request: Request, ref: str) -> HttpResponse:
    """One goal of a scorecard."""
    page = reads.scorecard_goal(ref=ref, viewer=request.viewer)
    return reply(request, "missions/scorecard_goal.html", page)
