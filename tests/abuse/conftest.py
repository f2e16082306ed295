"""The abuse cases play in the town of the vision room's tests."""

from tests.rooms.vision.conftest import open_round, town, voting

__all__ = ["open_round", "town", "voting"]
