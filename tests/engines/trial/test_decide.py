"""A rule set beforehand is read as it was set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.trial import Measure, Reason, Result, Rule, Verdict, decide


def seen(estimate: float, low: float | None, high: float | None, measure: Measure = Measure.YES_NO) -> Result:
    return Result(measure, Reason.ENOUGH, estimate=estimate, low=low, high=high)


@pytest.mark.parametrize(
    ("result", "verdict"),
    [
        (seen(0.3, 0.1, 0.5), Verdict.SCALE),
        (seen(0.1, 0.02, 0.3), Verdict.ADAPT),
        (seen(0.0, -0.1, 0.15), Verdict.STOP),
        (seen(0.3, -0.1, 0.6), Verdict.CANNOT_TELL),
        (seen(-0.3, -0.5, -0.1), Verdict.STOP),
    ],
)
def test_each_clause_has_its_verdict(result: Result, verdict: Verdict) -> None:
    assert decide(result, Rule(worth=0.2)) is verdict


def test_when_less_is_better_the_same_holds_turned_round() -> None:
    shorter = seen(0.7, 0.6, 0.9, Measure.TIME)
    assert decide(shorter, Rule(worth=0.2, more_is_better=False)) is Verdict.SCALE
    assert decide(shorter, Rule(worth=0.35, more_is_better=False)) is Verdict.ADAPT
    assert decide(shorter, Rule(worth=0.2)) is Verdict.STOP


def test_who_wants_to_be_sure_asks_it_of_the_whole_interval() -> None:
    assert decide(seen(0.3, 0.1, 0.5), Rule(worth=0.2, sure=True)) is Verdict.ADAPT
    assert decide(seen(0.3, 0.25, 0.5), Rule(worth=0.2, sure=True)) is Verdict.SCALE


def test_what_is_not_enough_is_not_decided_and_at_the_end_is_adapted() -> None:
    wide = Result(Measure.YES_NO, Reason.TOO_WIDE, estimate=0.4)
    assert decide(wide, Rule(0.2)) is Verdict.CANNOT_TELL
    assert decide(wide, Rule(0.2), over=True) is Verdict.ADAPT
    assert decide(Result(Measure.YES_NO, Reason.TOO_FEW), Rule(0.2), over=True) is Verdict.CANNOT_TELL


def test_a_rule_without_a_worth_is_refused() -> None:
    with pytest.raises(ValueError, match="over 0"):
        decide(seen(0.3, 0.1, 0.5), Rule(worth=0))
    with pytest.raises(ValueError, match="under 1"):
        decide(seen(0.5, 0.4, 0.6, Measure.TIME), Rule(worth=1, more_is_better=False))


@given(st.floats(-1, 1), st.floats(0, 0.5), st.floats(0, 0.5), st.floats(0.01, 0.9))
def test_no_interval_is_both_worth_having_and_not(
    middle: float, down: float, up: float, worth: float
) -> None:
    result = seen(middle, middle - down, middle + up)
    verdict = decide(result, Rule(worth))
    assert (verdict is Verdict.STOP) == (middle + up < worth)
    assert verdict is not Verdict.SCALE or (middle >= worth and middle - down >= 0)
