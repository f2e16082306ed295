"""Where a lesson may go next."""

from datetime import date, timedelta

import pytest

from ledstjarna.rooms.experiments.insight.ahead import ahead
from ledstjarna.rooms.experiments.insight.spread import Use

START = date(2026, 1, 1)


TODAY = date(2026, 10, 1)


def use(
    unit: int, after: int | None = None, ended: int | None = None, teacher: int = -1, kind: str = "a"
) -> Use:
    days = [None if many is None else START + timedelta(days=many) for many in (after, ended)]
    return Use(unit, days[0], days[1], teacher, kind, kind)


def world(units: int) -> list[Use]:
    """Units of two kinds; those of the first have begun."""
    begun = [
        use(at, 15 * at if at < 6 else None, kind="a" if at < units // 2 else "b") for at in range(units)
    ]
    return begun


def test_units_like_those_that_have_begun_are_likelier_next() -> None:
    found = ahead(world(24), START, TODAY)
    assert found is not None
    assert {6, 7} <= {one.unit for one in found.likely}
    assert all(0 < one.low <= one.chance <= one.high < 1 and one.why for one in found.likely)


@pytest.mark.parametrize(("units", "curve"), [(24, False), (29, False), (30, True), (60, True)])
def test_a_curve_is_drawn_from_thirty_units_only(units: int, curve: bool) -> None:
    found = ahead(world(units), START, TODAY)
    assert found is not None
    assert bool(found.chart) is curve
    if curve:
        ends = zip(found.chart["low"], found.chart["high"], strict=True)
        assert all(low <= high for low, high in ends if low is not None)


def test_the_same_is_foretold_each_time() -> None:
    assert ahead(world(40), START, TODAY) == ahead(world(40), START, TODAY)


def test_nothing_is_foretold_in_the_first_month_or_when_all_have_begun() -> None:
    assert ahead(world(40), START, START + timedelta(days=20)) is None
    assert ahead([use(1, 0), use(2, 3)], START, TODAY) is None
