"""The cells of a register of initiatives: sums, days and goals, however they are written."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

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


class Wrong(Exception):
    """Why a cell, and so its row, will not do, by a name with words elsewhere."""


def progress(text: str) -> int | None:
    """A progress value from -1 to 100."""
    if not text:
        return None
    if not re.fullmatch(r"-?\d{1,3}", text) or not -1 <= int(text) <= 100:
        raise Wrong("progress")
    return int(text)


def whole(text: str, why: str) -> int | None:
    """A whole sum of kronor."""
    if not text:
        return None
    hit = SUM.match(text)
    digits = re.sub(r"\D", "", hit.group(1)) if hit else ""
    if hit is None or hit.group(2) or not digits or "-" in hit.group(1) or len(digits) > 9:
        raise Wrong(why)
    return int(digits)


def sums(text: str, why: str) -> tuple[Sum, ...]:
    """The sums of a cell: objects of a JSON list, or one a line or a semicolon apart."""
    if not text:
        return ()
    if text.startswith("["):
        return tuple(_sum_of(one, why) for one in _listed(text, why))
    return tuple(_sum_said(part, why) for part in re.split(r"[;\n]", text) if part.strip())


def _sum_of(one: Mapping[str, Any], why: str) -> Sum:
    amount = whole(str(one.get("amount", "")).strip(), why)
    if amount is None:
        raise Wrong(why)
    return Sum(amount, _day(str(one.get("date") or ""), why), str(one.get("comment") or "")[:LONGEST])


def _sum_said(text: str, why: str) -> Sum:
    hit = DAY.search(text)
    rest = text.replace(hit.group(0), " ") if hit else text
    parts = SUM.match(rest)
    amount = whole(parts.group(1).strip(), why) if parts else None
    if amount is None or parts is None:
        raise Wrong(why)
    return Sum(amount, _day(hit.group(0) if hit else "", why), parts.group(2).strip(" ,:–-()")[:LONGEST])


def _day(text: str, why: str) -> date | None:
    if not text:
        return None
    plain = f"{text[:4]}-{text[4:6]}-{text[6:8]}" if re.fullmatch(r"\d{8}", text) else text[:10]
    try:
        return date.fromisoformat(plain)
    except ValueError as error:
        raise Wrong(why) from error


def goals(text: str) -> tuple[Aim, ...]:
    """The effect goals of a cell: objects of a JSON list, or one a line or a semicolon apart."""
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
        raise Wrong(why) from error
    if not isinstance(read, list) or not all(isinstance(one, dict) for one in read):
        raise Wrong(why)
    return read
