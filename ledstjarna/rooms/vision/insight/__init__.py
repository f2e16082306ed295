"""Ballots as arrays, and what the opinion engine sees in them."""

from ledstjarna.rooms.vision.insight.pictures import (
    ENOUGH,
    Bound,
    Cell,
    Gap,
    Mark,
    Picture,
    cells,
    marks,
    picture,
    total,
)
from ledstjarna.rooms.vision.insight.routes import next_statement, tally
from ledstjarna.rooms.vision.insight.sheets import UNSEEN, Sheet, days, sheet

__all__ = [
    "ENOUGH",
    "UNSEEN",
    "Bound",
    "Cell",
    "Gap",
    "Mark",
    "Picture",
    "Sheet",
    "cells",
    "days",
    "marks",
    "next_statement",
    "picture",
    "sheet",
    "tally",
    "total",
]
