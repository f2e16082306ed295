"""`ledstjarna trial`: what a small test showed, from a spreadsheet."""

from collections.abc import Callable
from pathlib import Path

import click
import numpy as np

from ledstjarna.cli._report import Bars, Curve, Output, Report, Section, give, outputs
from ledstjarna.cli._sheet import Column, Sheet, date, number, read_sheet, text
from ledstjarna.engines import trial
from ledstjarna.engines.trial import Measure, Reason, Result, Rule, Verdict

DESIGNS = ("two-arms", "before-after", "matched", "staggered")
COLUMNS = [
    Column("value", number, required=False),
    Column("date", date, required=False),
    Column("arm", text, required=False),
    Column("pair", text, required=False),
    Column("unit", text, required=False),
    Column("start", date, required=False),
    Column("exposure", number, required=False),
]
CANNOT = {
    Reason.TOO_FEW: "There are too few observations to tell anything yet.",
    Reason.ONE_SIDE: "Only one of the two sides has been observed yet.",
    Reason.NO_VARIATION: "Everything is the same, so chance cannot be judged.",
    Reason.TOO_WIDE: "It cannot be told yet: every change is still possible.",
    Reason.CONTRADICTION: "What is measured drifts: the looks contradict one another, so no interval holds.",
}
SAYS = {
    Verdict.SCALE: "Scale it: it is better, and by enough to be worth having.",
    Verdict.STOP: "Stop: a change worth having is ruled out.",
    Verdict.ADAPT: "Adapt it: it is not shown to be worth having as it is.",
    Verdict.CANNOT_TELL: "It cannot be told yet. Go on.",
}


@click.command("trial")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--design", type=click.Choice(DESIGNS), help="How it was tried; guessed from the columns.")
@click.option(
    "--measure", type=click.Choice([one.value for one in Measure]), default="number", show_default=True
)
@click.option(
    "--start", type=click.DateTime(["%Y-%m-%d"]), help="The first day with the change (before-after)."
)
@click.option("--without", default="", help="The arm without the change; the one named first if not given.")
@click.option("--bounds", default="1-5", show_default=True, help="The least and the largest score.")
@click.option("--worth", type=float, help="The smallest change worth having, set before the start.")
@click.option("--direction", type=click.Choice(["up", "down"]), default="up", help="What is better.")
@click.option("--over", is_flag=True, help="No more observations will come.")
@click.option("--plan", "planned", type=int, help="Instead: what so many observations a side would show.")
@click.option("--usual", type=float, help="The level today (with --plan).")
@click.option("--spread", type=float, help="How much single values vary (with --plan).")
@click.option("--change", type=float, help="A change that is hoped for (with --plan).")
@outputs
def command(file: Path | None, planned: int | None, output: Output, **asked: object) -> None:
    """Read FILE, a sheet with a column value, and say what the test showed.

    Other columns by design. two-arms: arm. before-after: date (and --start). matched: pair and arm.
    staggered: unit, date and start (empty: not yet). For rates: exposure. Empty values are missing ones.

    \b
    Example: ledstjarna trial visits.csv --measure yes-no --worth 0.1
    Example: ledstjarna trial --plan 48 --measure yes-no --usual 0.4
    """
    try:
        if planned is not None:
            _plan(planned, asked, output)
        elif file is None:
            raise click.UsageError("Name a file, or --plan with the number of observations.")
        else:
            _show(file, asked, output)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _plan(n: int, asked: dict[str, object], output: Output) -> None:
    usual = asked["usual"]
    if not isinstance(usual, float):
        raise click.UsageError("--plan needs --usual, the level today.")
    measure = Measure(str(asked["measure"]))
    found = trial.plan(measure, n, usual=usual, spread=asked["spread"], change=asked["change"])  # type: ignore[arg-type]
    unit = "a share" if Result(measure, Reason.ENOUGH).is_ratio else "in its own unit"
    rows = [
        ("Observations a side", found.n),
        (f"Smallest change noticed four times of five ({unit})", found.smallest),
        ("Width of the interval at the end", found.width),
        ("Observations a side for the change hoped for", found.needed),
    ]
    section = Section("What the test would show", "Looks may be taken at any time.", ("", ""), rows)
    give(Report("A small test, planned", (section,)), output, found)


def _show(file: Path, asked: dict[str, object], output: Output) -> None:
    sheet = read_sheet(file, COLUMNS)
    if not any(one is not None for one in sheet.columns["value"]):
        raise click.UsageError(f"{file.name} has no column value, or nothing in it.")
    design = str(asked["design"] or _guess(sheet, asked))
    result, chart = SHOWN[design](sheet, asked)
    sections = [Section("What was seen", _words(result), ("", ""), _rows(result), chart)]
    if isinstance(worth := asked["worth"], float):
        rule = Rule(worth, more_is_better=asked["direction"] == "up")
        verdict = trial.decide(result, rule, over=bool(asked["over"]))
        sections.append(Section("What the rule says", SAYS[verdict]))
    give(Report(f"A small test: {design.replace('-', ' ')}", sections), output, result)


def _guess(sheet: Sheet, asked: dict[str, object]) -> str:
    def has(name: str) -> bool:
        return any(one is not None for one in sheet.columns[name])

    if has("unit") and has("start"):
        return "staggered"
    if has("pair"):
        return "matched"
    if has("arm"):
        return "two-arms"
    if asked["start"]:
        return "before-after"
    raise click.UsageError("Say with --design how it was tried; there is no column arm, pair or start.")


def _values(sheet: Sheet, name: str = "value") -> np.ndarray:
    return np.array([np.nan if one is None else float(one) for one in sheet.columns[name]])


def _order(sheet: Sheet) -> list[int]:
    days = sheet.columns["date"]
    return sorted(range(len(days)), key=lambda at: (days[at] is None, days[at] or 0, at))


def _arms(sheet: Sheet, asked: dict[str, object]) -> tuple[str, str]:
    labels = list(dict.fromkeys(one for one in sheet.columns["arm"] if one is not None))
    if len(labels) != 2:
        raise click.UsageError(f"The column arm must have two values; it has {len(labels)}.")
    without = str(asked["without"]) or labels[0]
    if without not in labels:
        raise click.UsageError(f"No row has the arm {without}; there are {labels[0]} and {labels[1]}.")
    return without, next(one for one in labels if one != without)


def _two_arms(sheet: Sheet, asked: dict[str, object]) -> tuple[Result, Bars]:
    arms, order = _arms(sheet, asked), _order(sheet)
    places = [[at for at in order if sheet.columns["arm"][at] == arm] for arm in arms]
    values, weight = _values(sheet), _values(sheet, "exposure")
    measure = Measure(str(asked["measure"]))
    low, _, high = str(asked["bounds"]).partition("-")
    result = trial.two_arms(
        values[places[0]],
        values[places[1]],
        measure=measure,
        exposure=(weight[places[0]], weight[places[1]]) if measure is Measure.RATE else None,
        bounds=(float(low), float(high)),
    )
    return result, Bars(arms, (result.first, result.second))


def _before_after(sheet: Sheet, asked: dict[str, object]) -> tuple[Result, Curve]:
    days = sheet.columns["date"]
    sheet.refuse((at, "date", "is empty") for at, one in enumerate(days) if one is None)
    if asked["start"] is None:
        raise click.UsageError("Say with --start which day the change began.")
    order = _order(sheet)
    begun = sum(days[at] < asked["start"].date() for at in order)  # type: ignore[attr-defined]
    series = _values(sheet)[order]
    limits = trial.chart(series, baseline=begun or None)
    names = [days[at].isoformat() for at in order]
    chart = Curve(
        names,
        {"value": series.tolist(), "centre": [limits.centre] * len(names)},
        limits.low.tolist(),
        limits.high.tolist(),
        mark=names[begun] if begun < len(names) else None,
    )
    return trial.before_after(series, begun), chart


def _matched(sheet: Sheet, asked: dict[str, object]) -> tuple[Result, Bars]:
    arms = _arms(sheet, asked)
    pairs: dict[str, dict[str, float]] = {}
    wrong = []
    for at, (pair, arm) in enumerate(zip(sheet.columns["pair"], sheet.columns["arm"], strict=True)):
        if pair is None or arm is None:
            wrong.append((at, "pair" if pair is None else "arm", "is empty"))
        elif arm in pairs.setdefault(pair, {}):
            wrong.append((at, "pair", "has this arm on another row already"))
        else:
            pairs[pair][arm] = _values(sheet)[at]
    sheet.refuse(wrong)
    sides = [np.array([found.get(arm, np.nan) for found in pairs.values()]) for arm in arms]
    result = trial.matched(*sides)
    return result, Bars(arms, (result.first, result.second))


def _staggered(sheet: Sheet, asked: dict[str, object]) -> tuple[Result, None]:
    for name in ("unit", "date"):
        sheet.refuse((at, name, "is empty") for at, one in enumerate(sheet.columns[name]) if one is None)
    units = list(dict.fromkeys(sheet.columns["unit"]))
    days = sorted(set(sheet.columns["date"]))
    table = np.full((len(units), len(days)), np.nan)
    starts: dict[str, object] = {}
    wrong = []
    rows = zip(*(sheet.columns[name] for name in ("unit", "date", "start")), _values(sheet), strict=True)
    for at, (unit, day, start, value) in enumerate(rows):
        if starts.setdefault(unit, start) != start:
            wrong.append((at, "start", "differs from the unit's first row"))
        table[units.index(unit), days.index(day)] = value
    sheet.refuse(wrong)
    begins = [len(days) if starts[one] is None else sum(day < starts[one] for day in days) for one in units]
    return trial.staggered(table, np.array(begins)), None


SHOWN: dict[str, Callable[[Sheet, dict[str, object]], tuple[Result, Bars | Curve | None]]] = {
    "two-arms": _two_arms,
    "before-after": _before_after,
    "matched": _matched,
    "staggered": _staggered,
}


def _words(result: Result) -> str:
    if not result.enough:
        return CANNOT[result.why]
    ends = f"from {_figure(result.low, result)} to {_figure(result.high, result)}"
    sure = f"with {result.confidence:.0%} confidence, however often one looks"
    middle = "" if result.estimate is None else f"The change seen is {_figure(result.estimate, result)}; "
    return f"{middle}it lies {ends}, {sure}."


def _figure(value: float | None, result: Result) -> str:
    if value is None:
        return "without end"
    if result.is_ratio:
        return f"{value:.2f} times"
    if result.measure is Measure.YES_NO:
        return f"{100 * value:+.0f} percentage points"
    return f"{value:+.3g}"


def _rows(result: Result) -> list[tuple[str, object]]:
    return [
        ("Observations without and with", f"{result.n[0]} and {result.n[1]}"),
        ("Missing", result.missing),
        ("Level without", result.first),
        ("Level with", result.second),
        ("Evidence against no change (20 or more: shown)", result.evidence),
    ]
