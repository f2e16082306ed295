"""The smallest set of rules that cannot all be kept."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.groups import (
    Infeasible,
    Limit,
    Rule,
    camp,
    even_rounds,
    people_from,
    rounds_from,
    rules_from,
)
from ledstjarna.engines.groups.conflict import _colourable, shrunk
from tests.engines.groups.cases import can_seat, dice, no_place_but, small


def _conflict(people: int = 6, size: int = 2, rounds: object = None, **given: object) -> Infeasible:
    turns = rounds or even_rounds(people, size=size, rounds=1)
    rules = rules_from(turns, people=people, **given)  # type: ignore[arg-type]
    with pytest.raises(Infeasible) as caught:
        camp(people_from(np.arange(people)), turns, rules, rng=dice(), proposals=1000)  # type: ignore[arg-type]
    return caught.value


def test_a_pair_tied_through_others_and_also_apart() -> None:
    found = _conflict(size=3, together=[(0, 1), (1, 2)], apart=[(2, 0)])
    assert set(found.conflict) == {Rule("apart", (0, 2)), Rule("together", (0, 1)), Rule("together", (1, 2))}


def test_a_manager_tied_to_their_own_staff() -> None:
    people, rounds, rules = small(together=[(0, 1)])
    with pytest.raises(Infeasible) as caught:
        camp(people, rounds, rules, rng=dice(), proposals=1000)
    assert set(caught.value.conflict) == {Rule("line", (0, 1)), Rule("together", (0, 1))}


def test_a_block_larger_than_any_group() -> None:
    found = _conflict(together=[(0, 1), (1, 2), (2, 3)])
    assert [rule.kind for rule in found.conflict] == ["size", "together", "together"]


def test_one_person_whom_two_limits_shut_out() -> None:
    date, venue = (
        no_place_but(3, [0], people=6, of=3, rounds=1),
        no_place_but(3, [1, 2], people=6, of=3, rounds=1),
    )
    found = _conflict(
        limits=[date, Limit("venue", venue.can), no_place_but(3, [0, 1, 2], people=6, of=3, rounds=1)]
    )
    assert set(found.conflict) == {Rule("limit", (3,), 0, name="date"), Rule("limit", (3,), 0, name="venue")}


def test_two_who_must_be_together_and_have_no_day_in_common() -> None:
    can = np.ones((6, 3), dtype=bool)
    can[0], can[1] = [True, False, False], [False, True, True]
    found = _conflict(together=[(0, 1)], limits=[Limit("date", (can,))])
    assert set(found.conflict) == {
        Rule("together", (0, 1)),
        Rule("limit", (0,), 0, name="date"),
        Rule("limit", (1,), 0, name="date"),
    }


def test_a_fixed_place_against_a_limit() -> None:
    found = _conflict(fixed=[(2, 0, 1)], limits=[no_place_but(2, [0, 2], people=6, of=3, rounds=1)])
    assert set(found.conflict) == {Rule("fixed", (2,), 0, 1), Rule("limit", (2,), 0, name="date")}


def test_too_many_people_for_one_day_are_named_and_no_more_than_needed() -> None:
    can = np.ones((6, 3), dtype=bool)
    can[:5, 1:] = False
    found = _conflict(limits=[Limit("date", (can,))])
    kinds = {rule.kind: rule for rule in found.conflict}
    assert found.proven
    assert kinds["size"].group in (0, 1, 2)
    assert set(kinds) == {"limit", "size"}


def test_a_day_on_which_too_few_can_come() -> None:
    can = np.ones((6, 3), dtype=bool)
    can[1:, 2] = False
    found = _conflict(limits=[Limit("date", (can,))])
    sizes = [rule for rule in found.conflict if rule.kind == "size"]
    away = [rule for rule in found.conflict if rule.kind == "limit"]
    assert sizes == [Rule("size", (), 0, 2)]
    assert len(away[0].persons) == 5


def test_three_who_must_be_apart_in_two_groups() -> None:
    can = np.ones((9, 3), dtype=bool)
    can[:3, 2] = False
    found = _conflict(9, 3, apart=[(0, 1), (1, 2), (0, 2)], limits=[Limit("date", (can,))])
    assert found.proven
    assert {rule.kind for rule in found.conflict} == {"apart", "limit"}
    assert set(found.conflict) >= {Rule("apart", (0, 1)), Rule("apart", (1, 2)), Rule("apart", (0, 2))}
    assert [rule.persons for rule in found.conflict if rule.kind == "limit"] == [(0, 1, 2)]


def test_four_around_a_ring_who_may_each_be_in_one_group_only() -> None:
    can = np.ones((8, 2), dtype=bool)
    can[0, 1] = can[3, 1] = False
    found = _conflict(8, 4, apart=[(0, 1), (1, 2), (2, 3), (4, 5)], limits=[Limit("date", (can,))])
    assert found.proven
    assert set(found.conflict) == {
        Rule("limit", (0, 3), 0, name="date"),
        Rule("apart", (0, 1)),
        Rule("apart", (1, 2)),
        Rule("apart", (2, 3)),
    }


def test_more_people_all_apart_than_there_are_groups() -> None:
    everyone = [(one, two) for one in range(5) for two in range(one + 1, 5)]
    found = _conflict(12, 3, apart=everyone)
    assert (found.proven, len(found.conflict), {rule.kind for rule in found.conflict}) == (
        True,
        10,
        {"apart"},
    )


def test_blocks_that_fit_one_by_one_but_not_all_at_once_are_said_to_be_unproven() -> None:
    rounds = rounds_from(([3, 3],), ([3, 3],), people=6)
    found = _conflict(rounds=rounds, together=[(0, 1), (2, 3), (4, 5)])
    assert not found.proven
    assert {rule.kind for rule in found.conflict} == {"together"}


def test_leaving_out_keeps_only_what_is_needed() -> None:
    rules = [Rule("apart", (n, n + 1)) for n in range(40)]
    needed = {rules[3], rules[17], rules[39]}
    calls = []

    def fails(kept: Sequence[Rule]) -> bool:
        calls.append(1)
        return needed <= set(kept)

    assert set(shrunk(rules, fails)) == needed
    assert len(calls) < 60


@settings(max_examples=150)
@given(st.integers(0, 10**6))
def test_the_search_for_people_apart_is_right(seed: int) -> None:
    rng = dice(seed)
    can = rng.random((6, 3)) < 0.6
    rival = np.triu(rng.random((6, 6)) < 0.5, 1)
    pairs = [(int(one), int(two)) for one, two in np.argwhere(rival)]
    upper = rng.integers(1, 4, 3)
    assert _colourable(can, rival | rival.T, upper) == can_seat(can, [0, 0, 0], upper.tolist(), pairs)


def test_the_search_gives_up_rather_than_never_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledstjarna.engines.groups.conflict.STEPS", 3)
    everyone = np.ones((9, 4), dtype=bool)
    assert _colourable(everyone, ~np.eye(9, dtype=bool), np.full(4, 3)) is None


def _limited(limits: list[Limit]) -> bool:
    can = np.logical_and.reduce([limit.can[0] for limit in limits]) if limits else np.ones((5, 2), dtype=bool)
    return can_seat(can, [2, 2], [3, 3])


@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_giving_up_any_one_rule_of_a_conflict_mends_it(seed: int) -> None:
    rng = dice(seed)
    can = rng.random((5, 2)) < 0.55
    limits = [Limit("date", (can,))]
    rounds = rounds_from(([2, 2],), ([3, 3],), people=5)
    people, rules = people_from(np.arange(5)), rules_from(rounds, people=5, limits=limits)
    if _limited(limits):
        assert camp(people, rounds, rules, rng=dice(), proposals=100).group.shape == (1, 5)
        return
    with pytest.raises(Infeasible) as caught:
        camp(people, rounds, rules, rng=dice(), proposals=100)
    assert caught.value.proven
    bound = sorted({person for rule in caught.value.conflict for person in rule.persons})
    freed = np.ones_like(can)
    freed[bound] = can[bound]
    assert not _limited([Limit("date", (freed,))])
    for person in bound:
        fewer = freed.copy()
        fewer[person] = True
        assert _limited([Limit("date", (fewer,))])
