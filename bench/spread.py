"""The spread engine measured: `python -m bench.spread` prints how fast, how right and how honest it is."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from bench.peers import Peer, exponent, noise, timed
from ledstjarna.engines.spread import (
    Prior,
    adoption,
    contagion,
    cox,
    fit,
    logrank,
    next_units,
    survival,
    tree,
)
from ledstjarna.engines.spread.posterior import Points

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "engines" / "spread" / "golden.json"
PICTURE = ROOT / "docs" / "engines" / "spread.svg"
PEER = Peer("spread", ["lifelines==0.30.3"])
PERIODS = 6
UNITS = 20
LONG = 400
TEXTBOOK = (0.03, 0.38)

Floats = NDArray[np.float64]
Rates = Callable[[np.random.Generator], tuple[float, float]]


def grown(
    own: float,
    heed: float,
    weight: Floats,
    rng: np.random.Generator,
    periods: int = LONG,
    *,
    outset: bool = True,
) -> Floats:
    """A lesson among units, infinity for not within the periods; `outset`: unit 0 had it from the start."""
    begun = np.full(len(weight), np.inf)
    if outset:
        begun[0] = 0
    for period in range(1, periods + 1):
        using = np.isfinite(begun)
        rate = own + heed * (weight @ using)
        begun[~using & (rng.random(len(weight)) < -np.expm1(-rate))] = period
    return begun


def everyone(units: int) -> Floats:
    """Everyone heeds everyone."""
    return np.full((units, units), 1 / units)


def communities(units: int, rng: np.random.Generator, size: int = 8, inside: float = 0.5) -> Floats:
    """Ties mostly among neighbours in groups of `size`, and a few across; rows divided by their sums."""
    group = np.arange(units) // size
    chance = np.where(group[:, None] == group, inside, 0.02)
    tied = np.triu(rng.random((units, units)) < chance, 1)
    ties = (tied | tied.T).astype(np.float64)
    whole = ties.sum(axis=1, keepdims=True)
    return np.asarray(ties / np.where(whole > 0, whole, 1))


def textbook(_: np.random.Generator) -> tuple[float, float]:
    """The same rates in every world."""
    return TEXTBOOK


def usual(rng: np.random.Generator) -> tuple[float, float]:
    """Rates as they vary from one new thing to another, which is what the prior says."""
    heed = -1.0
    while heed < 0:
        heed = float(rng.normal(0.4, 0.25))
    return float(np.exp(rng.normal(np.log(0.03), 0.7))), heed


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Over many worlds: mean and median error of the time to 80 %, and how often the range held it."""

    mean: float
    median: float
    covered: float
    width: float


def forecasts(
    rates: Rates,
    prior: Prior | None,
    worlds: int,
    *,
    seed: int = 1,
    draws: int = 1000,
    outset: bool = True,
) -> Forecasts:
    """From 6 periods of 20 units; worlds in which 80 % use it by then already are passed over.

    Without a prior the true rates are told: nobody can foretell better.
    """
    rng = np.random.default_rng(seed)
    weight, goal = everyone(UNITS), int(np.ceil(0.8 * UNITS))
    error: list[float] = []
    held: list[bool] = []
    wide: list[float] = []
    while len(error) < worlds:
        own, heed = rates(rng)
        begun = grown(own, heed, weight, rng, outset=outset)
        truth = float(np.sort(begun)[goal - 1])
        if truth <= PERIODS or truth > LONG:
            continue
        found = fit(np.where(begun <= PERIODS, begun, np.nan), PERIODS, prior=prior)
        if prior is None:
            found = replace(found, points=known(own, heed))
        time = adoption(found, 200, rng=rng, draws=draws).time
        low, middle, high = (np.inf if one is None else one for one in (time.low, time.value, time.high))
        error.append(abs(min(middle, PERIODS + 200.0) - truth))
        held.append(low <= truth <= high)
        wide.append(high - low)
    return Forecasts(
        float(np.mean(error)), float(np.median(error)), float(np.mean(held)), float(np.median(wide))
    )


def known(own: float, heed: float) -> Points:
    """Rates without any doubt."""
    return Points(np.array([own]), np.array([heed]), np.ones((1, 1)), np.zeros((1, 0)), np.ones(1))


PRIORS = {
    "as the truth": (1.0, 1.0),
    "p twice": (2.0, 1.0),
    "p half": (0.5, 1.0),
    "q twice": (1.0, 2.0),
    "q half": (1.0, 0.5),
    "both twice": (2.0, 2.0),
    "both half": (0.5, 0.5),
}


def prior_of(name: str) -> Prior:
    """The usual prior, wrong in that way."""
    own, heed = PRIORS[name]
    return Prior(own=0.03 * own, heed=0.4 * heed)


def log_scores(mixed: float, worlds: int, *, seed: int = 1, units: int = 40) -> tuple[float, float]:
    """Log score of who begins next, period by period, by everyone alone and with ties; mean over worlds.

    Args:
        mixed: how much is heeded along ties; the rest is everyone's.
        worlds: how many.
        seed: of the dice.
        units: in each world.
    """
    rng, total = np.random.default_rng(seed), np.zeros(2)
    for _ in range(worlds):
        ties = communities(units, rng)
        begun = grown(*TEXTBOOK, mixed * ties + (1 - mixed) * everyone(units), rng, 12)
        total += [foretold(begun, given) for given in (None, ties)]
    alone, along = (total / worlds).tolist()
    return alone, along


def foretold(begun: Floats, ties: Floats | None) -> float:
    """The sum of the log chances that were given to what then came, in periods 3 to 12."""
    score = 0.0
    for seen in range(2, 12):
        found = fit(np.where(begun <= seen, begun, np.nan), seen, ties=ties)
        for one in next_units(found):
            score += np.log(one.chance if begun[one.unit] == seen + 1 else 1 - one.chance)
    return float(score)


def alarms(worlds: int, *, heed: float, along: bool, seed: int = 1) -> tuple[float, float]:
    """How often contagion is found (p at most 0.05) among 40 units: in plain deals, and within strata.

    Every second community is quicker of itself, so that like units keep together and begin together.
    """
    rng, found = np.random.default_rng(seed), np.zeros(2)
    for _ in range(worlds):
        ties = communities(40, rng)
        quick = (np.arange(40) // 8) % 2
        weight = ties if along else everyone(40)
        begun = np.full(40, np.inf)
        for period in range(1, 11):
            using = np.isfinite(begun)
            rate = np.where(quick, 0.12, 0.02) + heed * (weight @ using)
            begun[~using & (rng.random(40) < -np.expm1(-rate))] = period
        times = np.where(np.isfinite(begun), begun, np.nan)
        found += [
            contagion(times, ties, rng=rng, strata=strata, deals=199).p <= 0.05 for strata in (None, quick)
        ]
    plain, within = (found / worlds).tolist()
    return plain, within


def reproduction_covered(worlds: int, mean: float, spread: float, *, seed: int = 1) -> float:
    """How often the interval of a generation of 15 units holds the true number taught.

    Args:
        worlds: how many.
        mean: taught by each unit, on average.
        spread: dispersion of the negative binomial; the smaller, the fewer teach nearly all.
        seed: of the dice.
    """
    rng, held = np.random.default_rng(seed), 0
    for _ in range(worlds):
        taught = rng.negative_binomial(spread, spread / (spread + mean), 15)
        teacher = np.r_[np.full(15, -1), np.repeat(np.arange(15), taught)]
        first = tree(teacher, np.r_[np.zeros(15), np.ones(taught.sum())]).generations[0]
        held += first.low <= mean <= first.high
    return held / worlds


def cohort(count: int) -> dict[str, NDArray[np.float64]]:
    """Made-up lengths, half of them cut short, in three kinds of units with two covariates."""
    rng = np.random.default_rng(1)
    covariates = rng.standard_normal((count, 2))
    length = np.ceil(20 * rng.exponential(np.exp(-0.4 * covariates[:, 0])))
    end = np.ceil(rng.uniform(1, 40, count))
    return {
        "time": np.minimum(length, end),
        "event": (length <= end).astype(float),
        "group": rng.integers(0, 3, count).astype(float),
        "covariates": covariates,
    }


def apart(ours: object, theirs: object) -> float:
    """The largest difference, relative where the numbers are above 1; None and infinity are the same."""
    first, second = (
        np.array([np.inf if one is None else one for one in np.ravel(np.asarray(side, dtype=object))], float)
        for side in (ours, theirs)
    )
    same = first == second
    if (np.isinf(first) != np.isinf(second)).any():
        return float("inf")
    gap = np.abs(np.where(same, 0, first) - np.where(same, 0, second))
    return float((gap / np.maximum(np.where(same, 1, np.abs(second)), 1)).max())


def deviation(case: dict[str, dict[str, Any]]) -> tuple[float, float, float]:
    """How far survival, log-rank and Cox lie from the package's on one of its data sets."""
    data = case["data"]
    length, event, theirs = data["time"], data["event"], case["survival"]
    ours = survival(length, event)
    median = ours.median
    mean = ours.restricted_mean(theirs["limit"]).value
    pairs = [(getattr(ours, name), theirs[name]) for name in ("time", "share", "low", "high", "at_risk")]
    pairs += [((median.value, median.low, median.high), theirs["median"]), (mean, theirs["mean"])]
    ranks, cases = logrank(length, event, data["group"]), case["logrank"]
    fitted, hazards = cox(length, event, data["covariates"]), case["cox"]
    return (
        max(apart(one, other) for one, other in pairs),
        max(apart(getattr(ranks, name), cases[name]) for name in cases),
        max(apart(getattr(fitted, name), hazards[name]) for name in hazards),
    )


def _mean(length: Floats, event: Floats, limit: float) -> float | None:
    return survival(length, event).restricted_mean(limit).value


def side_by_side() -> Table:
    """Seconds here and in lifelines on the same input, in turn, as a ratio."""
    table = Table("what", "followed", "here, ms", "lifelines, ms", "times as fast", title="Speed")
    for count in (20, 400, 5000):
        given = cohort(count)
        length, event = given["time"], given["event"]
        limit = float(np.quantile(length, 0.8))
        works: dict[str, Callable[[], object]] = {
            "survival": partial(_mean, length, event, limit),
            "logrank": partial(logrank, length, event, given["group"]),
            "cox": partial(cox, length, event, given["covariates"]),
        }
        for name, work in works.items():
            ours = timed(work, 9)
            theirs = PEER.ask({"task": name, "repeat": 9, "limit": limit}, arrays=given)["seconds"]
            table.add_row(
                name, f"{count:,}", f"{1e3 * ours:.2f}", f"{1e3 * theirs:.1f}", f"{theirs / ours:.0f}"
            )
    return table


def agreement() -> Table:
    """Largest differences from lifelines on the data published with it, asked now."""
    table = Table("data", "followed", "survival", "log-rank", "Cox", title="Apart from lifelines 0.30.3 by")
    for name, case in PEER.ask({"task": "golden"})["cases"].items():
        gaps = deviation(case)
        table.add_row(name, str(len(case["data"]["time"])), *(f"{gap:.0e}" for gap in gaps))
    return table


KNOWN = "rates known"
KINDS = {
    "0.03 and 0.38": (textbook, True),
    "the same, nobody at first": (textbook, False),
    "as they vary": (usual, True),
}


def horizons(worlds: int) -> Table:
    """The time to 80 % from 6 periods of 20 units with priors right and wrong, against both targets."""
    columns = "rates", "prior", "mean error", "at most 2.1", "median", "range holds it", "75-85 %", "width"
    table = Table(*columns, title="Time to 80 %")
    for kind, (rates, outset) in KINDS.items():
        for name in (*PRIORS, KNOWN):
            prior = None if name == KNOWN else prior_of(name)
            one = forecasts(rates, prior, worlds, seed=2026, outset=outset)
            off = max(0.75 - one.covered, one.covered - 0.85)
            table.add_row(
                kind,
                name,
                f"{one.mean:.2f}",
                _met(one.mean - 2.1),
                f"{one.median:.1f}",
                f"{100 * one.covered:.1f} %",
                _met(off),
                f"{one.width:.0f}",
            )
    return table


def _met(over: float) -> str:
    return "met" if over <= 0 else f"missed by {over:.2g}"


def networks(worlds: int) -> Table:
    """Who begins next: log score with ties against everyone alone."""
    table = Table("spread follows ties", "everyone", "with ties", "better by", "target", title="Who is next")
    for mixed in (1.0, 0.75, 0.5, 0.25, 0.0):
        alone, along = log_scores(mixed, worlds, seed=2026)
        gain = (along - alone) / abs(alone)
        told = _met(-gain if mixed else -gain - 0.01)
        table.add_row(f"{100 * mixed:.0f} %", f"{alone:.2f}", f"{along:.2f}", f"{100 * gain:+.2f} %", told)
    return table


def chance(worlds: int) -> Table:
    """How often contagion is found where there is none, and where there is."""
    table = Table("world", "plain", "within strata", title="Contagion found at p of 0.05")
    for name, heed, along in (
        ("like units together, no contagion", 0.0, False),
        ("everyone is heeded alike", 0.4, False),
        ("ties are heeded", 0.4, True),
    ):
        found = alarms(worlds, heed=heed, along=along)
        table.add_row(name, *(f"{100 * share:.1f} %" for share in found))
    return table


def teaching(worlds: int) -> Table:
    """The interval of the reproduction number (95 %) against the truth."""
    table = Table("taught by each", "dispersion", "interval holds it", title="Reproduction, 15 units")
    for mean, spread in ((1.0, 100.0), (1.0, 1.0), (2.0, 0.5), (0.5, 0.5)):
        held = reproduction_covered(worlds, mean, spread)
        table.add_row(f"{mean:g}", f"{spread:g}", f"{100 * held:.1f} %")
    return table


def growth() -> Table:
    """Milliseconds by size, and the exponent of the growth."""
    table = Table("what", "sizes", "ms", "exponent", title="Growth")

    def _row(name: str, sizes: tuple[int, ...], work: Callable[[int], Callable[[], object]]) -> None:
        spent = [timed(work(size), 3) for size in sizes]
        told = ", ".join(f"{1e3 * one:.1f}" for one in spent)
        table.add_row(name, ", ".join(f"{size:,}" for size in sizes), told, f"{exponent(sizes, spent):.2f}")

    def _world(units: int) -> tuple[Floats, Floats]:
        rng = np.random.default_rng(1)
        ties = communities(units, rng)
        begun = grown(*TEXTBOOK, ties, rng, PERIODS)
        return np.where(np.isfinite(begun), begun, np.nan), ties

    def _ahead(units: int) -> Callable[[], object]:
        times, ties = _world(units)
        found = fit(times, PERIODS, ties=ties)
        return lambda: adoption(found, 30, rng=np.random.default_rng(1))

    def _fit(units: int) -> Callable[[], object]:
        times, ties = _world(units)
        return lambda: fit(times, PERIODS, ties=ties)

    def _chance(units: int) -> Callable[[], object]:
        times, ties = _world(units)
        return lambda: contagion(times, ties, rng=np.random.default_rng(1))

    def _curve(count: int) -> Callable[[], object]:
        given = cohort(count)
        return lambda: survival(given["time"], given["event"])

    def _hazards(count: int) -> Callable[[], object]:
        given = cohort(count)
        return lambda: cox(given["time"], given["event"], given["covariates"])

    _row("survival", (1000, 10_000, 100_000), _curve)
    _row("cox, 2 covariates", (1000, 10_000, 100_000), _hazards)
    _row("fit with ties", (20, 80, 320), _fit)
    _row("adoption, 30 periods, 2,000 futures", (20, 80, 320), _ahead)
    _row("contagion, 1,999 deals", (20, 80, 320), _chance)
    return table


def picture() -> str:
    """A lesson among 40 units: what was seen of it, what was foretold, what then came."""
    rng = np.random.default_rng(8)
    weight = communities(40, rng)
    begun = grown(*TEXTBOOK, 0.5 * weight + 0.5 * everyone(40), rng, 24)
    seen = 8
    ahead = adoption(fit(np.where(begun <= seen, begun, np.nan), seen, ties=weight), 16, rng=rng)
    came = [int((begun <= period).sum()) for period in range(25)]
    return drawn(came, seen, ahead.middle.tolist(), ahead.low.tolist(), ahead.high.tolist())


def drawn(came: list[int], seen: int, middle: list[float], low: list[float], high: list[float]) -> str:
    """The picture's text; grey and blue are readable on white and on black."""

    def _at(period: float, count: float) -> str:
        return f"{50 + 24 * period:.0f},{270 - 6 * count:.1f}"

    ahead = range(seen + 1, seen + 1 + len(middle))
    start = [_at(seen, came[seen])]
    upper = [_at(*pair) for pair in zip(ahead, high, strict=True)]
    lower = [_at(*pair) for pair in zip(ahead, low, strict=True)]
    line = " ".join(start + [_at(*pair) for pair in zip(ahead, middle, strict=True)])
    dots = "".join(
        '<circle cx="{}" cy="{}" r="4" fill="{}" stroke="#3b82c4" stroke-width="2"/>'.format(
            *_at(period, count).split(","), "#3b82c4" if period <= seen else "none"
        )
        for period, count in enumerate(came)
    )
    marks = "".join(
        f'<text x="44" y="{274 - 6 * count}" text-anchor="end">{count}</text>'
        for count in (0, 10, 20, 30, 40)
    ) + "".join(
        f'<text x="{50 + 24 * period}" y="290" text-anchor="middle">{period}</text>'
        for period in range(0, 25, 4)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 320" role="img" font-family="sans-serif" '
        'font-size="13" fill="#808080">'
        "<title>Units using a lesson: seen, foretold with its range, and what then came</title>"
        f'<polygon points="{" ".join(start + upper + lower[::-1])}" fill="#3b82c4" fill-opacity="0.25"/>'
        f'<polyline points="{line}" fill="none" stroke="#3b82c4" stroke-width="2" stroke-dasharray="6 4"/>'
        f'<path d="M50 30V270H640" fill="none" stroke="#808080"/>{marks}{dots}'
        f'<path d="M{62 + 24 * seen} 30V270" stroke="#808080" stroke-dasharray="2 4"/>'
        f'<text x="{56 + 24 * seen}" y="24" text-anchor="end">seen</text>'
        f'<text x="{68 + 24 * seen}" y="24">foretold (band: 80 %); rings: what then came</text>'
        '<text x="345" y="312" text-anchor="middle">period</text></svg>\n'
    )


@click.command()
@click.option("--worlds", default=2000, show_default=True, help="Simulated worlds for each forecast.")
@click.option("--golden", is_flag=True, help="Ask lifelines anew for the numbers the tests hold us to.")
@click.option("--picture", "draw", is_flag=True, help="Draw the picture of the documentation.")
def main(worlds: int, golden: bool, draw: bool) -> None:
    """Print all tables, or make one of the files."""
    if golden:
        GOLDEN.write_text(json.dumps(PEER.ask({"task": "golden"})) + "\n", encoding="utf-8")
    if draw:
        PICTURE.write_text(picture(), encoding="utf-8")
    if golden or draw:
        return
    console = Console(width=110)
    console.print(f"Noise of this machine: {noise()}")
    few = max(worlds // 10, 10)
    for part in (side_by_side, agreement, growth):
        console.print(part())
    for table in (horizons(worlds), networks(few), chance(few), teaching(worlds)):
        console.print(table)


if __name__ == "__main__":
    main()
