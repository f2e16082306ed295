"""A result says in what terms it speaks."""

from ledstjarna.engines.trial import Measure, Reason, Result


def test_rates_counts_and_times_are_told_as_ratios_and_all_else_as_differences() -> None:
    told = {
        kind: (Result(kind, Reason.ENOUGH).is_ratio, Result(kind, Reason.ENOUGH).nothing) for kind in Measure
    }
    ratios = {kind for kind, found in told.items() if found == (True, 1.0)}
    assert ratios == {Measure.RATE, Measure.COUNT, Measure.TIME}
    assert {told[kind] for kind in Measure if kind not in ratios} == {(False, 0.0)}


def test_enough_is_one_reason_of_six() -> None:
    assert [Result(Measure.NUMBER, why).enough for why in Reason] == [True, False, False, False, False, False]
