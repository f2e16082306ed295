"""What may be asked of the atlas."""

from ledstjarna.rooms.atlas.reads.budget import (
    BudgetPage,
    CostRow,
    LevelRow,
    Outcome,
    PlacePage,
    PlaceRow,
    SignalGroup,
    SignalRow,
    Warning,
    signals,
    signals_at,
    warning,
)
from ledstjarna.rooms.atlas.reads.dial import Counted, DialPage, Kept, Part, Sheet, dial_page, dial_rows
from ledstjarna.rooms.atlas.reads.dials import Dial, Month
from ledstjarna.rooms.atlas.reads.journey import Journey, Step, journey
from ledstjarna.rooms.atlas.reads.kin import Kin, KinPage, kin
from ledstjarna.rooms.atlas.reads.loose import Act, Choice, Loose, LoosePage, Weave, loose_threads, top, weave
from ledstjarna.rooms.atlas.reads.method import Method
from ledstjarna.rooms.atlas.reads.monday import Balance, Learnt, Monday, Overload, monday
from ledstjarna.rooms.atlas.reads.node import Side, Surroundings, surroundings
from ledstjarna.rooms.atlas.reads.pack import pack
from ledstjarna.rooms.atlas.reads.sky import Bough, Branch, SkyPage, sky
from ledstjarna.rooms.atlas.reads.star import Ray, Star, StarMap, Thing, star_map
from ledstjarna.rooms.atlas.reads.unit import LineOfSight, Own, line_of_sight

__all__ = [
    "Act",
    "Balance",
    "Bough",
    "Branch",
    "BudgetPage",
    "Choice",
    "CostRow",
    "Counted",
    "Dial",
    "DialPage",
    "Journey",
    "Kept",
    "Kin",
    "KinPage",
    "Learnt",
    "LevelRow",
    "LineOfSight",
    "Loose",
    "LoosePage",
    "Method",
    "Monday",
    "Month",
    "Outcome",
    "Overload",
    "Own",
    "Part",
    "PlacePage",
    "PlaceRow",
    "Ray",
    "Sheet",
    "Side",
    "SignalGroup",
    "SignalRow",
    "SkyPage",
    "Star",
    "StarMap",
    "Step",
    "Surroundings",
    "Thing",
    "Warning",
    "Weave",
    "dial_page",
    "dial_rows",
    "journey",
    "kin",
    "line_of_sight",
    "loose_threads",
    "monday",
    "pack",
    "signals",
    "signals_at",
    "sky",
    "star_map",
    "surroundings",
    "top",
    "warning",
    "weave",
]
