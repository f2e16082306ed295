"""From a staff system's export to what would change: pure, so that nothing is written by looking."""

from ledstjarna.people.intake.columns import FIELDS, REQUIRED, guess
from ledstjarna.people.intake.compare import Difference, Present, compare
from ledstjarna.people.intake.rows import Fault, Staff, staff_of

__all__ = [
    "FIELDS",
    "REQUIRED",
    "Difference",
    "Fault",
    "Present",
    "Staff",
    "compare",
    "guess",
    "staff_of",
]
