"""Several lessons of one sheet side by side: how far each has come, and how they last and spread together."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ledstjarna.cli._report import Curve, Report, Section
from ledstjarna.engines.spread import LogRank, SecondUnit, Survival, lasting, logrank, second_unit

Days = np.ndarray


@dataclass(frozen=True, slots=True)
class Course:
    """A lesson over its units: days of first use and of stopping since the first of all, NaN for not yet."""

    name: str
    begun: Days
    stopped: Days

    @property
    def using(self) -> Days:
        """Which units have begun."""
        return np.asarray(~np.isnan(self.begun))


@dataclass(frozen=True, slots=True)
class Compared:
    """Everything found, for `--json`: days since the first use of any lesson."""

    lesson: list[str]
    units: list[int]
    begun: list[int]
    stopped: list[int]
    second: SecondUnit
    use: Survival
    differ: LogRank | None


def compare(courses: Sequence[Course], days: int, until: datetime.date) -> tuple[Report, Compared]:
    """What lessons show beside and with one another, up to `until`, `days` after the first use of any."""
    used = [one for one in courses if one.using.any()]
    lesson = np.repeat([one.name for one in used], [int(one.using.sum()) for one in used])
    begun = np.concatenate([one.begun[one.using] for one in used])
    stopped = np.concatenate([one.stopped[one.using] for one in used])
    over = ~np.isnan(stopped)
    followed = np.where(over, stopped, days) - begun
    differs = len(used) > 1 and over.any()
    found = Compared(
        [one.name for one in courses],
        [len(one.begun) for one in courses],
        [int(one.using.sum()) for one in courses],
        [int((~np.isnan(one.stopped)).sum()) for one in courses],
        second_unit(lesson.tolist(), begun, days),
        lasting(begun, stopped, days),
        logrank(followed, over, lesson.tolist()) if differs else None,
    )
    sections = (_table(found), _waiting(found.second), _lasting(found))
    return Report(f"How {len(courses)} lessons spread, up to {until}", sections), found


def _table(found: Compared) -> Section:
    waited = dict(
        zip(found.second.lesson, zip(found.second.wait, found.second.came, strict=True), strict=True)
    )
    rows = []
    for name, units, begun, stopped in zip(
        found.lesson, found.units, found.begun, found.stopped, strict=True
    ):
        wait, came = waited.get(name, (np.nan, False))
        told = "" if np.isnan(wait) else f"{wait:.0f}" if came else f"none in {wait:.0f}"
        rows.append((name or "not named", units, begun, stopped, told))
    words = "Choose one with --lesson to be told everything of it."
    columns = ("Lesson", "Units", "Have begun", "Have stopped", "Days to the second unit")
    return Section("Lesson by lesson", words, columns, rows)


def _curve(course: Survival, word: str) -> Curve:
    share, low, high = (100 * one for one in (course.share, course.low, course.high))
    return Curve(course.time.tolist(), {word: share.tolist()}, low.tolist(), high.tolist())


def _waiting(found: SecondUnit) -> Section:
    came, half = int(found.came.sum()), found.waiting.median.value
    words = f"{came} of {len(found.came)} lessons in use have reached a second unit. "
    words += (
        f"Half of them do within {half:.0f} days."
        if half is not None
        else "Fewer than half are expected to have done so in the time we know of."
    )
    return Section("The second unit", words, chart=_curve(found.waiting, "still in one unit, %"))


def _lasting(found: Compared) -> Section:
    stopped = sum(found.stopped)
    words = f"{stopped} of {found.use.count} uses have stopped. "
    if found.differ is not None:
        likely = "no more than chance may" if found.differ.p > 0.05 else "more than chance would"
        words += (
            f"Lessons differ in how long they are kept up by {likely} bring about (p = {found.differ.p:.2g})."
        )
    return Section("Is it kept up", words, chart=_curve(found.use, "still used, %") if stopped else None)
