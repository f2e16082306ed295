"""What may be asked of the vision room."""

from ledstjarna.rooms.vision.reads.ballots import BallotPage, ballot
from ledstjarna.rooms.vision.reads.desks import Desk, Opening, desk, opening
from ledstjarna.rooms.vision.reads.drafts import Drafting, drafting, versions, vision_of
from ledstjarna.rooms.vision.reads.exports import consultation, packed
from ledstjarna.rooms.vision.reads.maps import (
    StatementPage,
    divides,
    opinion_map,
    statement,
    unites,
    unknown,
)
from ledstjarna.rooms.vision.reads.parts import PartPage, area, endorsement, shift
from ledstjarna.rooms.vision.reads.rounds import RoundPage, round_page, rounds
from ledstjarna.rooms.vision.reads.statements import Near, near, statements
from ledstjarna.rooms.vision.reads.visions import VisionPage, latest, vision

__all__ = [
    "BallotPage",
    "Desk",
    "Drafting",
    "Near",
    "Opening",
    "PartPage",
    "RoundPage",
    "StatementPage",
    "VisionPage",
    "area",
    "ballot",
    "consultation",
    "desk",
    "divides",
    "drafting",
    "endorsement",
    "latest",
    "near",
    "opening",
    "opinion_map",
    "packed",
    "round_page",
    "rounds",
    "shift",
    "statement",
    "statements",
    "unites",
    "unknown",
    "versions",
    "vision",
    "vision_of",
]
