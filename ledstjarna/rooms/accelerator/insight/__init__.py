"""What the accelerator reckons: who assesses what, and what is left when strict and mild are evened out."""

from ledstjarna.rooms.accelerator.insight.cases import case_of
from ledstjarna.rooms.accelerator.insight.evening import Evened, Evening, evened
from ledstjarna.rooms.accelerator.insight.placing import Case, Seen, Stuck, explained, placed

__all__ = ["Case", "Evened", "Evening", "Seen", "Stuck", "case_of", "evened", "explained", "placed"]
