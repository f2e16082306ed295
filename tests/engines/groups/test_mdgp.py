"""Maximal diversity in one round."""

import csv
import gzip
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.groups import _kernels, mdgp
from tests.engines.groups.cases import dice

DATA = Path(__file__).resolve().parents[3] / "../shared/data/mdgp"


def _distances(people: int, seed: int) -> np.ndarray:
    drawn = np.triu(dice(seed).integers(0, 100, (people, people)), 1)
    return np.asarray(drawn + drawn.T, dtype=np.float64)


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.sampled_from([([2, 2, 2], [2, 2, 2]), ([1, 2, 1], [3, 3, 2])]))
def test_six_people_are_divided_in_the_best_way_there_is(
    seed: int, bounds: tuple[list[int], list[int]]
) -> None:
    distances = _distances(6, seed)
    found = mdgp(distances, *bounds, rng=dice(seed), proposals=20_000)
    best = max(
        sum(
            distances[np.ix_(np.flatnonzero(seats == g), np.flatnonzero(seats == g))].sum() / 2
            for g in range(3)
        )
        for seats in _seatings(*bounds)
    )
    assert found.value == pytest.approx(best)


def _seatings(lower: list[int], upper: list[int]) -> list[np.ndarray]:
    found = set()
    for first in range(lower[0], upper[0] + 1):
        for second in range(lower[1], upper[1] + 1):
            third = 6 - first - second
            if lower[2] <= third <= upper[2]:
                found |= set(permutations([0] * first + [1] * second + [2] * third))
    return [np.array(seats) for seats in found]


def test_the_value_is_the_sum_of_distances_inside() -> None:
    distances = _distances(20, 1) / 7
    found = mdgp(distances, [4, 4, 4], [8, 8, 8], rng=dice(), proposals=20_000)
    inside = found.group[:, None] == found.group
    assert found.value == pytest.approx((distances * inside).sum() / 2)
    assert 4 <= np.bincount(found.group).min() <= np.bincount(found.group).max() <= 8


def test_the_same_dice_and_budget_give_the_same_groups_without_a_compiler(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    distances = _distances(30, 2)
    first = mdgp(distances, [4] * 5, [9] * 5, rng=dice(), proposals=50_000)
    monkeypatch.setattr(_kernels, "numba", None)
    assert np.array_equal(mdgp(distances, [4] * 5, [9] * 5, rng=dice(), proposals=50_000).group, first.group)


def test_people_without_distances_are_still_divided() -> None:
    assert mdgp(np.zeros((4, 4)), [2, 2], [2, 2], rng=dice(), proposals=10).value == 0


@pytest.mark.parametrize(
    ("distances", "proposals", "words"),
    [
        (np.zeros((2, 3)), 10, "square"),
        (np.array([[0.0, 1.0], [2.0, 0.0]]), 10, "same both ways"),
        (np.full((2, 2), np.nan), 10, "finite"),
        (np.zeros((2, 2)), 0, "at least 1"),
        (np.zeros((5, 5)), 10, "5 people do not fit"),
    ],
)
def test_what_does_not_fit_is_refused(distances: np.ndarray, proposals: int, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        mdgp(distances, [1, 1], [1, 1], rng=dice(), proposals=proposals)


@pytest.mark.skipif(not DATA.is_dir(), reason="the benchmark instances are not on this machine")
@pytest.mark.parametrize("name", ["Geo_n120_ds_01", "RanInt_n120_ds_01", "RanReal_n120_ss_01"])
def test_benchmark_instances_come_within_three_in_a_hundred_of_the_best_known(name: str) -> None:
    with (DATA / "best_known.csv").open() as file:
        known = {
            row["instance"]: float(row["value"]) for row in csv.DictReader(file) if row["kind"] == "best_here"
        }
    with gzip.open(DATA / f"{name}.txt.gz", "rt") as file:
        head = file.readline().split()
        cells = np.loadtxt(file)
    bounds = np.array(head[3:], dtype=np.int64).reshape(-1, 2)
    distances = np.zeros((int(head[0]),) * 2)
    one, two = cells[:, :2].astype(int).T
    distances[one, two] = distances[two, one] = cells[:, 2]
    found = mdgp(distances, bounds[:, 0], bounds[:, 1], rng=dice(), proposals=6_000_000)
    assert 0.97 * known[name] < found.value < 1.001 * known[name]
