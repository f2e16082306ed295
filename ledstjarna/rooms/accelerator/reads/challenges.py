"""The city's challenges, and what answers them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Challenge
from ledstjarna.rooms.accelerator.reads.shared import Choices, choices, lines_of, tied_to
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Missing, Neighbour, Spot


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    """A challenge in a list, and how many things answer it."""

    ref: str
    title: str
    lang: str
    text: str
    category: str
    answers: int


@dataclass(frozen=True, slots=True)
class ChallengePage:
    """A challenge, why it is one, and what answers it."""

    ref: str
    title: str
    lang: str
    preamble: str
    focus: tuple[str, ...]
    category: str
    contacts: tuple[str, ...]
    why: tuple[Spot, ...]
    near: tuple[Neighbour, ...]
    starts: tuple[tuple[str, str], ...]
    ended: datetime | None
    may_change: bool
    may_tell: bool


@dataclass(frozen=True, slots=True)
class ChallengeDesk:
    """Where a challenge is worded."""

    ref: str
    title: str
    serves: Choices
    unit: Choices
    values: dict[str, Any]


def challenges(*, viewer: Viewer) -> tuple[ChallengeRow, ...]:
    """The challenges that stand, in order of title."""
    seen = reads.seen_by(viewer)
    rows = list(Challenge.objects.select_related("node").filter(node__in=seen, node__ended=None))
    answers = Strand.objects.filter(target__in=[one.pk for one in rows], name="answers", cut=False)
    met = dict(answers.filter(source__in=seen).values_list("target_id").annotate(Count("pk")).order_by())
    return tuple(
        ChallengeRow(
            one.node.ref, one.node.title, one.node.lang, one.preamble, one.category, met.get(one.pk, 0)
        )
        for one in sorted(rows, key=lambda one: one.node.title)
    )


def _found(ref: str, viewer: Viewer) -> Challenge:
    node = reads.node(ref=ref, viewer=viewer, kind="challenge")
    return Challenge.objects.select_related("node").get(node=node)


def challenge(*, ref: str, viewer: Viewer) -> ChallengePage:
    """The challenge of that ref."""
    one = _found(ref, viewer)
    stands = one.node.ended is None
    return ChallengePage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        preamble=one.preamble,
        focus=lines_of(one.focus),
        category=one.category,
        contacts=lines_of(one.contacts),
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        near=tuple(reads.neighbours(node=one.node, viewer=viewer, without=("serves",))),
        starts=tuple(
            each
            for each in reads.starts(kind="challenge", viewer=viewer)
            if not each[1].startswith("accelerator:")
        ),
        ended=one.node.ended,
        may_change=stands and rules.may_run(viewer),
        may_tell=stands and rules.may_tell(viewer),
    )


def challenge_desk(*, viewer: Viewer, ref: str = "") -> ChallengeDesk:
    """An empty desk, or the one with a challenge on it.

    Raises:
        Missing: it is not there, or this viewer sets no challenges.
    """
    if not rules.may_run(viewer):
        raise Missing(ref)
    serves, unit = choices("challenge", "serves", viewer), choices("challenge", "kept_by", viewer)
    if not ref:
        return ChallengeDesk("", "", serves, unit, {})
    one = _found(ref, viewer)
    tied = tied_to(one.pk, ("serves", "kept_by"))
    values = {name: getattr(one, name) for name in ("preamble", "focus", "category", "contacts")}
    values |= {"title": one.node.title, "serves": tied["serves"], "unit": next(iter(tied["kept_by"]), "")}
    return ChallengeDesk(ref, one.node.title, serves, unit, values)
