"""Pages of the thread: Monday, the star map, the sky, loose threads, signals, sight, the journey."""

import csv
import io
import json
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.plumbing import sheets
from ledstjarna.rooms.atlas import actions, forms, reads
from ledstjarna.thread.reads import Missing
from ledstjarna.web import papers
from ledstjarna.web.attempt import Action
from ledstjarna.web.reply import page_number, reply, submit


def _day(request: Request) -> date | None:
    typed = request.GET.get("day", "")
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


@require_GET
def monday(request: Request) -> HttpResponse:
    """The whole city on one page."""
    return reply(request, "atlas/monday.html", reads.monday(viewer=request.viewer, now=request.now))


@require_GET
def pack(request: Request, form: str) -> HttpResponse:
    """The page of the week on two pages, as DOCX or PDF."""
    if form not in papers.TYPES:
        raise Missing(form)
    made = papers.written(reads.pack(viewer=request.viewer, now=request.now), form)
    return _file(made, f"monday.{form}", papers.TYPES[form])


def _file(made: bytes | str, name: str, sort: str) -> HttpResponse:
    return HttpResponse(
        made, content_type=sort, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@require_GET
def dial(request: Request, name: str) -> HttpResponse:
    """What a dial was counted from."""
    page = reads.dial_page(
        name=name,
        viewer=request.viewer,
        now=request.now,
        place=request.GET.get("place", "")[:16],
        waiting="waiting" in request.GET,
        number=page_number(request),
    )
    return reply(request, "atlas/dial.html", page)


@require_GET
def dial_rows(request: Request, name: str, form: str) -> HttpResponse:
    """Every row that a dial was counted from, as CSV or JSON."""
    sheet = reads.dial_rows(name=name, viewer=request.viewer, now=request.now)
    if form == "json":
        return _file(json.dumps(asdict(sheet), cls=DjangoJSONEncoder), f"{name}.json", "application/json")
    if form != "csv":
        raise Missing(form)
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(["ref", "kind", "title", "place", "counted", "held", "why", "days"])
    for one in sheet.rows:
        title, place = sheets.harmless(one.title), sheets.harmless(one.place)
        bits = f"m{one.counted}", f"m{one.held}"  # a letter first, so that no zero is lost in a spreadsheet
        writer.writerow([one.ref, one.kind, title, place, *bits, one.why, one.days])
    return _file("\ufeff" + made.getvalue(), f"{name}.csv", "text/csv")


@require_GET
def star(request: Request) -> HttpResponse:
    """A vision in the middle and what hangs on it."""
    page = reads.star_map(viewer=request.viewer, now=request.now, star=request.GET.get("star", ""))
    return reply(request, "atlas/star.html", page)


@require_GET
def sky(request: Request) -> HttpResponse:
    """The whole thread around a node, now or as it was on a day."""
    ref = request.GET.get("at", "")[:16]
    page = reads.sky(viewer=request.viewer, now=request.now, ref=ref, day=_day(request))
    return reply(request, "atlas/sky.html", page)


def _loose(request: Request) -> reads.LoosePage:
    return reads.loose_threads(
        viewer=request.viewer,
        now=request.now,
        sort=request.GET.get("sort", "")[:20],
        aside="aside" in request.GET,
        number=page_number(request),
    )


@require_GET
def loose(request: Request) -> HttpResponse:
    """Where somebody can take hold."""
    page = _loose(request)
    return reply(request, "atlas/loose.html", page, fragment="atlas/_loose.html", form=forms.Dismiss())


def _told(request: Request, ref: str, form: forms.Finding, action: Action) -> HttpResponse:
    return submit(
        request,
        form,
        action,
        then=lambda _done: reverse("atlas:loose"),
        template="atlas/loose.html",
        page=lambda: _loose(request),
        ref=ref,
    )


@require_POST
def dismiss(request: Request, ref: str) -> HttpResponse:
    """A finding is no problem, because."""
    return _told(request, ref, forms.Dismiss(request.POST), actions.dismiss)


@require_POST
def take_up(request: Request, ref: str) -> HttpResponse:
    """A finding that was set aside is listed again."""
    return _told(request, ref, forms.Finding(request.POST), actions.take_up)


@require_GET
def node(request: Request, ref: str) -> HttpResponse:
    """A node among its neighbours."""
    return reply(request, "atlas/node.html", reads.surroundings(ref=ref, viewer=request.viewer))


@require_GET
def sight(request: Request, ref: str) -> HttpResponse:
    """A unit's line of sight."""
    return reply(
        request, "atlas/sight.html", reads.line_of_sight(ref=ref, viewer=request.viewer, now=request.now)
    )


@require_GET
def journey(request: Request) -> HttpResponse:
    """What came and what was let go, until a day."""
    return reply(
        request,
        "atlas/journey.html",
        reads.journey(viewer=request.viewer, now=request.now, day=_day(request)),
    )


@require_GET
def signals(request: Request) -> HttpResponse:
    """The signal budget of the city."""
    return reply(request, "atlas/signals.html", reads.signals(viewer=request.viewer))


def _stated(request: Request, form: Any, action: Action) -> HttpResponse:
    return submit(
        request,
        form,
        action,
        then=lambda _done: reverse("atlas:signals"),
        template="atlas/signals.html",
        page=lambda: reads.signals(viewer=request.viewer),
    )


@require_POST
def estimate(request: Request) -> HttpResponse:
    """What a signal of a kind costs."""
    return _stated(request, forms.Estimate(request.POST), actions.estimate)


@require_POST
def cap(request: Request) -> HttpResponse:
    """How many signals are enough at a level."""
    return _stated(request, forms.Cap(request.POST), actions.cap)


@require_http_methods(["GET"])
def signals_at(request: Request, ref: str) -> HttpResponse:
    """What reaches a place, and what would if some were dropped or one more came."""
    page = reads.signals_at(
        ref=ref,
        viewer=request.viewer,
        drop=" ".join(request.GET.getlist("drop"))[:6000],
        add=request.GET.get("add", "")[:40],
    )
    return reply(request, "atlas/signals_at.html", page)


@require_GET
def warning(request: Request, kind: str, ref: str) -> HttpResponse:
    """A few words before one more is added; empty where there is room."""
    return reply(request, "atlas/_warning.html", reads.warning(kind=kind, ref=ref, viewer=request.viewer))


@require_http_methods(["GET", "POST"])
def kin(request: Request) -> HttpResponse:
    """What is like a title being typed; `of` says in which field.

    A POST only reads as well: it is a button in somebody else's form, for when there is no script.
    """
    typed = request.POST if request.method == "POST" else request.GET
    page = reads.kin(viewer=request.viewer, title=typed.get(request.GET.get("of", "title")[:40], ""))
    return reply(request, "atlas/kin.html", page, fragment="atlas/_kin.html")
