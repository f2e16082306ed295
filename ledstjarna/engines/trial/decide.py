"""What does the rule that was set beforehand say of what has been seen?

A change is good in the direction that was wanted. `scale`: it is surely better than no change and, by
what is seen, worth having. `stop`: it is surely not worth having. `adapt`: it is surely better, but by
what is seen not by enough; or the time is over and nothing is sure. Otherwise it cannot be told yet.
"""

from dataclasses import dataclass
from enum import StrEnum

from ledstjarna.engines.trial.result import Result


class Verdict(StrEnum):
    """What the rule says."""

    SCALE = "scale"
    STOP = "stop"
    ADAPT = "adapt"
    CANNOT_TELL = "cannot tell yet"


@dataclass(frozen=True, slots=True)
class Rule:
    """Set before the start: the smallest change worth having, and whether more or less is better.

    `worth` is in the measure's own unit for differences, and a share for ratios (0.2: a fifth); over 0.
    `sure` asks that the whole interval, not only the estimate, be worth having before scaling.
    """

    worth: float
    more_is_better: bool = True
    sure: bool = False


def decide(result: Result, rule: Rule, *, over: bool = False) -> Verdict:
    """The verdict of a rule on a result; `over` when no more observations will come.

    Raises:
        ValueError: a change worth having that is not over 0 (or, for a ratio, a decrease by all or more).
    """
    wanted = _wanted(result, rule)
    undecided = Verdict.ADAPT if over and result.estimate is not None else Verdict.CANNOT_TELL
    if not result.enough or result.estimate is None:
        return undecided
    estimate, low, high = _turned(result, rule)
    if high is not None and high < wanted:
        return Verdict.STOP
    if low is None or low < _nothing(result, rule):
        return undecided
    ahead = low if rule.sure else estimate
    return Verdict.SCALE if ahead >= wanted else Verdict.ADAPT


def _wanted(result: Result, rule: Rule) -> float:
    """The change worth having on a line where more is better."""
    if not rule.worth > 0:
        raise ValueError(f"The smallest change worth having must be over 0, not {rule.worth:g}.")
    if not result.is_ratio:
        return rule.worth
    if rule.more_is_better:
        return 1 + rule.worth
    if rule.worth >= 1:
        raise ValueError("A decrease worth having is a share under 1: 0.2 is a fifth.")
    return -(1 - rule.worth)


def _nothing(result: Result, rule: Rule) -> float:
    return result.nothing if rule.more_is_better else -result.nothing


def _turned(result: Result, rule: Rule) -> tuple[float, float | None, float | None]:
    """Estimate, low and high on a line where more is better."""
    assert result.estimate is not None
    if rule.more_is_better:
        return result.estimate, result.low, result.high
    low = None if result.high is None else -result.high
    high = None if result.low is None else -result.low
    return -result.estimate, low, high
