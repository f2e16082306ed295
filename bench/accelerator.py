"""Who assesses what, at the size of a city's call: `python -m bench.accelerator`.

A made-up call: entries come from nine departments, assessors too, and whoever shares unit or line with an
entry is too close to it. Prints time, loads, conflicts and how often two of one department sit on an entry:
for the room's own way, beside what one would pick instead (the next in turn, skipping whoever is too close),
and beside scipy's assignment of places to entries, round by round. Then the same when a tenth has been
assessed and three assessors fall away, and how well strict and mild are evened out.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable

import django
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

KEPT = tempfile.TemporaryDirectory()
os.environ.setdefault("LEDSTJARNA_HOME", KEPT.name)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ledstjarna.site.settings")
django.setup()

# Models need Django ready.
from ledstjarna.rooms.accelerator.insight.evening import evened  # noqa: E402
from ledstjarna.rooms.accelerator.insight.placing import Case, Pair, placed  # noqa: E402

SEATS, DEPARTMENTS = 3, 9
GOAL = 10.0
Flags = NDArray[np.bool_]
Way = Callable[[Case, Flags], Flags]


def made(entries: int, assessors: int, share: float, seed: int) -> Case:
    """A call: a share of all pairs is too close, more of them within one department."""
    dice = np.random.default_rng(seed)
    home, place = dice.integers(DEPARTMENTS, size=entries), dice.integers(DEPARTMENTS, size=assessors)
    odds = np.where(home[:, None] == place, min(1.0, share * 4), share / 2)
    close = np.argwhere(dice.random((entries, assessors)) < odds).tolist()
    return Case(
        tuple(range(entries)), tuple(range(assessors)), tuple(place.tolist()), SEATS,
        frozenset((one, other) for one, other in close),
    )  # fmt: skip


def table(case: Case, pairs: tuple[Pair, ...]) -> Flags:
    """Pairs as a table."""
    made_ = np.zeros((len(case.entries), len(case.assessors)), dtype=bool)
    for entry, assessor in pairs:
        made_[entry, assessor] = True
    return made_


def ours(case: Case, shut: Flags) -> Flags:
    """The room's own way."""
    return table(case, placed(case, 1))


def in_turn(case: Case, shut: Flags) -> Flags:
    """The next in turn, whoever is too close skipped: what one does with a list and a pen."""
    judges, turn = np.zeros_like(shut), 0
    for entry in range(len(case.entries)):
        for _seat in range(case.seats):
            order = [(turn + step) % len(case.assessors) for step in range(len(case.assessors))]
            free = next((one for one in order if not shut[entry, one] and not judges[entry, one]), None)
            if free is not None:
                judges[entry, free], turn = True, free + 1
    return judges


def by_scipy(case: Case, shut: Flags) -> Flags:
    """scipy's `linear_sum_assignment`, one seat of all entries at a time, with room for an even load each."""
    judges = np.zeros_like(shut)
    total = len(case.entries) * case.seats
    for seat in range(case.seats):
        upto = -(-(seat + 1) * total // (case.seats * len(case.assessors)))
        room = np.maximum(upto - judges.sum(axis=0), 0)
        columns = np.repeat(np.arange(len(case.assessors)), room)
        price = (shut | judges)[:, columns] * 1000.0
        rows, chosen = linear_sum_assignment(price)
        judges[rows, columns[chosen]] = True
    return judges


def told(name: str, case: Case, way: Way) -> Flags:
    """One line about a way."""
    shut = table(case, tuple(case.close))
    began = time.perf_counter()
    judges = way(case, shut)
    spent = time.perf_counter() - began
    load, missing = judges.sum(axis=0), int((case.seats - judges.sum(axis=1)).clip(0).sum())
    departments = np.array(case.departments)
    same = sum(len(here) - len(set(here)) for here in (departments[row].tolist() for row in judges))
    shared = judges.T.astype(int) @ judges.astype(int)
    pairs = shared[np.triu_indices(len(load), 1)]
    print(
        f"  {name:<28} {spent:5.2f} s  loads {load.min()}-{load.max()}  "
        f"conflicts {int((judges & shut).sum())}  seats empty {missing}  two of a department {same}  "
        f"the same two together at most {pairs.max()}"
    )
    return judges


def again(case: Case, judges: Flags) -> None:
    """A tenth has been assessed, and three assessors fall away."""
    done = np.argwhere(judges[: len(case.entries) // 10]).tolist()
    gone = set(range(3))
    kept = frozenset((entry, one) for entry, one in done if one not in gone)
    left = tuple(range(3, len(case.assessors)))
    rest = Case(case.entries, left, case.departments[3:], case.seats, case.close, kept)
    began = time.perf_counter()
    pairs = set(placed(rest, 2))
    spent = time.perf_counter() - began
    load = [sum(one == each for _entry, each in pairs) for one in left]
    stays = len(kept & pairs)
    print(
        f"  solved again: {spent:.2f} s, loads {min(load)}-{max(load)}, {stays} of {len(kept)} kept, "
        f"conflicts {len(pairs & set(case.close))}"
    )


def fairness(case: Case, judges: Flags, seeds: int) -> None:
    """Strict and mild, planted: how far from the truth plain means and evened ones are."""
    plain, even, inside, total = [], [], 0, 0
    for seed in range(seeds):
        dice = np.random.default_rng(seed)
        level, mild = dice.normal(3, 0.6, len(judges)), dice.normal(0, 0.5, judges.shape[1])
        given = level[:, None] + mild + dice.normal(0, 0.5, judges.shape)
        rows = [(one, other, float(given[one, other])) for one, other in np.argwhere(judges).tolist()]
        found = evened(rows).entries
        truth = level + float(np.mean(mild))
        plain.append(np.mean([(one.raw - truth[one.entry]) ** 2 for one in found]))
        even.append(np.mean([(one.level - truth[one.entry]) ** 2 for one in found]))
        inside += sum((one.low or 0) <= truth[one.entry] <= (one.high or 0) for one in found)
        total += len(found)
    print(
        f"  strict and mild, {seeds} made-up calls: error of plain means {np.sqrt(np.mean(plain)):.3f}, "
        f"evened {np.sqrt(np.mean(even)):.3f}; the interval held the truth in "
        f"{100 * inside / total:.1f} % (95 wanted)"
    )


def main() -> None:
    """Make calls, assign, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=300)
    asked.add_argument("--assessors", type=int, default=40)
    asked.add_argument("--seeds", type=int, default=20)
    given = asked.parse_args()
    for share in (0.05, 0.2, 0.4):
        case = made(given.entries, given.assessors, share, 7)
        close = 100 * len(case.close) / (given.entries * given.assessors)
        print(f"{given.entries} entries x {given.assessors} assessors, {close:.0f} % too close:")
        judges = told(f"the room (goal: {GOAL:.0f} s)", case, ours)
        told("the next in turn, skipping", case, in_turn)
        told("scipy linear_sum_assignment", case, by_scipy)
        again(case, judges)
    fairness(case, judges, given.seeds)


if __name__ == "__main__":
    main()
