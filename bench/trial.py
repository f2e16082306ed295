"""The trial engine measured: `python -m bench.trial` prints error rates, power and what others say.

`--tests N` sets how many simulated tests a row has (2,000); `--picture` draws docs/engines/trial.svg.
"""

import argparse
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from bench.peers import Peer, exponent, noise, timed
from ledstjarna.engines import trial
from ledstjarna.engines.trial import Result

PEER = Peer("trial", ["statsmodels==0.14.5"])
GROWTHBOOK = Peer("growthbook", ["gbstats==0.8.0"])
PICTURE = Path(__file__).resolve().parent.parent / "docs" / "engines" / "trial.svg"
SHOWN = 20  # evidence that excludes no change at 95 %
Draw = Callable[[np.random.Generator, float], Result]


def likeness(r: float, many: int, rng: np.random.Generator) -> np.ndarray:
    """Noise of variance 1 whose neighbours correlate by r."""
    made = np.empty(many)
    made[0] = rng.normal()
    for at in range(1, many):
        made[at] = r * made[at - 1] + math.sqrt(1 - r * r) * rng.normal()
    return made


def yes_no(many: int, base: float) -> Draw:
    """Two arms of shares; the change is in percentage points."""
    return lambda rng, change: trial.two_arms(
        rng.random(many) < base, rng.random(many) < base + change, measure="yes-no"
    )


def score(rng: np.random.Generator, change: float) -> Result:
    """Two arms of 40 scores from 1 to 5."""
    sides = [np.clip(np.round(rng.normal(3 + more, 1.1, 40)), 1, 5) for more in (0, change)]
    return trial.two_arms(*sides, measure="score")


def count(spread: float) -> Draw:
    """Two arms of 20 periods with 3 events in the mean; `spread` times the variance of chance."""

    def draw(rng: np.random.Generator, change: float) -> Result:
        means = 3.0, 3.0 * math.exp(change)
        if spread == 1:
            sides = [rng.poisson(mean, 20) for mean in means]
        else:
            sides = [rng.negative_binomial(mean / (spread - 1), 1 / spread, 20) for mean in means]
        return trial.two_arms(*sides, measure="count")

    return draw


def rate(rng: np.random.Generator, change: float) -> Result:
    """Two arms of 20 periods with unlike exposure."""
    weights = rng.uniform(5, 15, 20), rng.uniform(5, 15, 20)
    sides = rng.poisson(0.3 * weights[0]), rng.poisson(0.3 * math.exp(change) * weights[1])
    return trial.two_arms(*sides, measure="rate", exposure=weights)


def times(rng: np.random.Generator, change: float) -> Result:
    """Two arms of 40 waiting times, exponential and so far from log-normal."""
    return trial.two_arms(rng.exponential(3, 40), rng.exponential(3 * math.exp(change), 40), measure="time")


def number(rng: np.random.Generator, change: float) -> Result:
    """Two arms of 40 normal numbers."""
    return trial.two_arms(rng.normal(size=40), rng.normal(change, size=40), measure="number")


def before_after(r: float) -> Draw:
    """One series of 12 periods before and 8 after."""

    def draw(rng: np.random.Generator, change: float) -> Result:
        series = likeness(r, 20, rng)
        series[12:] += change
        return trial.before_after(series, 12)

    return draw


def matched(pairs: int) -> Draw:
    """Matched pairs that share a level."""

    def draw(rng: np.random.Generator, change: float) -> Result:
        level = rng.normal(0, 2, pairs)
        return trial.matched(level + rng.normal(size=pairs), level + rng.normal(change, size=pairs))

    return draw


def staggered(units: int) -> Draw:
    """Units over 12 periods with levels, seasons and an order drawn by lot."""

    def draw(rng: np.random.Generator, change: float) -> Result:
        start = rng.permutation(units) + 1 + (12 - units) // 2
        common = rng.normal(0, 2, (units, 1)) + rng.normal(0, 1, (1, 12))
        values = common + rng.normal(0, 0.5, (units, 12)) + change * (np.arange(12) >= start[:, None])
        return trial.staggered(values, start)

    return draw


KINDS: list[tuple[str, Draw, float, float]] = [
    ("two arms, yes/no, 48 a side, 40 %", yes_no(48, 0.4), 0.3, 5),
    ("two arms, yes/no, 48 a side, 5 %", yes_no(48, 0.05), 0.3, 5),
    ("two arms, yes/no, 400 a side, 50 %", yes_no(400, 0.5), 0.12, 5),
    ("two arms, scores, 40 a side", score, 1.0, 5),
    ("two arms, counts, 20 periods a side", count(1), 0.5, 5),
    ("two arms, counts in clusters (variance doubled)", count(2), 0.5, 5),
    ("two arms, rates, 20 periods a side", rate, 0.5, 5),
    ("two arms, times, 40 a side", times, 1.0, 5),
    ("two arms, numbers, 40 a side", number, 0.9, 5),
    ("before and after, 12 + 8, neighbours unlike", before_after(0.0), 2.0, 7),
    ("before and after, 12 + 8, correlation 0.4", before_after(0.4), 2.0, 7),
    ("before and after, 12 + 8, correlation 0.7", before_after(0.7), 2.0, 7),
    ("matched, 6 pairs", matched(6), 2.0, 5),
    ("matched, 12 pairs", matched(12), 2.0, 5),
    ("staggered, 5 units", staggered(5), 1.0, 5),
    ("staggered, 8 units", staggered(8), 1.0, 5),
]


def errors(tests: int) -> Table:
    """False alarms at any look when nothing changed, power when something did, what intervals hold."""
    title = f"{tests:,} simulated tests of each kind, a look after every pair, period or start; per cent"
    table = Table(
        "kind", "false alarms", "promised", "the change", "found", "held by the interval", title=title
    )
    for name, draw, change, promised in KINDS:
        rng = np.random.default_rng(2026)
        alarms = sum(draw(rng, 0.0).evidence >= SHOWN for _ in range(tests))
        some = [draw(rng, change) for _ in range(tests // 4)]
        found = sum(one.evidence >= SHOWN for one in some)
        table.add_row(
            name,
            _share(alarms, tests),
            f"≤ {promised:g}",
            f"{change:g}",
            _share(found, len(some)),
            _held(some, name, change),
        )
    return table


def _share(found: int, of: int) -> str:
    share = found / of
    return f"{100 * share:.1f} ± {100 * math.sqrt(max(share * (1 - share), 1 / of) / of):.1f}"


def _held(some: list[Result], name: str, change: float) -> str:
    """How many intervals hold the true change; scores are cut off at their ends, so theirs is another."""
    if "scores" in name:
        return ""
    true = math.exp(change) if some[0].is_ratio else change
    within = [
        (one.low is None or one.low <= true) and (one.high is None or true <= one.high)
        for one in some
        if one.enough
    ]
    return _share(sum(within), len(within)) if within else ""


def planned(tests: int) -> Table:
    """Whether a change of the planned size is found as often as planned."""
    table = Table("measure", "n", "smallest change", "planned", "found, per cent", title="Plans held to")
    for name, n, usual, spread in (
        ("yes-no", 48, 0.4, None), ("yes-no", 400, 0.4, None),
        ("number", 40, 0.0, 1.0), ("count", 20, 3.0, None),
    ):  # fmt: skip
        plan = trial.plan(name, n, usual=usual, spread=spread)
        rng = np.random.default_rng(7)
        draw: Draw = {"yes-no": yes_no(n, usual), "number": number, "count": count(1)}[name]
        change = math.log1p(plan.smallest) if name == "count" else plan.smallest
        found = sum(draw(rng, change).evidence >= SHOWN for _ in range(tests))
        table.add_row(name, str(n), f"{plan.smallest:.3f}", "80", _share(found, tests))
    return table


def beside(tests: int) -> Table:
    """What statsmodels' test of two proportions says at every look, on the same data, and what each costs."""
    rng = np.random.default_rng(11)
    first, second = (rng.random((tests, 48)) < 0.4 for _ in range(2))
    peeks = np.arange(4, 49, 4)
    answer = PEER.ask({"task": "peek"}, {"first": first, "second": second, "looks": peeks})
    ours = sum(
        trial.two_arms(x, y, measure="yes-no").evidence >= SHOWN for x, y in zip(first, second, strict=True)
    )
    mine = timed(lambda: trial.two_arms(first[0], second[0], measure="yes-no"))
    table = Table(
        "", "false alarms, per cent", "ms a test", title=f"No change, 48 a side, {len(peeks)} looks"
    )
    table.add_row(
        "statsmodels, z test at each look", _share(answer["alarms"], tests), f"{1000 * answer['seconds']:.2f}"
    )
    table.add_row("statsmodels, z test once at the end", _share(answer["once"], tests), "")
    table.add_row("Ledstjärna, a look at every pair", _share(ours, tests), f"{1000 * mine:.2f}")
    table.add_row("ratio of time, ours to theirs", "", f"{mine / answer['seconds']:.1f}")
    return table


def sequential(tests: int) -> Table:
    """What GrowthBook's sequential test says of the same data, tuned for its length and as it comes."""
    peeks = np.arange(4, 49, 4)
    columns = ("false alarms, per cent", "found, 0.4 to 0.7", "mean width", "ms a test")
    table = Table("", *columns, title="Two arms of 48 yes or no, 12 looks, beside gbstats 0.8.0")
    rng = np.random.default_rng(12)
    sides = [(rng.random((tests, 48)) < 0.4, rng.random((tests, 48)) < base) for base in (0.4, 0.7)]
    for name, tuned in (("gbstats, tuned for 96", 96), ("gbstats, as it comes (5,000)", 5000)):
        none, some = (
            GROWTHBOOK.ask({"tuned": tuned}, {"first": x, "second": y, "looks": peeks}) for x, y in sides
        )
        shares = _share(none["alarms"], tests), _share(some["alarms"], tests)
        table.add_row(name, *shares, f"{some['width']:.2f}", f"{1000 * some['seconds']:.2f}")
    ours = [[trial.two_arms(x, y, measure="yes-no") for x, y in zip(*pair, strict=True)] for pair in sides]
    shares = tuple(_share(sum(one.evidence >= SHOWN for one in row), tests) for row in ours)  # type: ignore[assignment]
    width = np.mean([(one.high or 0) - (one.low or 0) for one in ours[1]])
    mine = timed(lambda: trial.two_arms(sides[0][0][0], sides[0][1][0], measure="yes-no"))
    table.add_row("Ledstjärna, a look at every pair", *shares, f"{width:.2f}", f"{1000 * mine:.2f}")
    return table


def growth() -> Table:
    """Time by size, and how it grows."""
    rng = np.random.default_rng(1)
    sizes = (500, 1000, 2000, 5000)
    table = Table("measure", *(f"{size:,}" for size in sizes), "exponent", title="Time by pairs, ms")
    for name in ("yes-no", "count", "number"):
        sides = {size: [rng.integers(0, 2, size) for _ in range(2)] for size in sizes}
        spent = [timed(lambda s=sides[size], m=name: trial.two_arms(*s, measure=m), 3) for size in sizes]  # type: ignore[misc]
        table.add_row(name, *(f"{1000 * one:.0f}" for one in spent), f"{exponent(sizes, spent):.2f}")
    return table


def picture() -> str:
    """An interval that narrows while a test of 48 pairs goes on, as SVG text."""
    rng = np.random.default_rng(4)
    x, y = rng.random(60) < 0.4, rng.random(60) < 0.7
    looks = [trial.two_arms(x[:n], y[:n], measure="yes-no") for n in range(1, 61)]
    points = [(40 + 9 * n, one) for n, one in enumerate(looks)]

    def line(value: Callable[[Result], float | None]) -> str:
        return " ".join(f"{at},{130 - 100 * (value(one) or 0):.1f}" for at, one in points)

    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 260" '
        'font-family="sans-serif" font-size="12">'
        '<rect width="600" height="260" fill="#fff"/>'
        '<line x1="40" y1="130" x2="580" y2="130" stroke="#888"/>'
        '<text x="4" y="134" fill="#333">0</text><text x="4" y="34" fill="#333">+1</text>'
        '<text x="4" y="234" fill="#333">−1</text><text x="500" y="252" fill="#333">pairs, to 60</text>'
        f'<polyline points="{line(lambda one: one.low)}" fill="none" stroke="#1f7a78" stroke-width="2"/>'
        f'<polyline points="{line(lambda one: one.high)}" fill="none" stroke="#1f7a78" stroke-width="2"/>'
        f'<polyline points="{line(lambda one: one.estimate)}" fill="none" stroke="#c8553d" stroke-width="2"/>'
        "</svg>\n"
    )


def main() -> None:
    """Print the tables, or draw the picture."""
    parser = argparse.ArgumentParser(description="The trial engine measured.")
    parser.add_argument("--tests", type=int, default=2000)
    parser.add_argument("--picture", action="store_true")
    asked = parser.parse_args()
    if asked.picture:
        PICTURE.write_text(picture(), encoding="utf-8")
        return
    console = Console(width=130)
    console.print(f"Noise of this machine's times: {noise()}")
    for table in (
        errors(asked.tests),
        planned(asked.tests // 4),
        beside(asked.tests // 2),
        sequential(asked.tests // 4),
        growth(),
    ):
        console.print(table)


if __name__ == "__main__":
    main()
