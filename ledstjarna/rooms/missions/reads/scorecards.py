"""A scorecard as it was brought in, what it is made of, and how far its retirement has come."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet, TextChoices
from django.utils.translation import gettext as _

from ledstjarna.people.models import Authority, Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Scorecard, ScorecardGoal
from ledstjarna.rooms.missions.room import Fate, Nature
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Neighbour, Spot

SIZE = 50
PREVIEW = 8
FAULTS = 50
TARGETS = ("board_goal", "direction", "board_mission")


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """A scorecard in a list, and how far it has come."""

    ref: str
    title: str
    lang: str
    settled: bool
    goals: int
    fated: int


@dataclass(frozen=True, slots=True)
class Scorecards:
    """The scorecards that have been brought in."""

    rows: tuple[ScorecardRow, ...]
    may_bring: bool


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A field, what it is called, and which column it is read from (-1: none)."""

    field: str
    label: str
    column: int


@dataclass(frozen=True, slots=True)
class FaultRow:
    """A row that cannot be a goal: where, and why in words."""

    sheet: str
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """A scorecard whose columns are being settled: what would come of it."""

    ref: str
    title: str
    sheets: int
    header: tuple[str, ...]
    choices: tuple[ColumnChoice, ...]
    preview: tuple[rules.Entry, ...]
    goals: int
    faults: tuple[FaultRow, ...]
    more_faults: int
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A name for something and how many there are, with the choice that shows them alone."""

    value: str
    label: str
    total: int
    current: bool = False


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal of a scorecard in a list."""

    ref: str
    title: str
    lang: str
    perspective: str
    measure: str
    target: str
    owner: str
    nature: str
    says: str
    likeness: int
    fate: str
    fated: bool


@dataclass(frozen=True, slots=True)
class ScorecardPage:
    """What a scorecard is made of, and its goals by what is asked for."""

    ref: str
    title: str
    lang: str
    total: int
    fated: int
    natures: tuple[Count, ...]
    fates: tuple[Count, ...]
    owners: tuple[Count, ...]
    alike: int
    untouched: int
    query: str
    chosen: dict[str, str]
    rows: tuple[GoalRow, ...]
    shown: int
    number: int
    pages: int
    targets: tuple[tuple[str, str], ...]
    may_decide: bool


@dataclass(frozen=True, slots=True)
class ScorecardGoalPage:
    """One goal, as it stood and what became of it."""

    row: GoalRow
    scorecard: Spot
    period: str
    outcome: str
    note: str
    fated_at: datetime | None
    became: Spot | None
    alike: tuple[GoalRow, ...]
    near: tuple[Neighbour, ...]


def scorecards(*, viewer: Viewer) -> Scorecards:
    """The scorecards of the city, newest first.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("scorecards")
    rows = Scorecard.objects.select_related("node").filter(reads.visible(viewer, "node__"), node__ended=None)
    waiting = Counter(ScorecardGoal.objects.filter(fate=Fate.WAITING).values_list("scorecard_id", flat=True))
    every = Counter(ScorecardGoal.objects.values_list("scorecard_id", flat=True))
    return Scorecards(
        tuple(
            ScorecardRow(
                one.node.ref, one.node.title, one.node.lang, one.settled_at is not None, every[one.pk],
                every[one.pk] - waiting[one.pk],
            )
            for one in rows.order_by("-brought_at")
        ),
        rules.may_charge(viewer),
    )  # fmt: skip


def _found(ref: str, viewer: Viewer) -> Scorecard:
    node = reads.node(ref=ref, viewer=viewer, kind="scorecard")
    return Scorecard.objects.select_related("node").get(node=node)


def label_of(field: str) -> str:
    """What a field of a scorecard is called."""
    return {
        "goal": _("Goal"),
        "perspective": _("Perspective"),
        "measure": _("Measure"),
        "target": _("Target"),
        "owner": _("Who answers for it"),
        "period": _("Period"),
        "outcome": _("Outcome"),
    }[field]


def mapping(*, ref: str, viewer: Viewer, columns: dict[str, int] | None = None) -> Mapping:
    """What would come of a scorecard with these columns, or with those that were guessed.

    Raises:
        Missing: it is not there, it has been settled, or this viewer does not settle it.
    """
    card = _found(ref, viewer)
    if card.settled_at is not None or not rules.may_charge(viewer):
        raise Missing(ref)
    chosen = card.columns if columns is None else columns
    read = rules.book_of(card.sheets, chosen)
    entries = [entry for found, _faults in read for entry in found]
    faults = [fault for _found, wrong in read for fault in wrong]
    return Mapping(
        ref=ref,
        title=card.node.title,
        sheets=len(card.sheets),
        header=tuple(card.sheets[0]["header"]),
        choices=tuple(ColumnChoice(field, label_of(field), chosen.get(field, -1)) for field in rules.FIELDS),
        preview=tuple(entries[:PREVIEW]),
        goals=len(entries),
        faults=tuple(FaultRow(one.sheet, one.row, _why(one.why)) for one in faults[:FAULTS]),
        more_faults=max(0, len(faults) - FAULTS),
        unknown=_unknown(entries),
    )


def _why(name: str) -> str:
    if name == "long":
        return _("The goal is longer than 300 characters. Shorten it, or choose another column.")
    return _("There is a measure or a target, but no goal. Write the goal, or leave the row out.")


def _unknown(entries: Sequence[rules.Entry]) -> tuple[str, ...]:
    """The owners whose names are not those of any unit, board or company."""
    rows = (*Unit.objects.values_list("name", "code"), *Authority.objects.values_list("name", "code"))
    known = {key.casefold() for keys in rows for key in keys}
    named = dict.fromkeys(entry.owner for entry in entries if entry.owner)
    return tuple(owner for owner in named if owner.casefold() not in known)


def _row(one: ScorecardGoal) -> GoalRow:
    nature, fate = str(Nature(one.nature).label), str(Fate(one.fate).label)
    return GoalRow(
        one.node.ref, one.node.title, one.node.lang, one.perspective, one.measure, one.target, one.owner,
        nature, one.says, one.likeness, fate, one.fate != Fate.WAITING,
    )  # fmt: skip


def _counts(
    goals: QuerySet[ScorecardGoal], field: str, words: type[TextChoices], chosen: str
) -> tuple[Count, ...]:
    many = Counter(goals.values_list(field, flat=True))
    there = [one for one in words if many[one.value]]
    return tuple(Count(one.value, str(one.label), many[one.value], one.value == chosen) for one in there)


def scorecard(
    *,
    ref: str,
    viewer: Viewer,
    nature: str = "",
    fate: str = "",
    owner: str = "",
    alike: bool = False,
    untouched: bool = False,
    query: str = "",
    number: int = 1,
) -> ScorecardPage:
    """The scorecard of that ref: its goals by what they are, whose they are, and what becomes of them.

    Raises:
        Missing: it is not there, or its columns have not been settled.
    """
    card = _found(ref, viewer)
    if card.settled_at is None:
        raise Missing(ref)
    goals = ScorecardGoal.objects.filter(scorecard=card)
    chosen = {"nature": nature, "fate": fate, "owner": owner}
    shown = _shown(goals, chosen, alike=alike, untouched=untouched, query=query)
    order = ("likeness", "place") if alike else ("place",)
    total = goals.count()
    page = paged(shown.select_related("node").order_by(*order), number, SIZE)
    owners = Counter(goals.filter(fate=Fate.WAITING).values_list("owner", flat=True))
    may = rules.may_charge(viewer)
    return ScorecardPage(
        ref=ref,
        title=card.node.title,
        lang=card.node.lang,
        total=total,
        fated=total - goals.filter(fate=Fate.WAITING).count(),
        natures=_counts(goals, "nature", Nature, nature),
        fates=_counts(goals, "fate", Fate, fate),
        owners=tuple(Count(name, name, owners[name], name == owner) for name in sorted(owners) if name),
        alike=goals.exclude(likeness=0).count(),
        untouched=goals.filter(outcome="").count(),
        query=query,
        chosen=chosen | {"alike": "1" if alike else "", "untouched": "1" if untouched else ""},
        rows=tuple(map(_row, page)),
        shown=page.paginator.count,
        number=page.number,
        pages=page.paginator.num_pages,
        targets=_targets(viewer) if may else (),
        may_decide=may,
    )


def _shown(
    goals: QuerySet[ScorecardGoal], chosen: dict[str, str], *, alike: bool, untouched: bool, query: str
) -> QuerySet[ScorecardGoal]:
    """The goals of a scorecard that are asked for."""
    shown = goals.filter(**{name: value for name, value in chosen.items() if value})
    shown = shown.filter(node__title__icontains=query) if query else shown
    shown = shown.exclude(likeness=0) if alike else shown
    return shown.filter(outcome="") if untouched else shown


def goals_shown(
    *,
    ref: str,
    viewer: Viewer,
    nature: str = "",
    fate: str = "",
    owner: str = "",
    alike: bool = False,
    untouched: bool = False,
    query: str = "",
) -> tuple[str, ...]:
    """The refs of all goals that are asked for, on whatever page they stand."""
    goals = ScorecardGoal.objects.filter(scorecard=_found(ref, viewer))
    chosen = {"nature": nature, "fate": fate, "owner": owner}
    shown = _shown(goals, chosen, alike=alike, untouched=untouched, query=query)
    return tuple(shown.order_by("place").values_list("node__ref", flat=True))


def _targets(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """What a goal may become: the goals, directions and missions that are there."""
    spots = reads.spots(viewer=viewer, kind=TARGETS)
    return tuple((one.ref, f"{one.label}: {one.title}") for one in spots)


def scorecard_goal(*, ref: str, viewer: Viewer) -> ScorecardGoalPage:
    """One goal of a scorecard, retired or not."""
    node = reads.node(ref=ref, viewer=viewer, kind="scorecard_goal")
    one = ScorecardGoal.objects.select_related("node", "scorecard__node", "became").get(node=node)
    rows = ScorecardGoal.objects.filter(scorecard=one.scorecard, likeness=one.likeness).exclude(pk=one.pk)
    same = rows.select_related("node").order_by("place") if one.likeness else ()
    near = reads.neighbours(node=node, viewer=viewer, without=("row_of", "became"))
    became = reads.seen_by(viewer).filter(pk=one.became.pk).first() if one.became else None
    return ScorecardGoalPage(
        row=_row(one),
        scorecard=reads.spot(one.scorecard.node),
        period=one.period,
        outcome=one.outcome,
        note=one.note,
        fated_at=one.fated_at,
        became=reads.spot(became) if became else None,
        alike=tuple(_row(each) for each in same),
        near=tuple(near),
    )
