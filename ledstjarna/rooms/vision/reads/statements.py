"""Statements: a list to search and moderate, near-duplicates while typing, the counts behind one."""

from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process, utils

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.models import Statement
from ledstjarna.rooms.vision.reads.rounds import the_round
from ledstjarna.rooms.vision.room import Standing
from ledstjarna.thread import memory, reads
from ledstjarna.thread.reads import Spot

SIZE = 25
ALIKE = 62


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list."""

    ref: str
    text: str
    lang: str
    standing: str
    standing_label: str
    reason: str
    merged_into: str
    seeded: bool
    said_on: date


@dataclass(frozen=True, slots=True)
class Statements:
    """One page of a round's statements."""

    ref: str
    question: str
    why: tuple[Spot, ...]
    rows: tuple[StatementRow, ...]
    query: str
    standing: str
    number: int
    pages: int
    total: int
    may_moderate: bool
    may_say: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """A statement that is near to what is being typed."""

    ref: str
    text: str
    lang: str
    nearness: int


@dataclass(frozen=True, slots=True)
class Near:
    """What has already been said that is near to a text."""

    ref: str
    text: str
    rows: tuple[Alike, ...]


def statements(
    *, ref: str, viewer: Viewer, query: str = "", standing: str = "", number: int = 1
) -> Statements:
    """A round's statements; those who moderate see the waiting and the taken out as well."""
    round_ = the_round(ref=ref, viewer=viewer)
    moderates = rules.may_open(viewer)
    found = Statement.objects.select_related("node", "merged_into__node").filter(
        reads.visible(viewer, "node__"), round=round_
    )
    found = found.filter(standing=standing) if moderates and standing else found
    found = found if moderates else found.filter(standing=Standing.IN, merged_into=None)
    found = found.filter(text__icontains=query) if query else found
    page = paged(found.order_by("-slot"), number, SIZE)
    return Statements(
        ref=ref,
        question=round_.question,
        why=reads.why(ids=[round_.pk], viewer=viewer)[round_.pk],
        rows=tuple(_row(one) for one in page),
        query=query,
        standing=standing,
        number=page.number,
        pages=page.paginator.num_pages,
        total=page.paginator.count,
        may_moderate=moderates and not round_.imported and round_.phase != "decided",
        may_say=rules.may_say(viewer, round_.phase, paused=round_.paused, public=round_.open_to_public),
    )


def _row(one: Statement) -> StatementRow:
    return StatementRow(
        ref=one.node.ref,
        text=one.text,
        lang=one.node.lang,
        standing=one.standing,
        standing_label=str(Standing(one.standing).label),
        reason=one.reason,
        merged_into=one.merged_into.text if one.merged_into else "",
        seeded=one.seeded,
        said_on=one.said_on,
    )


def near(*, ref: str, viewer: Viewer, text: str = "", most: int = 3) -> Near:
    """Statements near to what is being typed, by their words in any order, nearest first."""
    round_ = the_round(ref=ref, viewer=viewer)

    def ask() -> dict[str, tuple[str, str]]:
        rows = Statement.objects.filter(round=round_, standing=Standing.IN, merged_into=None)
        return {key: (text, lang) for key, text, lang in rows.values_list("node__ref", "text", "node__lang")}

    known = memory.until_next_fact(("vision.texts", round_.pk), ask)
    if len(text.strip()) < 8:
        return Near(ref, text, ())
    hits = process.extract(
        text,
        {key: value[0] for key, value in known.items()},
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        limit=most,
        score_cutoff=ALIKE,
    )
    return Near(ref, text, tuple(Alike(key, said, known[key][1], round(score)) for said, score, key in hits))
