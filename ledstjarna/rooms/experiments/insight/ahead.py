"""Which units may take up a lesson next, and a curve where it is honest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from ledstjarna.engines import spread
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.insight.spread import Use

AHEAD, FUTURES, SHOWN, MONTH = 12, 800, 5, 30.44
SEED = 1
LIKE, EVERYONE = "alike", "everyone"
TELLING, SAME = 0.25, 0.005  # shares of a reason worth telling, and chances that are the same


@dataclass(frozen=True, slots=True)
class Likely:
    """A unit that may be next: the chance that it begins within a month, its range, and why most of all."""

    unit: int
    chance: float
    low: float
    high: float
    why: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """Where it may go: the likeliest units, `same` where nothing tells them apart; and a curve, if honest."""

    months: int
    likely: tuple[Likely, ...]
    same: bool
    chart: dict[str, Any]


def ahead(uses: Sequence[Use], start: date, today: date) -> Ahead | None:
    """Which units may be next and why; a curve from thirty units only. None before anybody has begun."""
    began = [one.began for one in uses if one.began]
    months = int((today - start).days / MONTH)
    if not began or len(began) == len(uses) or months < 1:
        return None
    periods = np.array([_month(one.began, start, months) for one in uses])
    like = spread.likeness([one.group for one in uses], [one.setting for one in uses])
    found = spread.fit(periods, months, alike=like)
    likely = tuple(
        Likely(uses[one.unit].unit, one.chance, one.low, one.high, _why(one.parts))
        for one in spread.next_units(found)[:SHOWN]
    )
    same = len(likely) > 1 and likely[0].chance - likely[-1].chance < SAME
    curve = rules.is_worth_a_curve(len(uses)) and found.enough
    return Ahead(months, likely, same, _chart(found, start) if curve else {})


def _month(began: date | None, start: date, months: int) -> float:
    """The month in which a unit began, from 0; not a number for one that has not."""
    if began is None:
        return float("nan")
    return float(min(max(int(np.ceil((began - start).days / MONTH)), 0), months))


def _why(parts: dict[str, float]) -> str:
    """What speaks for a unit more than that somebody always begins; empty where nothing does."""
    said = {
        LIKE: _("units like it, in client group and setting, use it"),
        EVERYONE: _("more and more units use it"),
    }
    most = max(said, key=lambda name: parts.get(name, 0.0))
    return said[most] if parts.get(most, 0.0) >= TELLING else ""


def _chart(found: spread.Fit, start: date) -> dict[str, Any]:
    """How many use it, month by month, and between what numbers it may go on."""
    coming = spread.adoption(found, AHEAD, rng=np.random.default_rng(SEED), draws=FUTURES)
    used, after = coming.used.tolist(), [None] * len(coming.period)
    before = [None] * len(used)
    month = [start + timedelta(days=round(MONTH * at)) for at in (*range(len(used)), *coming.period.tolist())]
    return {
        "summary": _(
            "How many units have begun, and the range of what may come: four futures of five lie in it."
        ),
        "x": [f"{day:%Y-%m}" for day in month],
        "lines": {_("Have begun"): [*used, *after], _("Expected"): [*before, *coming.middle.tolist()]},
        "low": [*before, *coming.low.tolist()],
        "high": [*before, *coming.high.tolist()],
        "mark": f"{month[len(used) - 1]:%Y-%m}",
    }
