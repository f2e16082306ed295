"""What a small test showed: a change with its interval and evidence, or an honest "cannot tell yet"."""

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What is observed; it decides how a change is spoken of and which test is honest."""

    YES_NO = "yes-no"
    SCORE = "score"
    COUNT = "count"
    RATE = "rate"
    TIME = "time"
    NUMBER = "number"


# A change in these is a ratio (0.8: a fifth less), in the others a difference in the measure's own unit.
RATIOS = frozenset({Measure.COUNT, Measure.RATE, Measure.TIME})


class Reason(StrEnum):
    """Why there is an interval, or why there is none yet."""

    ENOUGH = "enough"
    TOO_FEW = "too few"  # observations for any interval at all
    ONE_SIDE = "one side"  # only one of the two sides has been observed
    NO_VARIATION = "no variation"  # everything is the same, so chance cannot be judged
    TOO_WIDE = "too wide"  # every change is still possible
    CONTRADICTION = "contradiction"  # the looks exclude one another: what is measured drifts


@dataclass(frozen=True, slots=True)
class Result:
    """A change from the first side to the second (before to after, without to with).

    `low` and `high` hold at every look, however often one looks, with probability `confidence`. `evidence` is
    an e-value against "no change": it exceeds 1 / (1 - confidence) exactly when the interval leaves out no
    change, and if nothing changed it does so at any look with probability at most 1 - confidence. Where
    `is_ratio`, `estimate`, `low` and `high` are ratios (1: no change), otherwise differences (0: no change).
    `error` is the standard error for pooling, of the logarithm where `is_ratio`. What is not known is None,
    never a number that is none.
    """

    measure: Measure
    why: Reason
    first: float | None = None
    second: float | None = None
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    error: float | None = None
    evidence: float = 1.0
    confidence: float = 0.95
    n: tuple[int, int] = (0, 0)
    missing: int = 0

    @property
    def enough(self) -> bool:
        """Whether there is an interval that leaves anything out."""
        return self.why is Reason.ENOUGH

    @property
    def is_ratio(self) -> bool:
        """Whether the change is told as a ratio."""
        return self.measure in RATIOS

    @property
    def nothing(self) -> float:
        """The value that means no change."""
        return 1.0 if self.is_ratio else 0.0
