"""What may be told of how many: no number so small that somebody could be found in it (R10, T3)."""

from collections.abc import Mapping
from dataclasses import dataclass

FLOOR = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """A sum and those of its parts that may be told; `rest` is what they leave, told as a sum of its own."""

    total: int
    parts: tuple[tuple[str, int], ...]
    rest: int


def threshold_of(wished: int) -> int:
    """The smallest number that is told: what was wished, but never under the floor."""
    return max(FLOOR, wished)


def shown(parts: Mapping[str, int], least: int) -> Shown | None:
    """What may be told of a sum of parts, by name and not by size; nothing where the whole is too small.

    A part under `least` joins the rest; a rest that is itself too small takes the smallest part that is
    told with it, so that no two numbers told differ by fewer than `least` (complementary suppression).
    """
    total = sum(parts.values())
    if total < least:
        return None
    told = sorted(((name, many) for name, many in parts.items() if many >= least), key=_largest)
    rest = total - sum(many for _name, many in told)
    while told and 0 < rest < least:
        rest += told.pop()[1]
    return Shown(total, tuple(sorted(told)), rest)


def _largest(part: tuple[str, int]) -> tuple[int, str]:
    return -part[1], part[0]
