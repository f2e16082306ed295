"""`ledstjarna spread`: is a new way catching on among units, told from a spreadsheet of who began when."""

import datetime
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from ledstjarna.cli._lessons import Compared, Course, compare
from ledstjarna.cli._report import Bars, Curve, Numbers, Output, Report, Section, give, outputs
from ledstjarna.cli._sheet import Column, Sheet, Unread, date, number, read_sheet, text
from ledstjarna.engines.spread import (
    Adoption,
    Contagion,
    Estimate,
    Fit,
    LogRank,
    Next,
    SecondUnit,
    Survival,
    Tree,
    adoption,
    contagion,
    fit,
    lasting,
    likeness,
    logrank,
    next_units,
    second_unit,
    survival_by,
    tree,
)

FIRST, STOPPED, FROM = "first use", "stopped", "learnt from"
COLUMNS = (
    Column("lesson", text, required=False),
    Column("unit", text),
    Column(FIRST, date, required=False),
    Column(STOPPED, date, required=False),
    Column(FROM, text, required=False),
    Column("need", text, required=False),
    Column("setting", text, required=False),
    Column("kind", text, required=False),
)
TIES = (Column("unit", text), Column("other", text), Column("weight", number, required=False))
WHY = {
    "itself": "of itself",
    "everyone": "many already use it",
    "ties": "units it works with use it",
    "alike": "units like it use it",
}
TOO_FEW = (
    "With fewer than 30 units, or before any has followed, a curve would promise too much: read the ranges."
)
SELF = "Above one taught by each, it spreads of itself; those who came last have had the least time to teach."
UNTAUGHT = "No unit is known to have learnt from another."
SHOWN = 20
"""Units in the chart of where next."""
SAME = 1e-9
Day = datetime.date
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
PERIODS = click.IntRange(1, 240)
DAY = click.DateTime(["%Y-%m-%d"])


@dataclass(frozen=True, slots=True)
class Lesson:
    """The spreadsheet as the engine takes it: days since the first use, NaN for not (yet)."""

    unit: list[str]
    start: Day
    until: Day
    by: str
    begun: np.ndarray
    stopped: np.ndarray
    teacher: np.ndarray
    kind: list[str]
    alike: np.ndarray | None

    @property
    def days(self) -> int:
        """From the first use until the day up to which we know."""
        return (self.until - self.start).days

    @property
    def using(self) -> np.ndarray:
        """Which units have begun."""
        return np.asarray(~np.isnan(self.begun))

    @property
    def wait(self) -> np.ndarray:
        """How long each unit waited or has waited, in days."""
        return np.asarray(np.where(self.using, self.begun, self.days))

    @property
    def periods(self) -> np.ndarray:
        """The period of first use of each unit."""
        return np.array([np.nan if np.isnan(one) else self.period(int(one)) for one in self.begun])

    def period(self, days: int) -> int:
        """The period in which that day falls; 0 is the first day itself."""
        if self.by == "week":
            return -(-days // 7)
        day = self.start + datetime.timedelta(days=days)
        months = 12 * (day.year - self.start.year) + day.month - self.start.month
        return months + (self.end(months) < day)

    def end(self, period: int) -> Day:
        """The last day of a period."""
        if self.by == "week":
            return self.start + datetime.timedelta(days=7 * period)
        year, month = divmod(self.start.month - 1 + period, 12)
        year += self.start.year
        return Day(year, month + 1, min(self.start.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything found, for `--json`; units are numbered by their row."""

    unit: list[str]
    start: Day
    until: Day
    period: str
    adoption: Adoption
    own: Estimate
    heed: Estimate
    channel: tuple[str, ...]
    mix: tuple[float, ...]
    along: float
    use: Survival
    tree: Tree
    second: SecondUnit
    kinds: LogRank | None
    contagion: Contagion | None
    next: tuple[Next, ...]


@click.command("spread")
@click.argument("file", type=FILE)
@click.option(
    "--ties", "tied", type=FILE, help="Who works with whom: columns unit, other and perhaps weight."
)
@click.option("--lesson", "chosen", help="Of several lessons in FILE, the one to tell everything of.")
@click.option("--until", type=DAY, metavar="DATE", help="The day up to which the list goes (its latest).")
@click.option("--period", type=click.Choice(["week", "month"]), default="month", show_default=True)
@click.option("--ahead", type=PERIODS, default=24, show_default=True, help="Periods to look ahead.")
@click.option("--seed", default=1, show_default=True, help="Of the dice: the same seed, the same answer.")
@outputs
def command(
    file: Path,
    tied: Path | None,
    chosen: str | None,
    until: datetime.datetime | None,
    period: str,
    ahead: int,
    seed: int,
    output: Output,
) -> None:
    """Tell whether a new way is catching on, who learnt from whom, and where it may go next.

    FILE has one row for every unit that could use it, also for those that do not yet. Columns: unit; first
    use and stopped (days like 2026-03-31, or empty); learnt from (a unit, or empty); and, if you like, need,
    setting and kind. With several lessons, name each in a column lesson: they are then compared, and --lesson
    tells everything of one.

    Example: ledstjarna spread units.csv --ties ties.csv --until 2026-10-31 --period month
    """
    sheet = read_sheet(file, COLUMNS)
    names = list(dict.fromkeys(name or "" for name in sheet.columns["lesson"]))
    if chosen is not None:
        sheet = _chosen(sheet, names, chosen)
    elif len(names) > 1:
        report, compared = _compared(sheet, names, until.date() if until else None)
        give(report, output, compared)
        return
    lesson = _lesson(sheet, until.date() if until else None, period)
    ties = None if tied is None else _ties(read_sheet(tied, TIES), lesson.unit)
    try:
        found, answer = _answer(lesson, ties, ahead, np.random.default_rng(seed))
    except ValueError as error:
        raise Unread(f"{file.name}: {error}") from error
    give(Report("Is it catching on?", tuple(_sections(lesson, found, answer))), output, answer)


def _chosen(sheet: Sheet, names: list[str], chosen: str) -> Sheet:
    if chosen not in names:
        raise click.BadParameter(f"{sheet.name} has {', '.join(filter(None, names))}", param_hint="--lesson")
    return sheet.only([at for at, name in enumerate(sheet.columns["lesson"]) if (name or "") == chosen])


def _compared(sheet: Sheet, names: list[str], until: Day | None) -> tuple[Report, Compared]:
    starts = [day for day in sheet.columns[FIRST] if day]
    if not starts:
        raise Unread(f"{sheet.name}: no unit has a first use yet, so there is nothing to tell.")
    end = until or max(day for name in (FIRST, STOPPED) for day in sheet.columns[name] if day)
    courses = []
    for name in names:
        own = _chosen(sheet, names, name)
        place = {unit: at for at, unit in reversed(list(enumerate(own.columns["unit"])))}
        own.refuse(_wrong(own, place, end))
        courses.append(Course(name, *_since(own, min(starts))))
    return compare(courses, (end - min(starts)).days, end)


def _since(sheet: Sheet, start: Day) -> Iterator[np.ndarray]:
    """Days from `start` to each first use and each stop, NaN where there is none."""
    for name in (FIRST, STOPPED):
        yield np.array([np.nan if day is None else float((day - start).days) for day in sheet.columns[name]])


def _lesson(sheet: Sheet, until: Day | None, by: str) -> Lesson:
    days = [day for name in (FIRST, STOPPED) for day in sheet.columns[name] if day]
    starts = [day for day in sheet.columns[FIRST] if day]
    if not starts:
        raise Unread(f"{sheet.name}: no unit has a first use yet, so there is nothing to tell.")
    start, end = min(starts), until or max(days)
    place = {name: at for at, name in reversed(list(enumerate(sheet.columns["unit"])))}
    sheet.refuse(_wrong(sheet, place, end))
    begun, stopped = _since(sheet, start)
    return Lesson(
        unit=sheet.columns["unit"],
        start=start,
        until=end,
        by=by,
        begun=begun,
        stopped=stopped,
        teacher=np.array([-1 if name is None else place[name] for name in sheet.columns[FROM]]),
        kind=[name or "" for name in sheet.columns["kind"]],
        alike=_alike(sheet),
    )


def _alike(sheet: Sheet) -> np.ndarray | None:
    given = [sheet.columns[name] for name in ("need", "setting") if any(sheet.columns[name])]
    return likeness(*given) if given else None


def _wrong(sheet: Sheet, place: dict[str, int], until: Day) -> Iterator[tuple[int, str, str]]:
    """What only the whole table shows to be wrong: each with its row, column and reason."""
    rows = zip(*(sheet.columns[name] for name in ("unit", FIRST, STOPPED, FROM)), strict=True)
    for at, (unit, first, stopped, teacher) in enumerate(rows):
        if place[unit] != at:
            yield at, "unit", "is there twice"
        if first and first > until:
            yield at, FIRST, f"is after {until}, the day up to which the list goes"
        if stopped and (not first or stopped < first):
            yield at, STOPPED, "comes before its first use" if first else "has no first use"
        if stopped and stopped > until:
            yield at, STOPPED, f"is after {until}, the day up to which the list goes"
        if teacher and (why := _mistaught(sheet, place, at, teacher)):
            yield at, FROM, why


def _mistaught(sheet: Sheet, place: dict[str, int], at: int, teacher: str) -> str:
    """Why a unit cannot have learnt from that one, or nothing where it can."""
    if teacher not in place:
        return "is not among the units"
    if place[teacher] == at:
        return "is the unit itself; leave it empty"
    own, other = sheet.columns[FIRST][at], sheet.columns[FIRST][place[teacher]]
    if own is None:
        return "but the unit has no first use"
    if other is None or other > own:
        return "has no first use" if other is None else f"began later, on {other}"
    return ""


def _ties(sheet: Sheet, units: list[str]) -> np.ndarray:
    place = {name: at for at, name in enumerate(units)}
    unit, other, weight = (sheet.columns[column.name] for column in TIES)
    sheet.refuse(
        (at, name, "is not among the units")
        for name, column in (("unit", unit), ("other", other))
        for at, one in enumerate(column)
        if one not in place
    )
    sheet.refuse((at, "weight", "is below 0") for at, one in enumerate(weight) if one is not None and one < 0)
    found = np.zeros((len(units), len(units)))
    for one, two, heavy in zip(unit, other, weight, strict=True):
        found[place[one], place[two]] = found[place[two], place[one]] = 1.0 if heavy is None else heavy
    return found


def _answer(
    lesson: Lesson, ties: np.ndarray | None, ahead: int, rng: np.random.Generator
) -> tuple[Fit, Answer]:
    found = fit(lesson.periods, lesson.period(lesson.days), ties=ties, alike=lesson.alike)
    began = lesson.begun[lesson.using]
    kinds = len(set(lesson.kind)) > 1
    answer = Answer(
        unit=lesson.unit,
        start=lesson.start,
        until=lesson.until,
        period=lesson.by,
        adoption=adoption(found, ahead, rng=rng),
        own=found.own,
        heed=found.heed,
        channel=found.channel,
        mix=found.mix,
        along=found.along,
        use=lasting(lesson.begun, lesson.stopped, lesson.days),
        tree=tree(lesson.teacher, lesson.begun, names=lesson.unit),
        second=second_unit(["lesson"] * len(began), began, lesson.days),
        kinds=logrank(lesson.wait, lesson.using, lesson.kind) if kinds else None,
        contagion=None
        if ties is None
        else contagion(lesson.begun, ties, rng=rng, strata=lesson.kind if kinds else None),
        next=next_units(found),
    )
    return found, answer


def _sections(lesson: Lesson, found: Fit, answer: Answer) -> Iterator[Section]:
    yield _use(lesson, answer.adoption)
    yield _kept(answer.use)
    yield _taught(lesson, answer.tree)
    yield _second(answer.second)
    if answer.kinds is not None:
        yield _kinds(lesson, answer.kinds)
    if answer.contagion is not None:
        yield _along(answer.contagion, strata=answer.kinds is not None)
    if answer.next:
        yield _where(lesson, found, answer.next)


def _percent(share: float) -> str:
    """A share as a person says it: never 0 or 100 per cent of what is only nearly so."""
    if 0 < share < 0.01 or 0.99 < share < 1:
        return "under 1 %" if share < 0.5 else "over 99 %"
    return f"{100 * share:.0f} %"


def _use(lesson: Lesson, ahead: Adoption) -> Section:
    used = int(ahead.used[-1])
    words = f"{used} of {ahead.units} units had begun by {lesson.until}. {_goal(lesson, ahead)}"
    if not ahead.enough:
        words += " " + TOO_FEW
    rows: list[tuple[object, ...]] = [
        (at, lesson.end(at), int(count), None, None) for at, count in enumerate(ahead.used)
    ]
    rows += [
        (int(at), lesson.end(int(at)), None, int(low), int(high))
        for at, low, high in zip(ahead.period, ahead.low, ahead.high, strict=True)
    ]
    columns = (lesson.by.capitalize(), "Ends", "Have begun", "At least", "At most")
    chart = _curve(ahead) if ahead.enough else None
    return Section("How many use it", words, columns, rows, chart)


def _curve(ahead: Adoption) -> Curve:
    before, after = [None] * len(ahead.used), [None] * len(ahead.period)
    middle, low, high = ([*before, *line.tolist()] for line in (ahead.middle, ahead.low, ahead.high))
    x = [*range(len(ahead.used)), *ahead.period.tolist()]
    lines: dict[str, Numbers] = {"expected": middle, "have begun": [*ahead.used.tolist(), *after]}
    return Curve(x, lines, low, high, mark=len(ahead.used) - 1)


def _goal(lesson: Lesson, ahead: Adoption) -> str:
    """When four units in five will have begun, in words."""
    goal, time = f"{_percent(ahead.share)} of the units ({ahead.goal})", ahead.time
    last = lesson.end(int(ahead.period[-1]))
    if time.high is not None and time.high < len(ahead.used):
        return f"{goal} were reached by {lesson.end(int(time.high))}."
    if time.low is None:
        return f"{goal} will hardly be reached by {last}."
    first = lesson.end(int(time.low))
    if time.high is None:
        return f"{goal} will hardly be reached before {first}, and may not be by {last}."
    held, end = _percent(ahead.held), lesson.end(int(time.high))
    return f"{goal} will be reached between {first} and {end}, in {held} of all likely courses."


def _kept(use: Survival) -> Section:
    stopped = int(use.events.sum())
    words = f"{stopped} of {use.count} units that began have stopped. "
    if not stopped:
        words += "Nobody has stopped so far; how long use lasts is not known yet."
        return Section("Is it kept up", words)
    rows = [
        (int(use.time[at]), *(_percent(one[at]) for one in (use.share, use.low, use.high)), use.at_risk[at])
        for at in np.flatnonzero((use.events > 0) | (use.time == 0))
    ]
    day, share, low, high = rows[-1][:4]
    words += f"{share} are expected to use it {day} days after they began ({low} to {high}, 95 % certain)."
    share, low, high = (100 * one for one in (use.share, use.low, use.high))
    chart = Curve(use.time.tolist(), {"still use it, %": share.tolist()}, low.tolist(), high.tolist())
    columns = ("Days since first use", "Still use it", "At least", "At most", "Followed so long")
    return Section("Is it kept up", words, columns, rows, chart)


def _taught(lesson: Lesson, found: Tree) -> Section:
    words = f"It began of itself in {', '.join(lesson.unit[at] for at in found.roots)}. "
    words += f"From there it has come {found.depth} steps. {SELF}" if found.depth else UNTAUGHT
    rows = [
        (one.number, one.units, one.taught, *(round(mean, 2) for mean in (one.each, one.low, one.high)))
        for one in found.generations
    ]
    columns = ("Steps from the first", "Units", "Have taught", "Each taught", "At least", "At most")
    return Section("Who learnt from whom", words, columns, rows)


def _second(found: SecondUnit) -> Section:
    wait = f"{found.wait[0]:.0f} days"
    came = f"The second unit began {wait} after the first."
    return Section("The second unit", came if found.came[0] else f"No second unit has begun in {wait}.")


def _kinds(lesson: Lesson, found: LogRank) -> Section:
    likely = "no more than chance may" if found.p > 0.05 else "more than chance would"
    words = f"Kinds of units differ in pace by {likely} bring about (p = {found.p:.2g})."
    rows = [
        (str(kind) or "not given", one.count, int(one.events.sum()), one.median.value)
        for kind, one in survival_by(lesson.wait, lesson.using, lesson.kind).items()
    ]
    return Section(
        "Kinds of units", words, ("Kind", "Units", "Have begun", "Days until half had begun"), rows
    )


def _along(found: Contagion, *, strata: bool) -> Section:
    if not found.enough:
        return Section("Does it follow ties", "Too little has happened, or too few ties are known, to tell.")
    began, others = _percent(found.began), _percent(found.others)
    likely = "is more than chance would" if found.p <= 0.05 else "is no more than chance may"
    words = (
        f"When a unit began, {began} of those it works with used it already; among all that could have begun "
        f"then it was {others}. That {likely} bring about (p = {found.p:.2g}). "
    )
    words += "Units were compared within their kind." if strata else "Units that are alike may keep together."
    return Section("Does it follow ties", words)


def _where(lesson: Lesson, found: Fit, ranked: tuple[Next, ...]) -> Section:
    words = f"The chance that a unit begins in the coming {lesson.by}, and what speaks for it most."
    if len(ranked) > 1 and ranked[0].chance - ranked[-1].chance < SAME:
        words += " Nothing known tells these units apart."
    rows = [
        (
            lesson.unit[one.unit],
            *(_percent(share) for share in (one.chance, one.low, one.high)),
            WHY[max(one.parts, key=lambda name: one.parts[name])],
        )
        for one in ranked
    ]
    best = ranked[:SHOWN]
    chance, low, high = ([100 * getattr(one, name) for one in best] for name in ("chance", "low", "high"))
    columns = ("Unit", "Chance", f"At least ({_percent(found.confidence)})", "At most", "Mostly because")
    return Section(
        "Where next", words, columns, rows, Bars([lesson.unit[one.unit] for one in best], chance, low, high)
    )
