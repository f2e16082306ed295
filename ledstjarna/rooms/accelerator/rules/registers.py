"""The export of a register of initiatives read: which column says what, and which rows will not do.

The fields are those of the city's own open register (domain.md 3.3). Named contacts, participants, files,
pictures and places on a map are left where they are: nobody has consented to having them here.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from ledstjarna.plumbing import columns
from ledstjarna.rooms.accelerator.rules.steps import step_of

FIELDS: dict[str, tuple[str, ...]] = {
    "key": ("id", "uuid", "slug", "nyckel", "key"),
    "title": ("title", "rubrik", "titel", "namn", "initiativ", "name"),
    "what": ("what", "project what", "vad"),
    "reason": ("why", "project why", "varför"),
    "how": ("how", "project how", "hur"),
    "lesson": ("lessons learned", "lessons_learned", "lärdomar", "lärdom"),
    "status": ("status",),
    "progress": ("progress value", "progress_value", "status progress", "progress", "framdrift"),
    "earlier": ("previous status progress", "previous_status_progress_value", "tidigare framdrift"),
    "previous": ("previous status", "previous_status", "tidigare status"),
    "why_stopped": ("status explanation", "status_explanation", "statusförklaring", "förklaring av status"),
    "challenge": ("challenge", "utmaning"),
    "unit": ("organisation", "organization", "owner organisation", "förvaltning", "ägare"),
    "partners": ("partners", "samarbetspartners", "partner"),
    "cost": ("estimated budget", "estimated_budget", "beräknad budget", "budget"),
    "granted": ("funds granted", "funds_granted", "beviljade medel"),
    "used": ("funds used", "funds_used", "använda medel"),
    "goals": ("impact goals", "impact_goals", "effektmål"),
    "operation": ("operation", "verksamhet"),
    "operation_domain": ("operation domain", "operation_domain", "verksamhetsområde"),
    "sectors": ("sectors", "sector", "sektorer", "sektor"),
    "technologies": ("technologies", "technology", "tekniker", "teknik"),
    "impact": ("expected impact", "expected_impact", "förväntad effekt"),
    "potential": ("innovation potential", "innovation_potential", "innovationspotential"),
    "global_goals": ("global goals", "global_goals", "globala mål", "sdg"),
    "platforms": ("platforms", "platform", "plattformar"),
    "city_wide": ("city wide", "city_wide", "stadsövergripande"),
    "challenging": ("challenging core business", "challenging_core_business", "utmanar kärnverksamheten"),
    "internal": ("internal", "internt"),
    "residents": ("resident involvement", "resident_involvement", "invånarinvolvering"),
    "links": ("links", "länkar"),
}
BESIDE = (
    "operation", "operation_domain", "sectors", "technologies", "impact", "potential", "global_goals",
    "platforms", "city_wide", "challenging", "internal", "residents", "links",
)  # fmt: skip
SURE = 84
LONGEST = 300
SUM = re.compile(r"^\s*(-?[\d\s\N{NO-BREAK SPACE}.]+)(?:,\d+)?\s*(?:kr|sek)?\s*(.*)$", re.IGNORECASE)
DAY = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount with its day and comment."""

    amount: int
    on: date | None
    comment: str


@dataclass(frozen=True, slots=True)
class Aim:
    """An effect goal as a register says it."""

    text: str
    comment: str
    completed: bool


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


class _Wrong(Exception):
    """Why a row will not do."""


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """The column of each field, as far as the header tells."""
    return columns.guess(header, FIELDS, SURE)


def table_of(text: str) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    """A JSON export as a table: its keys in order of appearance, and a row for each object.

    Raises:
        ValueError: it is not a list of objects, nor an object that holds one.
    """
    read = json.loads(text)
    rows = read if isinstance(read, list) else _inner(read)
    if not rows or not all(isinstance(row, dict) for row in rows):
        raise ValueError("objects")
    flat = [_flat(row) for row in rows]
    header = tuple(dict.fromkeys(name for row in flat for name in row))
    return header, [(n, [row.get(name, "") for name in header]) for n, row in enumerate(flat, 1)]


def _inner(read: Any) -> list[Any]:
    lists = [one for one in read.values() if isinstance(one, list)] if isinstance(read, dict) else []
    return lists[0] if lists else []


def _flat(row: Mapping[str, Any]) -> dict[str, str]:
    """An object as cells: a status of several parts becomes columns of their own."""
    made: dict[str, str] = {}
    for name, value in row.items():
        if isinstance(value, dict) and "status" in name.casefold():
            made[name] = _said(value.get("name", ""))
            made[f"{name} progress"] = _said(value.get("progress_value", ""))
        else:
            made[name] = _said(value)
    return made


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        named = value.get("name", value.get("title", value.get("rendered")))
        return str(named) if named is not None else json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        if any(isinstance(one, dict) and not {"name", "title"} & one.keys() for one in value):
            return json.dumps(value, ensure_ascii=False)
        return ", ".join(map(_said, value))
    return str(value)


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
                raise _Wrong("twice")
        except _Wrong as wrong:
            bad.append(Bad(number, str(wrong)))
            continue
        seen.add(one.key)
        found.append(one)
    return tuple(found), tuple(bad)


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _found(number: int, typed: Mapping[str, str]) -> Found:
    if not typed["title"]:
        raise _Wrong("title")
    if len(typed["title"]) > LONGEST:
        raise _Wrong("long")
    step, state = _standing(typed)
    if state != "running" and not typed["lesson"]:
        raise _Wrong("lesson")
    if state == "stopped" and not typed["why_stopped"]:
        raise _Wrong("explanation")
    texts = ("what", "reason", "how", "lesson", "why_stopped", "partners")
    return Found(
        row=number,
        key=(typed["key"] or typed["title"].casefold())[:200],
        title=" ".join(typed["title"].split()),
        step=step,
        state=state,
        texts={name: typed[name] for name in texts},
        cost=_whole(typed["cost"], "cost"),
        challenge=typed["challenge"],
        unit=typed["unit"],
        granted=_sums(typed["granted"], "granted"),
        used=_sums(typed["used"], "used"),
        goals=_goals(typed["goals"]),
        more={name: typed[name] for name in BESIDE if typed[name]},
    )


def _standing(typed: Mapping[str, str]) -> tuple[int, str]:
    """Step and state; one that was cancelled keeps the step that it had come to (R7)."""
    step, state = step_of(_progress(typed["progress"]), typed["status"])
    if state == "stopped":
        step = step_of(_progress(typed["earlier"]), typed["previous"])[0]
    return step, state


def _progress(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"-?\d{1,3}", text) or not -1 <= int(text) <= 100:
        raise _Wrong("progress")
    return int(text)


def _whole(text: str, why: str) -> int | None:
    if not text:
        return None
    hit = SUM.match(text)
    digits = re.sub(r"\D", "", hit.group(1)) if hit else ""
    if hit is None or hit.group(2) or not digits or "-" in hit.group(1) or len(digits) > 9:
        raise _Wrong(why)
    return int(digits)


def _sums(text: str, why: str) -> tuple[Sum, ...]:
    """The sums of a cell: objects of a JSON list, or one a line or a semicolon apart."""
    if not text:
        return ()
    if text.startswith("["):
        return tuple(_sum_of(one, why) for one in _listed(text, why))
    return tuple(_sum_said(part, why) for part in re.split(r"[;\n]", text) if part.strip())


def _sum_of(one: Mapping[str, Any], why: str) -> Sum:
    amount = _whole(str(one.get("amount", "")).strip(), why)
    if amount is None:
        raise _Wrong(why)
    return Sum(amount, _day(str(one.get("date") or ""), why), str(one.get("comment") or "")[:LONGEST])


def _sum_said(text: str, why: str) -> Sum:
    hit = DAY.search(text)
    rest = text.replace(hit.group(0), " ") if hit else text
    parts = SUM.match(rest)
    amount = _whole(parts.group(1).strip(), why) if parts else None
    if amount is None or parts is None:
        raise _Wrong(why)
    return Sum(amount, _day(hit.group(0) if hit else "", why), parts.group(2).strip(" ,:–-()")[:LONGEST])


def _day(text: str, why: str) -> date | None:
    if not text:
        return None
    plain = f"{text[:4]}-{text[4:6]}-{text[6:8]}" if re.fullmatch(r"\d{8}", text) else text[:10]
    try:
        return date.fromisoformat(plain)
    except ValueError as error:
        raise _Wrong(why) from error


def _goals(text: str) -> tuple[Aim, ...]:
    if not text:
        return ()
    if text.startswith("["):
        made = [
            Aim(
                str(one.get("goal") or one.get("impact_goal") or "")[:LONGEST],
                str(one.get("comment") or one.get("impact_goal_comment") or ""),
                bool(one.get("completed") or one.get("impact_goal_completed")),
            )
            for one in _listed(text, "goals")
        ]
        return tuple(one for one in made if one.text)
    return tuple(Aim(part.strip()[:LONGEST], "", False) for part in re.split(r"[;\n]", text) if part.strip())


def _listed(text: str, why: str) -> list[Mapping[str, Any]]:
    try:
        read = json.loads(text)
    except ValueError as error:
        raise _Wrong(why) from error
    if not isinstance(read, list) or not all(isinstance(one, dict) for one in read):
        raise _Wrong(why)
    return read


def digest_of(row: Found) -> str:
    """What a row says, as one word that is the same only if it says the same, wherever it stands."""
    said = json.dumps(asdict(row) | {"row": 0}, sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()
