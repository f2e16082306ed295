"""Who judges what."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.groups import Infeasible, Rule, juries
from tests.engines.groups.cases import dice


def test_every_entry_gets_its_assessors_and_loads_are_even() -> None:
    jury = juries(20, 10, seats=3, rng=dice())
    assert (jury.judges.sum(axis=1) == 3).all()
    assert set(jury.load.tolist()) == {6}
    assert (jury.spread, jury.least_spread) == (0, 0)


def test_nobody_judges_where_they_have_an_interest_and_fixed_ones_stay() -> None:
    conflicts = dice(2).random((15, 9)) < 0.3
    fixed = np.zeros((15, 9), dtype=bool)
    fixed[4, int(np.flatnonzero(~conflicts[4])[0])] = True
    jury = juries(15, 9, seats=3, rng=dice(), conflicts=conflicts, fixed=fixed, most=8)
    assert not (jury.judges & conflicts).any()
    assert (jury.judges | ~fixed).all()


def test_needed_fields_are_covered_where_they_can_be() -> None:
    has = np.eye(3, dtype=bool)[np.arange(12) % 3]
    needs = np.ones((16, 3), dtype=bool)
    jury = juries(16, 12, seats=3, rng=dice(), needs=needs, has=has)
    assert jury.uncovered == ()
    nobody = juries(4, 3, seats=2, rng=dice(), needs=np.ones((4, 2)), has=np.array([[1, 0]] * 3))
    assert (len(nobody.uncovered), nobody.least_uncovered) == (4, 4)


def test_assessors_of_one_department_do_not_judge_together_where_it_can_be_helped() -> None:
    jury = juries(12, 9, seats=3, rng=dice(), department=[0, 0, 0, 1, 1, 1, 2, 2, 2])
    assert jury.clashes == 0


def test_assessors_share_entries_with_many_others() -> None:
    jury = juries(12, 9, seats=3, rng=dice(), proposals=40_000)
    assert jury.least_overlap == 0
    assert jury.overlap <= 3


def test_loads_stay_within_bounds() -> None:
    jury = juries(10, 8, seats=2, rng=dice(), least=2, most=4, proposals=2000)
    assert (jury.load.min() >= 2, jury.load.max() <= 4) == (True, True)


def test_somebody_below_the_smallest_load_is_given_entries_of_others() -> None:
    fixed = np.zeros((4, 3), dtype=bool)
    jury = juries(4, 3, seats=1, rng=dice(), fixed=fixed, least=1, most=2, proposals=3)
    assert sorted(jury.load.tolist()) == [1, 1, 2]
    conflicts = np.zeros((4, 3), dtype=bool)
    conflicts[:, 2] = [True, True, True, False]
    assert juries(4, 3, seats=1, rng=dice(), conflicts=conflicts, least=1, most=3, proposals=3).load[2] == 1


@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_it_seats_whenever_it_can_be_done(seed: int) -> None:
    conflicts = dice(seed).random((4, 4)) < 0.45
    try:
        jury = juries(4, 4, seats=2, rng=dice(seed), conflicts=conflicts, proposals=40)
    except Infeasible:
        assert not _can(~conflicts)
    else:
        assert (jury.judges.sum(axis=1) == 2).all()
        assert (jury.load <= 2).all()


def _can(may: np.ndarray) -> bool:
    """Whether 4 entries can have 2 of 4 assessors with 2 entries each, by trying everything."""

    def place(entry: int, load: tuple[int, ...]) -> bool:
        if entry == 4:
            return True
        for one in range(4):
            for two in range(one + 1, 4):
                if may[entry, one] and may[entry, two] and load[one] < 2 and load[two] < 2:
                    then = tuple(n + (k in (one, two)) for k, n in enumerate(load))
                    if place(entry + 1, then):
                        return True
        return False

    return place(0, (0, 0, 0, 0))


def test_an_entry_with_too_few_assessors_is_named_with_who_is_barred() -> None:
    conflicts = np.zeros((3, 3), dtype=bool)
    conflicts[1, :2] = True
    with pytest.raises(Infeasible) as caught:
        juries(3, 3, seats=2, rng=dice(), conflicts=conflicts)
    assert caught.value.conflict == (Rule("size", (), -1, 1), Rule("limit", (0, 1), -1, 1, "conflict"))


def test_loads_that_cannot_carry_all_entries_are_named() -> None:
    with pytest.raises(Infeasible) as caught:
        juries(4, 2, seats=1, rng=dice(), most=1)
    assert caught.value.conflict[-1].name == "load"


def test_a_smallest_load_that_cannot_be_reached_is_named() -> None:
    with pytest.raises(Infeasible) as caught:
        juries(2, 3, seats=1, rng=dice(), least=1, most=1)
    assert not caught.value.proven


def test_fixed_assessors_who_may_not_or_are_too_many_are_named() -> None:
    table = np.ones((1, 3), dtype=bool)
    with pytest.raises(Infeasible, match="fixed"):
        juries(1, 3, seats=2, rng=dice(), fixed=table)
    with pytest.raises(Infeasible, match="conflict"):
        juries(1, 3, seats=2, rng=dice(), fixed=table, conflicts=table)


def test_when_everyone_is_fixed_nothing_is_moved() -> None:
    fixed = np.array([[1, 1, 0], [0, 1, 1]], dtype=bool)
    assert np.array_equal(juries(2, 3, seats=2, rng=dice(), fixed=fixed).judges, fixed)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"seats": 4}, "at least as many assessors"),
        ({"conflicts": [[True]]}, "conflicts must be a table of 2 x 3"),
        ({"needs": [[1], [1]]}, "needs and has go together"),
        ({"department": [1, 2]}, "department needs one label"),
        ({"least": 5, "most": 2}, "least must be between 0 and most"),
    ],
)
def test_what_does_not_fit_is_refused(given: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        juries(2, 3, rng=dice(), **{"seats": 2, **given})  # type: ignore[arg-type]
