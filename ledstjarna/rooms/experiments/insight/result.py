"""What a test has shown so far, in words that hold however often one looks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from ledstjarna.engines import trial
from ledstjarna.engines.trial import Measure, Reason, Result, Rule, Verdict
from ledstjarna.rooms.experiments.insight import rows as arrays
from ledstjarna.rooms.experiments.insight.rows import Place, Row
from ledstjarna.rooms.experiments.insight.telling import interval, level_words, says, sure, words
from ledstjarna.rooms.experiments.models import Experiment
from ledstjarna.rooms.experiments.room import Better, Design, Sort

DRAWN = 4  # days that are worth a chart
MEASURES = {Sort.YES_NO: Measure.YES_NO, Sort.COUNT: Measure.COUNT, Sort.AMOUNT: Measure.NUMBER}


@dataclass(frozen=True, slots=True)
class Line:
    """A day or a side in the table beneath the chart."""

    label: str
    value: str
    phase: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What has been seen: words first, then figures, a chart's data and the table that says the same.

    `change` and its ends are shares of the usual: −0.4 is two fifths less. `verdict` is what the rule
    says, in the engine's word; empty where there is nothing to count.
    """

    words: str
    interval: str
    verdict: str
    says: str
    before: str
    after: str
    change: float | None
    low: float | None
    high: float | None
    error: float | None
    days: tuple[int, int]
    lines: tuple[Line, ...] = ()
    chart: dict[str, Any] = field(default_factory=dict)


def seen(
    one: Experiment, rows: Sequence[Row], places: Sequence[Place], changes_on: date | None, *, over: bool
) -> Seen | None:
    """What the observations of a test say; None where there is nothing to count."""
    if one.sort == Sort.NOTHING or one.design == Design.CONTRIBUTION:
        return None
    days = arrays.calendar(rows)
    result, level = _result(one.sort, one.design, tuple(rows), tuple(places), changes_on)
    verdict = _verdict(result, level, one, over)
    shares = [_share(value, result, level) for value in (result.estimate, result.low, result.high)]
    if one.sort != Sort.AMOUNT:  # of what is counted nothing is less than none
        shares = [None if share is None else max(share, -1.0) for share in shares]
    chart, lines = ({}, ()) if one.design != Design.SERIES else _curve(one, rows, changes_on, days)
    return Seen(
        words=words(result, shares[0], one, sure=sure(shares)),
        interval=interval(shares, result),
        verdict=verdict.value,
        says=says(verdict),
        before=level_words(result.first if level is None else level, one),
        after=level_words(result.second, one),
        change=shares[0],
        low=shares[1],
        high=shares[2],
        error=_error(result, level),
        days=result.n,
        lines=lines,
        chart=chart,
    )


@lru_cache(maxsize=64)
def _result(
    sort: str, design: str, rows: tuple[Row, ...], places: tuple[Place, ...], changes_on: date | None
) -> tuple[Result, float | None]:
    """The engine's result, and the level without the change that it is a share of.

    It follows from its arguments alone, so that looking again at a long series costs nothing.
    """
    measure = MEASURES[Sort(sort)]
    if design == Design.STAGGERED:
        return _staggered(sort, rows, places)
    if design == Design.WORDINGS:
        found = trial.two_arms(*arrays.ways(sort, rows), measure=measure)
    elif design == Design.MATCHED:
        found = trial.matched(*arrays.matched(sort, rows, places))
    else:
        days = arrays.calendar(rows)
        start = sum(day < changes_on for day in days) if changes_on else len(days)
        found = trial.before_after(arrays.series(sort, rows, days), start)
    return found, found.first


def _staggered(sort: str, rows: Sequence[Row], places: Sequence[Place]) -> tuple[Result, float | None]:
    table, starts, days = arrays.staggered(sort, rows, places)
    if not days:
        return Result(Measure.NUMBER, Reason.TOO_FEW), None
    before = table[np.arange(len(days)) < starts[:, None]]
    known = before[~np.isnan(before)]
    return trial.staggered(table, starts), float(known.mean()) if len(known) else None


def _share(value: float | None, result: Result, level: float | None) -> float | None:
    """A change as a share of the usual."""
    if value is None:
        return None
    if result.is_ratio:
        return value - 1
    return value / abs(level) if level else None


def _error(result: Result, level: float | None) -> float | None:
    """The standard error on the same scale, for those who pool several tests."""
    if result.error is None or result.is_ratio:
        return result.error
    return result.error / abs(level) if level else None


def _verdict(result: Result, level: float | None, one: Experiment, over: bool) -> Verdict:
    worth = one.worth if result.is_ratio else one.worth * abs(level or 0.0)
    if not worth > 0 or (result.is_ratio and one.better == Better.DOWN and worth >= 1):
        return Verdict.CANNOT_TELL
    return trial.decide(result, Rule(worth, more_is_better=one.better == Better.UP), over=over)


def _curve(
    one: Experiment, rows: Sequence[Row], changes_on: date | None, days: Sequence[date]
) -> tuple[dict[str, Any], tuple[Line, ...]]:
    """The days on a control chart: the usual coming and going is taken from before the change."""
    values = arrays.series(one.sort, rows, days)
    start = sum(day < changes_on for day in days) if changes_on else len(days)
    limits = trial.chart(values, baseline=start or None) if days else None
    low, high = (limits.low, limits.high) if limits and limits.enough else (np.array([]), np.array([]))
    if one.sort != Sort.AMOUNT:
        low = np.maximum(low, 0.0)
    if one.sort == Sort.YES_NO:
        high = np.minimum(high, 1.0)
    lines = {one.measure: _known(values)}
    if limits and limits.enough:
        lines[_("The usual")] = [round(limits.centre, 3)] * len(days)
    chart = {
        "summary": _("Each day of “%(measure)s”; the band is the usual coming and going before the change.")
        % {"measure": one.measure},
        "x": [day.isoformat() for day in days],
        "lines": lines,
        "low": _known(low) or None,
        "high": _known(high) or None,
        "mark": days[start].isoformat() if days and start < len(days) else None,
    }
    table = tuple(
        Line(day.isoformat(), level_words(float(value), one), "before" if n < start else "after")
        for n, (day, value) in enumerate(zip(days, values, strict=True))
        if not np.isnan(value)
    )
    return (chart if len(table) >= DRAWN else {}), table


def _known(values: Any) -> list[float | None]:
    return [None if np.isnan(value) else round(float(value), 3) for value in values]
