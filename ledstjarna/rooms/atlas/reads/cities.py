"""The city as a viewer sees it, kept until the next fact: those who see the same share it."""

from collections.abc import Hashable
from datetime import date, datetime

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas.insight import Budget, City, Finding, budget_of, city_of, findings_of
from ledstjarna.thread import reads
from ledstjarna.thread.memory import until_next_fact
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing, Spot


def common(viewer: Viewer) -> Hashable:
    """What decides which fabric a viewer sees: nothing in it is opened to anybody by name."""
    return viewer.signed_in, viewer.authority_ids


def city(viewer: Viewer, at: datetime | None = None) -> City:
    """The city as it is, or as it was at a moment."""
    return until_next_fact(
        ("atlas.city", common(viewer), at), lambda: city_of(reads.fabric(viewer=viewer, at=at))
    )


def found(viewer: Viewer, today: date) -> tuple[Finding, ...]:
    """All that has come loose, as this viewer sees it."""
    return until_next_fact(("atlas.found", common(viewer), today), lambda: findings_of(city(viewer), today))


def budget(viewer: Viewer) -> Budget:
    """Which signals reach which place."""
    return until_next_fact(("atlas.budget", common(viewer)), lambda: budget_of(city(viewer)))


def spot_at(whole: City, row: int) -> Spot:
    """The node of a row as others see it."""
    cloth, kind = whole.fabric, whole.kinds[row]
    bare = Node(
        pk=cloth.ids[row], ref=cloth.refs[row], kind=kind.name, title=cloth.titles[row], lang=cloth.langs[row]
    )
    return reads.spot(bare)


def path_to(whole: City, row: int) -> list[int]:
    """The rows of the shortest thread from a star down to a row; itself alone where there is none."""
    path = [row]
    while whole.hops[path[0]] > 0:
        high = whole.high(path[0])
        path.insert(0, int(high[whole.hops[high] == whole.hops[path[0]] - 1].min()))
    return path


def row_of(whole: City, ref: str) -> int:
    """The row of the node of that ref.

    Raises:
        Missing: it is not in this viewer's city.
    """
    try:
        return whole.fabric.refs.index(ref)
    except ValueError:
        raise Missing(ref) from None
