"""The four pitfalls as counts: of these things, in these it holds, at each moment of a year."""

from ledstjarna.rooms.atlas.insight.dials.cases import Cases, evenness, wilson
from ledstjarna.rooms.atlas.insight.dials.endure import Lag, endurance, to_first_deed
from ledstjarna.rooms.atlas.insight.dials.lead import leadership
from ledstjarna.rooms.atlas.insight.dials.reach import Cover, all_in, covers
from ledstjarna.rooms.atlas.insight.dials.tell import Silence, silences, story

__all__ = [
    "Cases",
    "Cover",
    "Lag",
    "Silence",
    "all_in",
    "covers",
    "endurance",
    "evenness",
    "leadership",
    "silences",
    "story",
    "to_first_deed",
    "wilson",
]
