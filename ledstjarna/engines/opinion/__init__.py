"""The opinion engine: from votes on statements to what unites a city, what divides it and what it has yet to say."""

from ledstjarna.engines.opinion.analysis import Opinion, analyse
from ledstjarna.engines.opinion.axes import Axes
from ledstjarna.engines.opinion.character import Trait
from ledstjarna.engines.opinion.counts import Bounds, Counts
from ledstjarna.engines.opinion.rand import adjusted_rand
from ledstjarna.engines.opinion.ranking import Divided, United, Unknown
from ledstjarna.engines.opinion.routing import Purpose, Tally, next_statement, tally_of
from ledstjarna.engines.opinion.votes import MISSING, Votes, votes_from, votes_from_matrix

__all__ = [
    "MISSING",
    "Axes",
    "Bounds",
    "Counts",
    "Divided",
    "Opinion",
    "Purpose",
    "Tally",
    "Trait",
    "United",
    "Unknown",
    "Votes",
    "adjusted_rand",
    "analyse",
    "next_statement",
    "tally_of",
    "votes_from",
    "votes_from_matrix",
]
