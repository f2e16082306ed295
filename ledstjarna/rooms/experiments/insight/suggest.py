"""What a test may serve, by its words and by where it is tried."""

from collections.abc import Collection

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments.room import SERVED
from ledstjarna.thread.likeness import Alike, alike

SHOWN, LOOKED_AT, SURE = 4, 12, 2


def near(*, text: str, viewer: Viewer, own: Collection[int] = ()) -> list[Alike]:
    """What steers the city and speaks of the same as a text: one's own first, and others' where it is surer.

    `own` are the rows of what steers the unit itself, which one word in common is enough for.
    """
    found = alike(text=text, viewer=viewer, kinds=SERVED, most=LOOKED_AT, least=1)
    fits = [one for one in found if one.spot.id in own or len(one.words) >= SURE]
    order = sorted(fits, key=lambda one: one.spot.id not in own)
    by_title = {one.spot.title: one for one in reversed(order)}  # plans of many units are called the same
    return [one for one in order if by_title[one.spot.title] is one][:SHOWN]


def suggested(*, text: str, viewer: Viewer, own: Collection[int] = ()) -> list[int]:
    """The row of what a text most likely serves; where its words say nothing, of what steers the unit."""
    by_words = [one.spot.id for one in near(text=text, viewer=viewer, own=own)[:1]]
    return by_words or sorted(own, reverse=True)[:1]
