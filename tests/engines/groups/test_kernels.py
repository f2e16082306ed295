"""Sweeps: prices are exact, and the compiled form and its plain twin do the same."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.groups import _kernels
from ledstjarna.engines.groups.cost import NOTHING, ONE, Costs, by_size
from ledstjarna.engines.groups.noise import SPARE, heated, pool
from ledstjarna.engines.groups.seating import Seating, noise_needed, seated, slots_of


def _case(seed: int, *, uneven: bool, slack: int) -> tuple[Costs, Seating]:
    """13 people in 4 groups, some costs, perhaps group sums."""
    rng = np.random.default_rng(seed)
    pair = np.zeros((14, 14), dtype=np.int64)
    drawn = rng.integers(-3, 9, (13, 13)) * ONE // 4
    pair[:-1, :-1] = np.triu(drawn, 1) + np.triu(drawn, 1).T
    products = np.zeros_like(pair)
    traits = rng.integers(-500, 500, (13, 2))
    products[:-1, :-1] = traits @ traits.T
    costs = Costs(pair, products if uneven else NOTHING, by_size(8, 0.3))
    group = rng.permutation(np.arange(13) % 4)
    size = np.bincount(group)
    lower, upper = np.maximum(size - slack, 1), size + slack
    place = np.zeros((4, 14), dtype=np.int64)
    place[:, :-1] = rng.integers(0, 3, (4, 13)) * ONE // 8
    return costs, seated(costs, slots_of(group, upper), place, lower, upper)


def _total(costs: Costs, seating: Seating) -> int:
    """The cost of all groups by definition, place costs read off what the state says of empty groups."""
    place = seating.near - costs.pair[seating.slots].sum(axis=1)
    pairs = sum(int(costs.pair[np.ix_(group, group)].sum()) // 2 for group in seating.slots)
    places = sum(int(place[number, group[group < 13]].sum()) for number, group in enumerate(seating.slots))
    if not costs.gram.size:
        return pairs + places
    squares = [int(costs.gram[np.ix_(group, group)].sum()) for group in seating.slots]
    return pairs + places + sum(int(costs.by_size[n]) * q for n, q in zip(seating.size, squares, strict=True))


def _run(costs: Costs, seating: Seating, seed: int, sweeps: int, heat: int, *, plain: bool) -> int:
    rng = np.random.default_rng(seed)
    order = rng.permuted(np.broadcast_to(np.arange(4), (sweeps, 4)), axis=1)
    noise = heated(pool(noise_needed(4, seating.slots.shape[1]), rng), heat)
    run = _kernels.plain_sweeps if plain else _kernels.compiled_sweeps
    return run(
        costs.pair, costs.gram, costs.by_size, seating.near, seating.pull, seating.square, seating.slots,
        seating.size,
        seating.lower, seating.upper, np.ascontiguousarray(order[:, :2]), np.ascontiguousarray(order[:, 2:]),
        rng.integers(0, SPARE, sweeps), noise,
    )  # fmt: skip


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.booleans(), st.integers(0, 2), st.sampled_from([0, ONE // 4, 4 * ONE]))
def test_the_compiled_form_does_what_its_plain_twin_does(
    seed: int, uneven: bool, slack: int, heat: int
) -> None:
    states = [_case(seed, uneven=uneven, slack=slack) for _ in range(2)]
    done = [
        _run(*state, seed, 30, heat, plain=plain) for state, plain in zip(states, (True, False), strict=True)
    ]
    assert done[0] == done[1]
    for name in ("slots", "size", "near", "pull", "square"):
        assert np.array_equal(getattr(states[0][1], name), getattr(states[1][1], name))


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("uneven", [True, False])
def test_a_sweep_without_heat_never_makes_it_worse_and_keeps_its_books(plain: bool, uneven: bool) -> None:
    for seed in range(20):
        costs, seating = _case(seed, uneven=uneven, slack=1)
        before = _total(costs, seating)
        done = _run(costs, seating, seed, 20, 0, plain=plain)
        after = _total(costs, seating)
        assert after < before if done else after == before
        assert sorted(seating.slots[seating.slots < 13].tolist()) == list(range(13))
        assert ((seating.size >= seating.lower) & (seating.size <= seating.upper)).all()
        assert np.array_equal(seating.size, (seating.slots < 13).sum(axis=1))
        if uneven:
            assert np.array_equal(seating.pull, costs.gram[seating.slots].sum(axis=1))
            assert np.array_equal(seating.square, [costs.gram[np.ix_(g, g)].sum() for g in seating.slots])


def test_warming_changes_nothing_and_does_not_fail() -> None:
    _kernels.warm()


def test_the_engine_needs_nothing_but_numpy() -> None:
    words = (
        "import sys; sys.modules['numba'] = None; from ledstjarna.engines import groups;"
        "assert not {'scipy', 'networkx', 'django', 'ortools'} & set(sys.modules);"
        "from ledstjarna.engines.groups import _kernels; assert _kernels.numba is None; _kernels.warm()"
    )
    subprocess.run([sys.executable, "-c", words], check=True, timeout=60)


def test_without_a_compiler_the_plain_twin_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_kernels, "numba", None)
    assert _kernels._compiled(_kernels.plain_sweeps) is _kernels.plain_sweeps
    _kernels.warm()
