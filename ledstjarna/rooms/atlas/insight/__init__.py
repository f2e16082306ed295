"""The thread as a city: rows made arrays, and what an engine sees in them."""

from ledstjarna.rooms.atlas.insight.city import City, city_of
from ledstjarna.rooms.atlas.insight.findings import Finding, findings_of
from ledstjarna.rooms.atlas.insight.signals import Budget, Change, budget_of, changed
from ledstjarna.rooms.atlas.insight.sky import Sky, sky_of

__all__ = [
    "Budget",
    "Change",
    "City",
    "Finding",
    "Sky",
    "budget_of",
    "changed",
    "city_of",
    "findings_of",
    "sky_of",
]
