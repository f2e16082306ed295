"""When use began and ended; and those in front never wait."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.rules.spread import is_worth_a_curve, order, use_of
from tests.fixtures.eyes import Eye

DAY = date(2026, 3, 1)
STATES = ("heard", "tries", "uses", "adapted", "stopped", "declined")


def steps(*states: str) -> list[tuple[str, date]]:
    return [(state, DAY + timedelta(days=at)) for at, state in enumerate(states)]


@pytest.mark.parametrize(
    ("states", "began", "ended"),
    [
        ((), None, None),
        (("heard", "declined"), None, None),
        (("heard", "tries"), None, None),
        (("tries", "stopped"), None, None),
        (("tries", "uses"), 1, None),
        (("adapted",), 0, None),
        (("uses", "adapted"), 0, None),
        (("uses", "stopped"), 0, 1),
        (("uses", "tries", "stopped"), 0, 1),
        (("uses", "stopped", "uses"), 0, None),
    ],
)
def test_R8_use_begins_when_it_is_used_and_ends_when_it_is_not(
    states: tuple[str, ...], began: int | None, ended: int | None
) -> None:
    days = [None if at is None else DAY + timedelta(days=at) for at in (began, ended)]
    assert use_of(steps(*states)) == tuple(days)


@given(st.lists(st.sampled_from(STATES), max_size=8))
def test_use_never_ends_before_it_began(states: list[str]) -> None:
    began, ended = use_of(steps(*states))
    assert ended is None or (began is not None and ended >= began)
    assert (began is not None) == rules.is_innovation(states)


@pytest.mark.parametrize(("units", "worth"), [(0, False), (29, False), (30, True), (400, True)])
def test_below_thirty_units_there_is_a_table_and_no_curve(units: int, worth: bool) -> None:
    assert is_worth_a_curve(units) is worth


def test_names_are_in_swedish_order() -> None:
    assert sorted(["Östra", "Ängen", "Åsen", "Zeta", "alfa"], key=order) == [
        "alfa",
        "Zeta",
        "Åsen",
        "Ängen",
        "Östra",
    ]


def test_those_in_front_never_wait_for_what_others_do() -> None:
    """No rule of starting asks about any other unit: it is told of one's own alone."""
    ahead = Eye(person_id=1, unit_ids=frozenset({7}))
    assert rules.may_try(ahead)
    assert rules.may_lead(ahead, {1}, frozenset({7}))
    assert rules.may_take_up(ahead, 7, 8)
