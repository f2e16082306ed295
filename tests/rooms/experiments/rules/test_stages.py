"""How far a test has come."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.experiments import rules

MONDAY = date(2026, 9, 7)


@pytest.mark.parametrize(
    ("kept", "after", "stage"),
    [
        ("running", 0, "running"),
        ("running", 1, "review"),
        ("sketch", 1, "sketch"),
        ("concluded", 1, "concluded"),
    ],
)
def test_a_sprint_whose_last_day_has_passed_waits_for_its_review(kept: str, after: int, stage: str) -> None:
    assert rules.stage(kept, MONDAY, MONDAY + timedelta(days=after)) == stage


@given(days=st.integers(2, 365), gone=st.integers(-5, 400))
def test_the_day_of_a_sprint_never_leaves_it(days: int, gone: int) -> None:
    ends = rules.ends(MONDAY, days)
    day, whole = rules.day_of(MONDAY, ends, MONDAY + timedelta(days=gone))
    assert whole == days
    assert 0 <= day <= days
    assert 0 <= rules.progress(MONDAY, ends, MONDAY + timedelta(days=gone)) <= 100


def test_what_has_not_started_has_no_day_and_no_progress() -> None:
    assert rules.day_of(None, None, MONDAY) == (0, 0)
    assert rules.progress(None, None, MONDAY) == 0


def test_R7_to_scale_and_to_close_demand_a_lesson() -> None:
    assert {one for one in rules.VERDICTS if rules.demands_lesson(one)} == {"scale", "close"}


def test_a_rule_is_locked_from_the_start_until_the_conclusion() -> None:
    assert [rules.is_locked(one) for one in ("sketch", "running", "review", "concluded")] == [
        False, True, True, False,
    ]  # fmt: skip
    assert rules.is_mendable("sketch")


def test_a_sketch_is_ready_when_all_four_are_answered() -> None:
    assert rules.is_ready("a", "b", "c", "d")
    assert not rules.is_ready("a", " ", "c", "d")
