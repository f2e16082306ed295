"""What a test may serve, by its words."""

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments.room import SERVED
from ledstjarna.thread.likeness import Alike, alike

SHOWN = 4


def near(*, text: str, viewer: Viewer) -> list[Alike]:
    """What steers the city and speaks of the same as a text, the nearest first."""
    return alike(text=text, viewer=viewer, kinds=SERVED, most=SHOWN, least=1)


def suggested(*, text: str, viewer: Viewer) -> list[int]:
    """The row of what a text most likely serves, if its words say anything."""
    return [one.spot.id for one in near(text=text, viewer=viewer)[:1]]
