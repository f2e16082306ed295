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
from ledstjarna.rooms.experiments.insight.words import figure, share_words
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
    chart, lines = ({}, ()) if one.design != Design.SERIES else _curve(one, rows, changes_on, days)
    return Seen(
        words=_words(result, shares[0], one, sure=_sure(shares)),
        interval=_interval(shares, result),
        verdict=verdict.value,
        says=_says(verdict, result),
        before=_level_words(result.first if level is None else level, one),
        after=_level_words(result.second, one),
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


def _words(result: Result, share: float | None, one: Experiment, *, sure: bool) -> str:
    """What was seen, first of all in words."""
    cannot = {
        Reason.TOO_FEW: _("There are too few observations to tell anything yet. Go on counting."),
        Reason.ONE_SIDE: _("Only one side has been observed: before the change, or after it."),
        Reason.NO_VARIATION: _("Everything is the same so far, so chance cannot be judged."),
        Reason.TOO_WIDE: _("It cannot be told yet: every change is still possible."),
        Reason.CONTRADICTION: _(
            "What is measured drifts by itself, so that it cannot be told what the change did."
        ),
    }
    if not result.enough or share is None:
        return cannot.get(result.why, cannot[Reason.TOO_WIDE])
    if share < -0.87:
        return _("“%(measure)s” has nearly gone.") % {"measure": one.measure}
    if abs(share) < 0.02:
        return _("“%(measure)s” is about as it was.") % {"measure": one.measure}
    said = {"measure": one.measure, "share": share_words(share)}
    if not sure:
        if share > 0:
            return _("“%(measure)s” seems to be about %(share)s more, but it may be chance.") % said
        return _("“%(measure)s” seems to be about %(share)s less, but it may be chance.") % said
    if share > 0:
        return _("“%(measure)s” has become more, by about %(share)s.") % said
    return _("“%(measure)s” has become less, by about %(share)s.") % said


def _sure(shares: Sequence[float | None]) -> bool:
    """Whether chance alone does not do this: the interval leaves out no change."""
    low, high = shares[1], shares[2]
    return (low is not None and low > 0) or (high is not None and high < 0)


def _interval(shares: Sequence[float | None], result: Result) -> str:
    """Where the real change lies, so that peeking is safe."""
    low, high = shares[1], shares[2]
    if not result.enough or (low is None and high is None):
        return ""
    if low is not None and high is not None:
        said = _("The real change lies between %(low)s and %(high)s.")
        return said % {"low": percent_change(low), "high": percent_change(high)}
    if low is not None:
        return _("The real change is %(low)s or more.") % {"low": percent_change(low)}
    return _("The real change is %(high)s or less.") % {"high": percent_change(high or 0.0)}


def percent_change(share: float) -> str:
    """A change in per cent with its sign: −40 %."""
    size = round(100 * share)
    sign = "+" if size > 0 else "−" if size < 0 else "±"
    return _("%(sign)s%(size)s %%") % {"sign": sign, "size": abs(size)}


def _says(verdict: Verdict, result: Result) -> str:
    words = {
        Verdict.SCALE: _("The rule is met: scale it."),
        Verdict.STOP: _("The rule is not met: a change worth having is ruled out. Stop."),
        Verdict.ADAPT: _("The rule is not met: it is not shown to be worth having as it is. Adapt it."),
        Verdict.CANNOT_TELL: _("The rule cannot tell yet."),
    }
    return words[verdict]


def _level_words(value: float | None, one: Experiment) -> str:
    if value is None:
        return ""
    if one.sort == Sort.YES_NO:
        return _("%(share)s %% of the times") % {"share": round(100 * value)}
    if one.sort == Sort.COUNT:
        return _("%(figure)s a day") % {"figure": figure(value)}
    return figure(value)


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
        Line(day.isoformat(), _level_words(float(value), one), "before" if n < start else "after")
        for n, (day, value) in enumerate(zip(days, values, strict=True))
        if not np.isnan(value)
    )
    return (chart if len(table) >= DRAWN else {}), table


def _known(values: Any) -> list[float | None]:
    return [None if np.isnan(value) else round(float(value), 3) for value in values]
