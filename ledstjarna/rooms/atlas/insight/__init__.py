"""The thread as a city: rows made arrays, and what an engine sees in them."""

from ledstjarna.rooms.atlas.insight.city import City, city_of
from ledstjarna.rooms.atlas.insight.dials import Cases, Cover, Lag, Silence
from ledstjarna.rooms.atlas.insight.findings import Finding, findings_of
from ledstjarna.rooms.atlas.insight.past import Past, past_of
from ledstjarna.rooms.atlas.insight.signals import Budget, Change, budget_of, changed
from ledstjarna.rooms.atlas.insight.sky import Sky, placed, sky_of

__all__ = [
    "Budget",
    "Cases",
    "Change",
    "City",
    "Cover",
    "Finding",
    "Lag",
    "Past",
    "Silence",
    "Sky",
    "budget_of",
    "changed",
    "city_of",
    "findings_of",
    "past_of",
    "placed",
    "sky_of",
]
