"""What obstacles have in common, found in their words."""

from ledstjarna.rooms.obstacles.insight.themes import FEWEST, Theme, themes

__all__ = ["FEWEST", "Theme", "themes"]
