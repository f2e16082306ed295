"""Cancellations and newcomers."""

import numpy as np
import pytest

from ledstjarna.engines.groups import (
    Infeasible,
    Limit,
    broken,
    camp,
    even_rounds,
    people_from,
    replan,
    rounds_from,
    rules_from,
)
from tests.engines.groups.cases import dice, leaders, planned, small

PLAN = planned(together=[(5, 22)], apart=[(3, 20)])


def test_one_cancellation_within_the_slack_moves_nobody() -> None:
    found = replan(PLAN, [7], rng=dice())
    assert (found.moves, found.fewest) == ((), 0)
    assert (found.plan.group[:, 7] == -1).all()
    assert np.array_equal(np.delete(found.plan.group, 7, axis=1), np.delete(PLAN.group, 7, axis=1))


def test_a_group_that_becomes_too_small_takes_the_fewest_that_it_needs() -> None:
    mates = np.flatnonzero(PLAN.group[2] == PLAN.group[2, 0])
    gone = [person for person in mates.tolist() if person not in (5, 22)][:3]
    found = replan(PLAN, gone, rng=dice(), since=2)
    assert len(found.moves) == found.fewest == 2
    assert {move.round for move in found.moves} == {2}
    assert not broken(
        found.plan.people,
        found.plan.rules,
        found.plan.group,
        found.plan.rounds.lower,
        found.plan.rounds.upper,
    )
    assert np.array_equal(found.plan.group[:2], PLAN.group[:2])


def test_newcomers_fill_the_places_of_those_who_cancelled() -> None:
    gone = replan(PLAN, [7], rng=dice()).plan
    back = replan(gone, [], [7], rng=dice(), slack=0)
    assert back.moves == ()
    assert (back.plan.group[:, 7] >= 0).all()


def test_somebody_new_altogether_is_described_first() -> None:
    people, _, _ = small()
    more = people_from(np.append(people.unit, 3), traits=np.vstack([people.traits, [0.0, 0.0]]))
    rules = rules_from(PLAN.rounds, people=25, apart=[(24, 0)])
    found = replan(PLAN, [], [24], rng=dice(), people=more, rules=rules)
    assert found.plan.group.shape == (3, 25)
    assert (found.plan.group[:, 24] != found.plan.group[:, 0]).all()
    assert not found.moves


def test_a_newcomer_whose_only_group_is_full_takes_the_place_of_somebody_who_moves_on() -> None:
    people = people_from(np.arange(5))
    can = np.ones((5, 2), dtype=bool)
    can[4, 1] = False
    rounds = rounds_from(([1, 1],), ([2, 2],), people=4)
    first = camp(people_from(np.arange(4)), rounds, rng=dice(), proposals=100)
    rules = rules_from(rounds, people=5, limits=[Limit("date", (can,))])
    sized = first.rounds
    first = camp(
        people_from(np.arange(4)), rounds_from(([1, 1],), ([2, 3],), people=4), rng=dice(), proposals=1
    )
    found = replan(first, [], [4], rng=dice(), people=people, rules=rules, slack=0)
    assert found.plan.group[0, 4] == 0
    assert len(found.moves) <= 1
    assert sized.count == 1


def test_a_newcomer_for_whom_there_is_no_place_is_refused() -> None:
    people = people_from(np.arange(5))
    first = camp(people_from(np.arange(4)), even_rounds(4, size=2, rounds=1), rng=dice(), proposals=100)
    with pytest.raises(Infeasible) as caught:
        replan(first, [], [4], rng=dice(), people=people, rules=rules_from(first.rounds, people=5), slack=0)
    assert caught.value.conflict[0].persons == (4,)


def test_too_many_cancellations_are_refused_by_size() -> None:
    with pytest.raises(Infeasible) as caught:
        replan(PLAN, list(range(6, 16)), rng=dice())
    assert caught.value.conflict[0].kind == "size"


def test_450_leaders_with_five_in_a_hundred_cancelling() -> None:
    people, rounds, rules = leaders(2, hard=True)
    plan = camp(people, rounds, rules, rng=dice(), proposals=4_000_000)
    gone = dice(4).choice(450, 22, replace=False).tolist()
    found = replan(plan, gone, rng=dice())
    assert found.fewest <= len(found.moves) <= 2 * len(gone)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"drop_outs": [24]}, "person 24 has no place"),
        ({"newcomers": [3]}, "person 3 already has a place"),
        ({"since": 3}, "since must be a round"),
    ],
)
def test_who_is_not_or_already_there_is_refused(given: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        replan(PLAN, rng=dice(), **given)  # type: ignore[arg-type]
