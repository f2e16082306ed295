"""Which rows of a register of initiatives can be initiatives, and which cannot and why."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from ledstjarna.rooms.accelerator.rules.cells import LONGEST, Aim, Sum, Wrong, goals, progress, sums, whole
from ledstjarna.rooms.accelerator.rules.steps import step_of
from ledstjarna.rooms.accelerator.rules.tables import FIELDS

BESIDE = (
    "operation", "operation_domain", "sectors", "technologies", "impact", "potential", "global_goals",
    "platforms", "city_wide", "challenging", "internal", "residents", "links",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """An initiative as its row says it; `row` is where it stands and `key` what tells it from others."""

    row: int
    key: str
    title: str
    step: int
    state: str
    texts: Mapping[str, str]
    cost: int | None
    challenge: str
    unit: str
    granted: tuple[Sum, ...]
    used: tuple[Sum, ...]
    goals: tuple[Aim, ...]
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that cannot be an initiative, and why, by a name with words elsewhere."""

    row: int
    why: str


def rows_of(
    lines: Sequence[tuple[int, Sequence[str]]], chosen: Mapping[str, int]
) -> tuple[tuple[Found, ...], tuple[Bad, ...]]:
    """The initiatives of a table, and the rows that cannot be any, each by its number."""
    found: list[Found] = []
    bad: list[Bad] = []
    seen: set[str] = set()
    for number, cells in lines:
        typed = {name: _cell(cells, chosen.get(name)) for name in FIELDS}
        try:
            one = _found(number, typed)
            if one.key in seen:
                raise Wrong("twice")
        except Wrong as wrong:
            bad.append(Bad(number, str(wrong)))
            continue
        seen.add(one.key)
        found.append(one)
    return tuple(found), tuple(bad)


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _found(number: int, typed: Mapping[str, str]) -> Found:
    if not typed["title"]:
        raise Wrong("title")
    if len(typed["title"]) > LONGEST:
        raise Wrong("long")
    step, state = _standing(typed)
    if state != "running" and not typed["lesson"]:
        raise Wrong("lesson")
    if state == "stopped" and not typed["why_stopped"]:
        raise Wrong("explanation")
    texts = ("what", "reason", "how", "lesson", "why_stopped", "partners")
    return Found(
        row=number,
        key=(typed["key"] or typed["title"].casefold())[:200],
        title=" ".join(typed["title"].split()),
        step=step,
        state=state,
        texts={name: typed[name] for name in texts},
        cost=whole(typed["cost"], "cost"),
        challenge=typed["challenge"],
        unit=typed["unit"],
        granted=sums(typed["granted"], "granted"),
        used=sums(typed["used"], "used"),
        goals=goals(typed["goals"]),
        more={name: typed[name] for name in BESIDE if typed[name]},
    )


def _standing(typed: Mapping[str, str]) -> tuple[int, str]:
    """Step and state; one that was cancelled keeps the step that it had come to (R7)."""
    step, state = step_of(progress(typed["progress"]), typed["status"])
    if state == "stopped":
        step = step_of(progress(typed["earlier"]), typed["previous"])[0]
    return step, state


def digest_of(row: Found) -> str:
    """What a row says, as one word that is the same only if it says the same, wherever it stands."""
    said = json.dumps(asdict(row) | {"row": 0}, sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()
