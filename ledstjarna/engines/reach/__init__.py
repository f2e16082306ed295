"""The reach engine: does everything hang together, and on what does it hang?"""

from ledstjarna.engines.reach.analysis import Reach, reach
from ledstjarna.engines.reach.blast import Blast, blast, radii
from ledstjarna.engines.reach.contradiction import Contradiction, Meeting
from ledstjarna.engines.reach.coverage import Coverage, Share, coverage
from ledstjarna.engines.reach.cycles import Cycle
from ledstjarna.engines.reach.dominance import Dominance, dominance
from ledstjarna.engines.reach.graph import Graph, Ways, graph_from
from ledstjarna.engines.reach.lines import Lines, Path, hops, path_of
from ledstjarna.engines.reach.loose import Loose
from ledstjarna.engines.reach.pillars import Pillar, Rests
from ledstjarna.engines.reach.served import Served
from ledstjarna.engines.reach.sight import Line, Sight, sight
from ledstjarna.engines.reach.staleness import Staleness
from ledstjarna.engines.reach.thread import Thread
from ledstjarna.engines.reach.units import tree_of

__all__ = [
    "Blast",
    "Contradiction",
    "Coverage",
    "Cycle",
    "Dominance",
    "Graph",
    "Line",
    "Lines",
    "Loose",
    "Meeting",
    "Path",
    "Pillar",
    "Reach",
    "Rests",
    "Served",
    "Share",
    "Sight",
    "Staleness",
    "Thread",
    "Ways",
    "blast",
    "coverage",
    "dominance",
    "graph_from",
    "hops",
    "path_of",
    "radii",
    "reach",
    "sight",
    "tree_of",
]
