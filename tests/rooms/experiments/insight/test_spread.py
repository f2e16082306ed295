"""What became of a lesson, as the engines tell it of small made-up spreads."""

from datetime import date, timedelta

import pytest

from ledstjarna.rooms.experiments.insight.ahead import ahead
from ledstjarna.rooms.experiments.insight.spread import Branch, Use, grown, lasting, pooled, second

START = date(2026, 1, 1)
TODAY = date(2026, 10, 1)


def use(
    unit: int, after: int | None = None, ended: int | None = None, teacher: int = -1, kind: str = "a"
) -> Use:
    days = [None if many is None else START + timedelta(days=many) for many in (after, ended)]
    return Use(unit, days[0], days[1], teacher, kind, kind)


def test_the_tree_is_who_learnt_from_whom_oldest_first() -> None:
    uses = [use(1, 0), use(2, 30, teacher=1), use(3, 20, teacher=1), use(4, 50, teacher=2), use(5)]
    assert grown(uses) == (Branch(1, 0, (Branch(3, 1, ()), Branch(2, 1, (Branch(4, 2, ()),)))),)


@pytest.mark.parametrize("teacher", [9, 2, 3])
def test_what_cannot_be_is_taken_as_begun_by_itself(teacher: int) -> None:
    """A teacher that is nowhere, oneself, or one that began later."""
    found = grown([use(1, 0), use(2, 10, teacher=teacher), use(3, 20)])
    assert [branch.unit for branch in found] == [1, 2, 3]


def test_two_that_learnt_from_one_another_on_the_same_day_began_by_themselves() -> None:
    found = grown([use(1, 5, teacher=2), use(2, 5, teacher=1)])
    assert [branch.unit for branch in found] == [1, 2]


def test_of_nothing_nothing_grows() -> None:
    assert grown([]) == grown([use(1)]) == ()
    assert lasting([use(1)], TODAY) is None
    assert second([use(1)], START) is None
    assert ahead([use(1)], START, TODAY) is None


def test_the_wait_for_the_second_unit_is_in_days() -> None:
    assert second([use(1, 40), use(2, 25), use(3)], START) == 25


def test_use_lasts_as_kaplan_and_meier_have_it() -> None:
    found = lasting([use(1, 0, 10), use(2, 0, 30), use(3, 0), use(4, 200)], TODAY)
    assert found is not None
    assert (found.followed, found.stopped) == (4, 2)
    shares = dict(zip(found.days, found.share, strict=True))
    assert (shares[10], shares[30]) == (0.75, 0.5)
    at = found.days.index(10)
    assert found.low[at] < 0.75 < found.high[at]


def test_tests_that_agree_are_pooled_narrower_than_each() -> None:
    found = pooled([(-0.4, 0.1, False), (-0.35, 0.1, False), (-0.45, 0.1, False)])
    assert found is not None
    assert (found.tests, round(found.change, 2), found.unlike) == (3, -0.4, 0.0)
    assert -0.65 < found.low < -0.4 < found.high < -0.15


def test_tests_that_differ_say_so() -> None:
    found = pooled([(-0.8, 0.05, False), (0.1, 0.05, False), (-0.3, 0.05, False)])
    assert found is not None
    assert found.unlike > 0.9


def test_ratios_are_pooled_as_ratios() -> None:
    found = pooled([(-0.5, 0.1, True), (-0.5, 0.1, True)])
    assert found is not None
    assert found.change == pytest.approx(-0.5)
    assert (found.next_low, found.next_high) == (None, None)


@pytest.mark.parametrize("changes", [[], [(-0.4, 0.1, False)], [(-0.4, 0.0, False), (-0.4, 0.1, False)]])
def test_one_test_is_no_pool(changes: list[tuple[float, float, bool]]) -> None:
    assert pooled(changes) is None
