"""What became of a lesson, through the engines: who learnt from whom, and whether use lasts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ledstjarna.engines import spread, trial
from ledstjarna.rooms.experiments import rules


@dataclass(frozen=True, slots=True)
class Use:
    """A unit that could use the lesson: when it began and stopped, its teacher, and what it is like."""

    unit: int
    began: date | None
    ended: date | None
    teacher: int
    group: str
    setting: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit in the tree: its row, how many steps from the first, and those that learnt from it."""

    unit: int
    steps: int
    taught: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Lasting:
    """How use lasts: those followed, those that have stopped, and by day the share left, with its range."""

    followed: int
    stopped: int
    days: tuple[int, ...]
    share: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    half: float | None


@dataclass(frozen=True, slots=True)
class Pooled:
    """What several tests show together, as shares of the usual, and where another unit's would lie."""

    tests: int
    change: float
    low: float
    high: float
    unlike: float
    next_low: float | None
    next_high: float | None


def grown(uses: Sequence[Use]) -> tuple[Branch, ...]:
    """The tree of who learnt from whom, of those that use it or have; what does not fit began by itself."""
    rows = [one for one in uses if one.began]
    place = {one.unit: at for at, one in enumerate(rows)}
    teacher = [_teacher(one, rows, place) for one in rows]
    days = [float((one.began - date.min).days) for one in rows if one.began]
    try:
        found = spread.tree(np.array(teacher, dtype=np.int64), np.array(days)) if rows else None
    except ValueError:  # a circle: two units that say they learnt from one another on the same day
        found = spread.tree(np.full(len(rows), -1), np.array(days))
    if found is None:
        return ()
    below: dict[int, list[int]] = {}
    for at, above in enumerate(found.teacher.tolist()):
        below.setdefault(above, []).append(at)

    def branch(at: int, steps: int) -> Branch:
        learnt = sorted(below.get(at, []), key=lambda one: (days[one], one))
        return Branch(rows[at].unit, steps, tuple(branch(one, steps + 1) for one in learnt))

    return tuple(branch(at, 0) for at in sorted(found.roots, key=lambda one: (days[one], one)))


def _teacher(one: Use, rows: Sequence[Use], place: dict[int, int]) -> int:
    at = place.get(one.teacher, -1)
    if at < 0 or one.teacher == one.unit or one.began is None:
        return -1
    before = rows[at].began
    return at if before is not None and before <= one.began else -1


def second(uses: Sequence[Use], start: date) -> int | None:
    """Days from the lesson until the first other unit used it; None where none has."""
    days = [max((one.began - start).days, 0) for one in uses if one.began]
    return min(days, default=None)


def lasting(uses: Sequence[Use], today: date) -> Lasting | None:
    """How use lasts among those that began (Kaplan-Meier, 95 %); None where nobody has."""
    began = [one for one in uses if one.began]
    if not began:
        return None
    start = np.array([(one.began - date.min).days for one in began if one.began], dtype=float)
    stop = np.array([(one.ended - date.min).days if one.ended else np.nan for one in began])
    found = spread.lasting(start, stop, float((today - date.min).days))
    half = found.median.value
    columns = (found.share, found.low, found.high)
    share, low, high = (tuple(round(float(value), 3) for value in column) for column in columns)
    days = tuple(int(day) for day in found.time)
    return Lasting(found.count, int(found.events.sum()), days, share, low, high, half)


def pooled(changes: Sequence[tuple[float, float, bool]]) -> Pooled | None:
    """What tests of the same measure show together, from two up; each is change, error, whether a ratio."""
    ratios = [one for one in changes if one[2]]
    rows = ratios if len(ratios) * 2 >= len(changes) else [one for one in changes if not one[2]]
    rows = [one for one in rows if one[1] > 0 and np.isfinite(one[0]) and (not one[2] or one[0] > -1)]
    if len(rows) < rules.POOL_FROM:
        return None
    ratio = rows[0][2]
    found = trial.pool(
        [float(np.log1p(change)) if ratio else change for change, _error, _ratio in rows],
        [error for _change, error, _ratio in rows],
    )
    back = _share_of_log if ratio else _share
    ends = (found.next_low, found.next_high)
    lower, upper = (None if end is None else back(end) for end in ends)
    return Pooled(len(rows), back(found.mean), back(found.low), back(found.high), found.i2, lower, upper)


def _share_of_log(value: float) -> float:
    return float(np.expm1(min(value, 20.0)))


def _share(value: float) -> float:
    """A change as a share of the usual: nothing can fall by more than all of it."""
    return max(float(value), -1.0)
