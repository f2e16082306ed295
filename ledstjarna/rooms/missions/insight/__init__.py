"""Rows read into what they tell: where figures are heading, and what a period held."""

from ledstjarna.rooms.missions.insight.keeping import kept, rebuilt
from ledstjarna.rooms.missions.insight.story import (
    Asked,
    Change,
    Chapter,
    Followed,
    Measured,
    Story,
    Told,
    period_name,
    story,
    title_of,
)
from ledstjarna.rooms.missions.insight.trends import Curve, measures, number, trend_words

__all__ = [
    "Asked",
    "Change",
    "Chapter",
    "Curve",
    "Followed",
    "Measured",
    "Story",
    "Told",
    "kept",
    "measures",
    "number",
    "period_name",
    "rebuilt",
    "story",
    "title_of",
    "trend_words",
]
