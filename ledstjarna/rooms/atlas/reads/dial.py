"""What a dial was counted from: the formula in words, the rows, and all of them to take along."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight import Cases
from ledstjarna.rooms.atlas.insight.past import MOMENTS
from ledstjarna.rooms.atlas.reads.dials import Dial, dial, silence
from ledstjarna.rooms.atlas.reads.measured import Measured, measured
from ledstjarna.rooms.atlas.reads.method import Method, days_of, method
from ledstjarna.thread.reads import Missing, Spot

SIZE = 30


@dataclass(frozen=True, slots=True)
class Counted:
    """A thing that was counted: whose it is, whether it holds, why, and days that go with it."""

    spot: Spot
    place: Spot | None
    holds: bool
    why: str
    days: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """How it is at one board or company: it holds in so many of so many; words where they help."""

    spot: Spot
    hits: int
    total: int
    words: str


@dataclass(frozen=True, slots=True)
class DialPage:
    """One dial and what it was counted from; `only` is the place that is shown alone."""

    dial: Dial
    method: Method
    parts: tuple[Part, ...]
    only: Spot | None
    waiting: bool
    rows: tuple[Counted, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A row to take along: `counted` and `held` have a digit for each of the moments, oldest first."""

    ref: str
    kind: str
    title: str
    place: str
    counted: str
    held: str
    why: str
    days: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a dial was counted from: the share at a moment is the held by the counted there."""

    name: str
    moments: tuple[date, ...]
    rows: tuple[Kept, ...]


def _asked(name: str, viewer: Viewer, now: datetime) -> Measured:
    if name not in rules.DIALS or not viewer.signed_in:
        raise Missing(name)
    return measured(viewer, now)


def dial_page(
    *, name: str, viewer: Viewer, now: datetime, place: str = "", waiting: bool = False, number: int = 1
) -> DialPage:
    """A dial with what it was counted from: at one place or at all, and only what asks for a deed if wished.

    Raises:
        Missing: there is no such dial or place, or nobody is signed in.
    """
    whole = _asked(name, viewer, now)
    cases, only = whole.cases[name], _place(whole, place)
    holds = cases.holds().tolist()
    listed = [
        at
        for at, counts in enumerate(cases.now().tolist())
        if counts and not (waiting and holds[at]) and only in {None, int(whole.past.place[cases.rows[at]])}
    ]
    listed.sort(key=lambda at: (holds[at], whole.past.told.titles[int(cases.rows[at])]))
    page = paged(listed, number, SIZE)
    return DialPage(
        dial=dial(whole, name),
        method=method(whole, name),
        parts=_parts(whole, name),
        only=whole.spot(only) if only is not None else None,
        waiting=waiting,
        rows=tuple(_row(whole, cases, at, holds[at]) for at in page),
        total=len(listed),
        number=page.number,
        pages=page.paginator.num_pages,
    )


def dial_rows(*, name: str, viewer: Viewer, now: datetime) -> Sheet:
    """Every row that a dial was counted from, in this year; enough to count it again.

    Raises:
        Missing: there is no such dial, or nobody is signed in.
    """
    whole = _asked(name, viewer, now)
    cases, told = whole.cases[name], whole.past.told
    moments = tuple(one.day for one in dial(whole, name).months)
    rows = []
    for at, row in enumerate(cases.rows.tolist()):
        if cases.counted[at]:
            place = int(whole.past.place[row])
            title = whole.spot(row).title
            rows.append(
                Kept(
                    told.refs[row], told.kinds[row], title, told.titles[place] if place >= 0 else "",
                    _bits(int(cases.counted[at])), _bits(int(cases.counted[at] & cases.held[at])),
                    cases.why[at], days_of(cases, at),
                )
            )  # fmt: skip
    return Sheet(name, moments, tuple(rows))


def _bits(bits: int) -> str:
    return "".join(str(bits >> place & 1) for place in range(MOMENTS))


def _place(whole: Measured, ref: str) -> int | None:
    if not ref:
        return None
    for row, known in enumerate(whole.past.told.refs):
        if known == ref and whole.past.kinds[row].name in {"board", "company", "organisation"}:
            return row
    raise Missing(ref)


def _row(whole: Measured, cases: Cases, at: int, holds: bool) -> Counted:
    row = int(cases.rows[at])
    place = int(whole.past.place[row])
    owner = whole.spot(place) if place >= 0 and place != row else None
    days = days_of(cases, at)
    return Counted(whole.spot(row), owner, holds, _why(cases.why[at], days), days)


def _why(word: str, days: int | None) -> str:
    words = {
        "leads": _("leads to the vision"),
        "adrift": _("no path to the vision"),
        "followed": _("asked of others, and followed up by those who lead"),
        "asked": _("asked of others, and not followed up by those who lead in a year"),
        "kept": _("promised, and kept by its day"),
        "late": _("promised, and not kept by its day"),
        "rhythm": _("something was done for it in the year"),
        "drifted": _("nothing was done for it in a year"),
        "through": _("carried through"),
        "early": _("let go early"),
        "told": _("told of"),
        "untold": _("not told of yet"),
    }[word]
    if word == "told" and days is not None:
        after = ngettext("after %(days)s day", "after %(days)s days", days) % {"days": days}
        return f"{words} {after}"
    return words


def _parts(whole: Measured, name: str) -> tuple[Part, ...]:
    """Boards, companies and the city as a whole by name, never by number: a question, not a rank."""
    if name == "all-in":
        found = [Part(whole.spot(one.place), one.covered, one.units, "") for one in whole.covers]
    else:
        found = [Part(whole.spot(place), *both, "") for place, both in by_place(whole, name).items()]
    if name == "story":
        quiet = {one.place: one for one in whole.silences}
        found = [
            Part(spot, hits, total, silence(one.deeds, one.days))
            if (one := quiet.get(whole.past.row[spot.id])) and rules.is_quiet(one.days)
            else Part(spot, hits, total, "")
            for spot, hits, total in ((each.spot, each.hits, each.total) for each in found)
        ]
    return tuple(sorted(found, key=lambda one: one.spot.title))


def by_place(whole: Measured, name: str) -> dict[int, tuple[int, int]]:
    """In how many of how many it holds today, by the row of the place that answers for them."""
    cases = whole.cases[name]
    found: dict[int, tuple[int, int]] = {}
    for row, counts, holds in zip(
        cases.rows.tolist(), cases.now().tolist(), cases.holds().tolist(), strict=True
    ):
        place = int(whole.past.place[row])
        if counts and place >= 0:
            hits, total = found.get(place, (0, 0))
            found[place] = hits + holds, total + 1
    return found
