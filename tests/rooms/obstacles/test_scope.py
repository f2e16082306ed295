"""Whose an obstacle is."""

from ledstjarna.rooms.obstacles import scope
from tests.rooms.obstacles.conftest import Desk


def test_a_line_goes_up_and_ends_even_in_a_ring() -> None:
    assert scope.line(3, {1: None, 2: 1, 3: 2}) == (3, 2, 1)
    assert scope.line(1, {1: 2, 2: 1}) == (1, 2)


def test_the_nearest_is_the_first_that_somebody_leads_or_the_top() -> None:
    above = {1: None, 2: 1, 3: 2}
    assert [scope.nearest(3, above, led) for led in ({2: "x"}, {3: "x"}, {})] == [2, 3, 1]


def test_one_answers_for_all_below_what_one_leads(desk: Desk) -> None:
    rows = {code: one.pk for code, one in desk.city.units.items()}
    assert scope.led(desk.city.viewer("director")) == {rows["care"], rows["home"]}
    assert scope.led(desk.city.viewer("city_director")) == set(rows.values())
    assert scope.led(desk.city.viewer("administrator")) == frozenset()


def test_a_secret_is_kept_as_its_hash() -> None:
    assert scope.seal("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
