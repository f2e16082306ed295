"""The opinion engine: from votes on statements to what unites a city, what divides, what is yet unknown."""

from ledstjarna.engines.opinion.analysis import Opinion, analyse
from ledstjarna.engines.opinion.axes import Axes
from ledstjarna.engines.opinion.blocks import read_blocks, write_blocks
from ledstjarna.engines.opinion.bootstrap import Firmness, bootstrap
from ledstjarna.engines.opinion.character import Trait
from ledstjarna.engines.opinion.coordination import (
    Alike,
    Burst,
    Moved,
    alike,
    bursts,
    influence,
    moved,
    without,
)
from ledstjarna.engines.opinion.counts import Bounds, Counts
from ledstjarna.engines.opinion.duplicates import Duplicate, duplicates
from ledstjarna.engines.opinion.lists import Minority, Overlooked, minorities, overlooked
from ledstjarna.engines.opinion.parts import Part, Parts, Source
from ledstjarna.engines.opinion.polis_map import Map
from ledstjarna.engines.opinion.polis_mode import Polis, polis
from ledstjarna.engines.opinion.polis_words import Majority, Representative
from ledstjarna.engines.opinion.rand import adjusted_rand
from ledstjarna.engines.opinion.ranking import Divided, United, Unknown
from ledstjarna.engines.opinion.routing import Purpose, Reason, Router, Shown, Tally, next_statement, tally_of
from ledstjarna.engines.opinion.simultaneous import Listed, Simultaneous, simultaneous
from ledstjarna.engines.opinion.slate import Audit, Chosen, audit, slate
from ledstjarna.engines.opinion.state import Fresh, State
from ledstjarna.engines.opinion.timeline import Step, match_groups, timeline
from ledstjarna.engines.opinion.votes import MISSING, Votes, votes_from, votes_from_matrix

__all__ = [
    "MISSING",
    "Alike",
    "Audit",
    "Axes",
    "Bounds",
    "Burst",
    "Chosen",
    "Counts",
    "Divided",
    "Duplicate",
    "Firmness",
    "Fresh",
    "Listed",
    "Majority",
    "Map",
    "Minority",
    "Moved",
    "Opinion",
    "Overlooked",
    "Part",
    "Parts",
    "Polis",
    "Purpose",
    "Reason",
    "Representative",
    "Router",
    "Shown",
    "Simultaneous",
    "Source",
    "State",
    "Step",
    "Tally",
    "Trait",
    "United",
    "Unknown",
    "Votes",
    "adjusted_rand",
    "alike",
    "analyse",
    "audit",
    "bootstrap",
    "bursts",
    "duplicates",
    "influence",
    "match_groups",
    "minorities",
    "moved",
    "next_statement",
    "overlooked",
    "polis",
    "read_blocks",
    "simultaneous",
    "slate",
    "tally_of",
    "timeline",
    "votes_from",
    "votes_from_matrix",
    "without",
    "write_blocks",
]
