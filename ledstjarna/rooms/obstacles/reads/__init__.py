"""What may be asked about obstacles."""

from ledstjarna.rooms.obstacles.reads.desks import DeskLine, Desks, desks
from ledstjarna.rooms.obstacles.reads.lists import Home, Waiting, home, waiting
from ledstjarna.rooms.obstacles.reads.obstacles import (
    ObstaclePage,
    RemovalPage,
    TurnRow,
    obstacle,
    removal,
)
from ledstjarna.rooms.obstacles.reads.receipts import Receipt, receipt
from ledstjarna.rooms.obstacles.reads.rows import Row
from ledstjarna.rooms.obstacles.reads.telling import Telling, telling
from ledstjarna.rooms.obstacles.reads.themes import ThemeRow, Themes, themes

__all__ = [
    "DeskLine",
    "Desks",
    "Home",
    "ObstaclePage",
    "Receipt",
    "RemovalPage",
    "Row",
    "Telling",
    "ThemeRow",
    "Themes",
    "TurnRow",
    "Waiting",
    "desks",
    "home",
    "obstacle",
    "receipt",
    "removal",
    "telling",
    "themes",
    "waiting",
]
