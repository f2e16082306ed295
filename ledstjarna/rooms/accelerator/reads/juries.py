"""Who assesses what in a call, and why, for the office."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people import reads as people
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import insight, rules
from ledstjarna.rooms.accelerator.models import Assessor, Call, Entry, Seat
from ledstjarna.rooms.accelerator.room import Stage, Standing
from ledstjarna.rooms.accelerator.scope import found_call
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot


@dataclass(frozen=True, slots=True)
class AssessorRow:
    """An assessor with how much they have; `close` is masked where it is so few that it could tell which."""

    ref: str
    name: str
    load: int
    done: int
    close: int | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """An entry with how many assess it."""

    ref: str
    title: str
    lang: str
    seats: int
    done: int


@dataclass(frozen=True, slots=True)
class Jury:
    """The assessors of a call and what they have been given."""

    ref: str
    title: str
    stage: str
    seats: int
    assessors: tuple[AssessorRow, ...]
    entries: tuple[PlaceRow, ...]
    least: int
    most: int
    close: int | None
    query: str
    found: tuple[people.Colleague, ...]
    ready: bool
    decided: bool


@dataclass(frozen=True, slots=True)
class WhyRow:
    """An assessor seen from an entry, in words."""

    ref: str
    name: str
    given: bool
    locked: bool
    done: bool
    why: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Who assesses an entry, why they and why not the others."""

    ref: str
    title: str
    lang: str
    call: Spot
    rows: tuple[WhyRow, ...]


def _office(ref: str, viewer: Viewer) -> Call:
    if not rules.may_run(viewer):
        raise Missing(ref)
    return found_call(ref=ref, viewer=viewer)


def jury(*, ref: str, viewer: Viewer, now: datetime, query: str = "") -> Jury:
    """Who assesses in a call, for the office.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    call = _office(ref, viewer)
    case = insight.case_of(call, timezone.localdate(now))
    loads = dict.fromkeys(case.assessors, 0)
    finished = Count("seats", filter=Q(seats__done_at__isnull=False))
    rows = Assessor.objects.filter(call=call).annotate(load=Count("seats"), finished=finished)
    rows = rows.select_related("person__node").order_by("person__family", "person__given", "pk")
    close = {pk: sum(one == pk for _entry, one in case.close) for pk in case.assessors}
    people_rows = [
        AssessorRow(
            one.person.node.ref, one.person.name, one.load, one.finished, rules.masked(close.get(one.pk, 0))
        )
        for one in rows
    ]
    loads |= {one.pk: one.load for one in rows}
    there = {one.ref for one in people_rows}
    found = people.find(viewer=viewer, now=now, query=query).people if len(query.strip()) > 1 else ()
    return Jury(
        ref=ref,
        title=call.node.title,
        stage=call.stage,
        seats=call.seats,
        assessors=tuple(people_rows),
        entries=_places(call, viewer),
        least=min(loads.values(), default=0),
        most=max(loads.values(), default=0),
        close=rules.masked(len(case.close)),
        query=query,
        found=tuple(one for one in found if one.ref not in there),
        ready=call.stage == Stage.ASSESSMENT and (not call.blind or call.released_at is not None),
        decided=call.stage == Stage.DECIDED,
    )


def _places(call: Call, viewer: Viewer) -> tuple[PlaceRow, ...]:
    """The entries with how many assess them; an assessor in the office meets them by their copies' titles."""
    finished = Count("seats", filter=Q(seats__done_at__isnull=False))
    rows = call.entries.filter(standing=Standing.SENT).annotate(given=Count("seats"), finished=finished)
    return tuple(
        PlaceRow(one.node.ref, title_for(one), one.node.lang, one.given, one.finished)
        for one in rows.select_related("node", "call", "copy").order_by("pk")
    )


def title_for(entry: Entry) -> str:
    """What an entry is called while it is assessed: by its copy, where there is one."""
    return entry.copy.title if entry.call.blind and hasattr(entry, "copy") else entry.node.title


def placement(*, ref: str, viewer: Viewer, now: datetime) -> Placement:
    """Why an entry is assessed by those who do, and not by the others, for the office.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    if not rules.may_run(viewer):
        raise Missing(ref)
    rows = Entry.objects.select_related("node", "call__node", "copy")
    entry = rows.filter(node__ref=ref, standing=Standing.SENT).first()
    if entry is None or entry.call.stage not in {Stage.ASSESSMENT, Stage.DECIDED}:
        raise Missing(ref)
    case = insight.case_of(entry.call, timezone.localdate(now))
    seats = list(Seat.objects.filter(entry__call=entry.call))
    seen = insight.explained(case, [(one.entry_id, one.assessor_id) for one in seats], entry.pk)
    people_ = {one.pk: one for one in Assessor.objects.select_related("person__node").filter(call=entry.call)}
    here = {one.assessor_id: one for one in seats if one.entry_id == entry.pk}
    names = {pk: one.person.name for pk, one in people_.items()}
    return Placement(
        ref=ref,
        title=title_for(entry),
        lang=entry.node.lang,
        call=reads.spot(entry.call.node),
        rows=tuple(
            WhyRow(
                people_[one.assessor].person.node.ref,
                names[one.assessor],
                one.sort == "given",
                one.assessor in here and here[one.assessor].locked,
                one.assessor in here and here[one.assessor].done_at is not None,
                words_of(one, names),
            )
            for one in seen
        ),
    )


def words_of(one: insight.Seen, names: dict[int, str]) -> str:
    """Why somebody assesses an entry or does not, as it is said; never how somebody is too close."""
    told = {"load": one.load, "often": one.often, "name": names.get(one.with_whom or 0, "")}
    return {
        "given": _("Nothing ties them to it. They have %(load)s in all."),
        "close": _("Is too close to it."),
        "full": _("Has %(load)s already, and others have fewer."),
        "same": _("Works in the same department as %(name)s, who assesses it."),
        "often": _("Assesses %(often)s others together with %(name)s already."),
        "even": _("Would have done as well. The lot fell on another."),
    }[one.sort] % told
