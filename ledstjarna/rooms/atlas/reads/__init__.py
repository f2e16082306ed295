"""What may be asked of the atlas."""

from ledstjarna.rooms.atlas.reads.loose import (
    Act,
    Choice,
    Loose,
    LoosePage,
    Sheaf,
    Weave,
    loose_threads,
    weave,
)
from ledstjarna.rooms.atlas.reads.node import Side, Surroundings, surroundings
from ledstjarna.rooms.atlas.reads.star import Ray, Star, StarMap, Thing, star_map

__all__ = [
    "Act",
    "Choice",
    "Loose",
    "LoosePage",
    "Ray",
    "Sheaf",
    "Side",
    "Star",
    "StarMap",
    "Surroundings",
    "Thing",
    "Weave",
    "loose_threads",
    "star_map",
    "surroundings",
    "weave",
]
