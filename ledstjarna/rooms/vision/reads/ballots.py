"""A voter's own ballot: the next statement, how far one has come, what one has said."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.conf import settings

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import insight, rules
from ledstjarna.rooms.vision.models import Ballot, Round, Statement
from ledstjarna.rooms.vision.reads.rounds import the_round
from ledstjarna.rooms.vision.room import Choice, Origin, Standing
from ledstjarna.thread import memory, reads
from ledstjarna.thread.reads import Spot

A_WHILE = 30


@dataclass(frozen=True, slots=True)
class Offered:
    """A statement to take a stand on."""

    ref: str
    text: str
    lang: str
    mine: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """A stand already taken."""

    ref: str
    text: str
    lang: str
    choice: int
    choice_label: str


@dataclass(frozen=True, slots=True)
class BallotPage:
    """What a voter meets: one statement, and how far it is."""

    ref: str
    question: str
    why: tuple[Spot, ...]
    offered: Offered | None
    seen: int
    total: int
    share: float
    said: tuple[Said, ...]
    may_vote: bool
    may_say: bool
    entitled: bool
    unverified: bool
    open_to_public: bool
    phase: str


Rows = tuple[tuple[int, str, str, str], ...]


def _statements(round_: Round) -> Rows:
    def ask() -> Rows:
        rows = Statement.objects.filter(round=round_, standing=Standing.IN, merged_into=None)
        return tuple(rows.order_by("slot").values_list("slot", "node__ref", "text", "node__lang"))

    return memory.until_next_fact(("vision.statements", round_.pk), ask)


def _values(round_: Round, viewer: Viewer, token: str) -> bytes | None:
    """The voter's own votes; nothing where there is no ballot, or no way back to one."""
    if round_.secret is None or not (viewer.signed_in or token):
        return None
    voter = f"person:{viewer.person_id}" if viewer.signed_in else f"browser:{token}"
    key = rules.key_of(bytes(round_.secret) + settings.SECRET_KEY.encode(), voter)
    found = Ballot.objects.filter(round=round_, key=key).values_list("values", flat=True).first()
    return bytes(found) if found is not None else None


def _next(round_: Round, rows: Rows, values: bytes, now: datetime) -> str | None:
    """The statement whose answer the round learns most from now, by the engine's routing."""
    unseen = [slot for slot, *_ in rows if rules.choice_at(values, slot) is None]
    if not unseen:
        return None
    origin = Origin.STAFF if round_.labels else Origin.PUBLIC
    moment = int(now.timestamp()) // A_WHILE
    tally = memory.until(
        (moment, tuple(slot for slot, *_words in rows)),
        ("vision.tally", round_.pk),
        lambda: insight.tally(round_=round_, origin=origin),
    )
    seen = np.array([rules.choice_at(values, slot) is not None for slot, *_ in rows])
    seed = sum((slot + 1) * (values[slot] + 1) for slot, *_ in rows if slot < len(values))
    chosen = insight.next_statement(tally, seen, seed=seed + moment)
    return rows[chosen][1] if chosen is not None else None


def ballot(*, ref: str, viewer: Viewer, now: datetime, token: str = "", statement: str = "") -> BallotPage:
    """The ballot of this viewer, or of this browser; `statement` asks for one to change one's mind on."""
    round_ = the_round(ref=ref, viewer=viewer)
    rows = _statements(round_)
    own = _values(round_, viewer, token)
    values = own or b""
    may = rules.may_vote(viewer, round_.phase, paused=round_.paused, public=round_.open_to_public)
    entitled = own is not None or not viewer.signed_in
    wanted = statement or (_next(round_, rows, values, now) if may and entitled else None)
    chosen = next((row for row in rows if row[1] == wanted), None)
    said = tuple(_said(row, values) for row in rows if rules.choice_at(values, row[0]) is not None)
    return BallotPage(
        ref=ref,
        question=round_.question,
        why=reads.why(ids=[round_.pk], viewer=viewer)[round_.pk],
        offered=Offered(*chosen[1:], mine=rules.choice_at(values, chosen[0])) if chosen else None,
        seen=len(said),
        total=len(rows),
        share=len(said) / len(rows) if rows else 0.0,
        said=said,
        may_vote=may,
        may_say=rules.may_say(viewer, round_.phase, paused=round_.paused, public=round_.open_to_public),
        entitled=entitled,
        unverified=not viewer.signed_in,
        open_to_public=round_.open_to_public,
        phase=round_.phase,
    )


def _said(row: tuple[int, str, str, str], values: bytes) -> Said:
    slot, ref, text, lang = row
    choice = rules.choice_at(values, slot) or 0
    return Said(ref, text, lang, choice, str(Choice(choice).label))
