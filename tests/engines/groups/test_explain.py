"""Why here, and what else would cost."""

import pytest

from ledstjarna.engines.groups import Rule, Wish, explain, swap_cost, unmet
from tests.engines.groups.cases import by_hand, no_place_but, planned

PLAN = planned(
    apart=[(3, 20)],
    together=[(5, 22)],
    history=[(0, 7), (2, 9)],
    wishes=[Wish(0, 23), Wish(3, places=((0, 1), (1, 2))), Wish(20, 3), Wish(6, 4)],
    limits=[no_place_but(17, [1, 3], people=24, of=4)],
    fixed=[(8, 0, 2)],
)


def test_why_somebody_is_where_they_are() -> None:
    plan = by_hand([[0, 0, 1, 1], [0, 1, 0, 1]], acquainted=[(0, 1)], history=[(0, 2)], wishes=[Wish(0, 1)])
    first, second = (explain(plan, 0, number) for number in (0, 1))
    assert (first.companions, first.new, first.units, first.same_unit, first.acquainted) == (
        (1,),
        1,
        1,
        1,
        1.0,
    )
    assert (second.companions, second.new, second.units, second.granted) == ((2,), 0, 2, ())
    assert first.granted == (0,)
    assert first.possible_groups == 2


def test_alternatives_break_nothing_and_come_cheapest_first() -> None:
    placement = explain(PLAN, 11, 1)
    costs = [item.change.cost for item in placement.alternatives]
    assert 1 <= len(costs) <= 3
    assert costs == sorted(costs)
    assert all(not item.change.breaks and item.group != placement.group for item in placement.alternatives)
    assert placement.alternatives[0].change == swap_cost(PLAN, 1, 11, placement.alternatives[0].partner)


def test_a_wish_that_a_rule_forbids_is_explained_by_the_rule() -> None:
    assert unmet(PLAN, 2).rule == Rule("apart", (3, 20))
    assert unmet(PLAN, 3).rule == Rule("line", (4, 6))


def test_a_wish_that_would_cost_is_explained_by_its_price() -> None:
    plan = by_hand([[0, 1, 0, 1], [0, 1, 1, 0]], wishes=[Wish(0, 1), Wish(2, places=((0, 1),))])
    answer = unmet(plan, 0)
    assert answer.rule is None
    assert answer.change is not None
    assert 0 in answer.change.wishes_won
    assert answer.change.cost > -plan.rules.weights.wish
    there = unmet(plan, 1)
    assert (there.round, there.moved, there.change is not None) == (0, 2, True)


def test_a_wish_that_every_exchange_would_break_a_rule_for_has_no_price() -> None:
    plan = by_hand([[0, 1, 0, 1]], wishes=[Wish(0, 1)], together=[(0, 2), (1, 3)])
    assert unmet(plan, 0).change is None


@pytest.mark.parametrize(
    ("number", "person", "words"), [(5, 0, "round 5"), (0, 24, "person 24"), (-1, 0, "round -1")]
)
def test_who_or_what_is_not_there_is_refused(number: int, person: int, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        explain(PLAN, person, number)


def test_a_granted_wish_needs_no_reason() -> None:
    granted = PLAN.wishes.index(True)
    with pytest.raises(ValueError, match="not an unmet wish"):
        unmet(PLAN, granted)
