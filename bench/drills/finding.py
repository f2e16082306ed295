"""What a drill says."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A goal, whether it was met, and the figures in words."""

    goal: str
    met: bool
    figures: str

    def __str__(self) -> str:
        return f"{self.goal:<4} {'PASS' if self.met else 'FAIL'}  {self.figures}"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed; of none, 0."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
