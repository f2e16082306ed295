"""The thread as arrays, and what is seen in them."""

from datetime import date
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas.insight import City, budget_of, changed, city_of, findings_of, sky_of
from ledstjarna.rooms.atlas.insight.signals import most_by_place
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Fabric
from tests.rooms.atlas.conftest import Sky, colleague

MINUTES = {"direction": 120, "board_goal": 240, "indicator": 90, "document": 30}


def cloth(kinds: list[str], strands: list[tuple[int, str, int]]) -> Fabric:
    """Nodes by kind, numbered from 0, and strands between them."""
    count = len(kinds)
    names = tuple(f"{number}" for number in range(count))
    none = (None,) * count
    return Fabric(
        tuple(range(count)), names, tuple(kinds), names, ("",) * count, none, none, none, none, tuple(strands)
    )


def test_a_city_knows_what_leads_to_the_star_what_hangs_on_what_and_through_what() -> None:
    city = city_of(
        cloth(["vision", "area", "direction", "direction"], [(1, "belongs_to", 0), (2, "serves", 1)])
    )
    assert city.hops.tolist() == [0, 1, 2, -1]
    assert city.below.tolist() == [2, 1, 0, 0]
    assert city.gates.tolist()[2] == 1
    assert (city.low(1).tolist(), city.high(1).tolist()) == ([2], [0])


def test_a_strand_of_a_tie_that_nobody_declares_is_left_out() -> None:
    city = city_of(cloth(["vision", "area"], [(1, "adores", 0)]))
    assert (city.hops.tolist(), city.beside) == ([0, -1], {})


def test_an_empty_city_has_nothing_loose() -> None:
    assert findings_of(city_of(cloth([], [])), date(2027, 1, 1)) == ()


def steered() -> City:
    """A board with a unit within another; a goal for the board, a direction for all, and an indicator."""
    kinds = [
        "organisation",
        "board",
        "unit",
        "unit",
        "board",
        "board_goal",
        "direction",
        "indicator",
        "document",
    ]
    return city_of(
        cloth(
            kinds,
            [
                (2, "answers_to", 1), (3, "part_of", 2), (5, "given_to", 1), (6, "given_to", 0),
                (7, "measures", 5), (8, "given_to", 4),
            ],
        )
    )  # fmt: skip


def test_a_signal_reaches_all_that_is_part_of_whom_it_is_given_to_and_an_indicator_goes_with_its_goal() -> (
    None
):
    budget = budget_of(steered())
    assert [budget.at(place) for place in (1, 2, 3, 4)] == [(5, 6, 7), (5, 6, 7), (5, 6, 7), (6, 8)]
    assert most_by_place(budget, MINUTES)["unit"].tolist() == [3, 3, 3, 2]
    assert most_by_place(budget, MINUTES)["employee"].tolist() == [0, 0, 0, 1]


def test_what_would_be_if_some_were_dropped_and_one_came() -> None:
    unit, _manager, employee = changed(
        budget_of(steered()), 3, MINUTES, dropped=frozenset({5}), added=["document"]
    )
    assert (unit.before, unit.after, unit.minutes_before, unit.minutes_after) == (3, 3, 450, 240)
    assert (employee.before, employee.after, employee.minutes_after) == (0, 1, 30)


@given(st.sets(st.sampled_from([5, 6, 7])))
def test_to_drop_more_never_leaves_more(dropped: set[int]) -> None:
    changes = changed(budget_of(steered()), 3, MINUTES, dropped=frozenset(dropped), added=[])
    assert changes[0].after == changes[0].before - len(dropped)
    assert all(one.minutes_after <= one.minutes_before for one in changes)


def test_a_place_within_itself_ends() -> None:
    budget = budget_of(city_of(cloth(["unit", "unit", "direction"], [(0, "part_of", 1), (1, "part_of", 0)])))
    assert budget.at(0) == ()


@given(st.integers(1, 40), st.randoms(use_true_random=False))
def test_a_sky_holds_all_that_hangs_on_its_middle_once_each_ring_outside_the_one_before(
    count: int, dice: Random
) -> None:
    strands = [(number, "part_of", dice.randrange(number)) for number in range(1, count)]
    city = city_of(cloth(["unit"] * count, strands))
    sky = sky_of(city, 0)
    assert sorted(sky.rows.tolist()) == list(range(count))
    assert sky.parent[0] == -1
    for number in range(1, count):
        assert sky.ring[number] == sky.ring[sky.parent[number]] + 1
    far = np.hypot(sky.x, sky.y)
    assert far.max(initial=0) <= 1 + 1e-9
    assert (np.diff(far) >= -1e-9).all()
    places = {(round(x, 6), round(y, 6)) for x, y in zip(sky.x.tolist(), sky.y.tolist(), strict=True)}
    assert len(places) == count


def test_a_sky_too_large_says_how_many_did_not_fit() -> None:
    city = city_of(cloth(["unit"] * 6, [(number, "part_of", 0) for number in range(1, 6)]))
    sky = sky_of(city, 0, most=4)
    assert (len(sky.rows), sky.more) == (4, 2)


@pytest.mark.django_db
def test_R18_no_person_and_nothing_opened_by_name_is_in_the_city(sky: Sky) -> None:
    person = sky.node("person", "Ada")
    sky.node("card", "Mission", ("held_by", person))
    for viewer in (colleague(person), NOBODY):
        assert "person" not in city_of(reads.fabric(viewer=viewer)).fabric.kinds
