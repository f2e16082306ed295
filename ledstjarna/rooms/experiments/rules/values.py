"""What may be observed, and the numbers that a test may be laid with."""

from math import isfinite

MOST = 1_000_000.0
LEAST_QUIET, AFTER = 4, 2  # days before and after that a series needs to say anything


def is_value(sort: str, value: float, many: int) -> bool:
    """Whether a number is something that a measure of this sort can be."""
    if not isfinite(value) or abs(value) > MOST or not 1 <= many <= MOST:
        return False
    whole = float(value).is_integer()
    if sort == "yes_no":
        return whole and 0 <= value <= many
    if sort == "count":
        return whole and value >= 0 and many == 1
    return sort == "amount" and many == 1


def quiet(design: str, days: int) -> int:
    """How many days of a sprint are counted as usual before the change begins."""
    return min(max(LEAST_QUIET, days // 3), max(days - AFTER, 0)) if design == "series" else 0
