"""What speaks of the same as a lesson."""

from dataclasses import dataclass

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import scope
from ledstjarna.rooms.experiments.reads.search import KINDS
from ledstjarna.thread import reads, search
from ledstjarna.thread.reads import Spot

SIMILAR, MANY = 5, 8


@dataclass(frozen=True, slots=True)
class Similar:
    """A lesson or a test that speaks of the same."""

    spot: Spot
    where: str


@dataclass(frozen=True, slots=True)
class SimilarPart:
    """What speaks of the same as a lesson."""

    rows: tuple[Similar, ...]


def similar(*, ref: str, viewer: Viewer) -> SimilarPart:
    """Lessons and tests that speak of the same as the lesson of that ref, its own test left out."""
    one = scope.lesson_found(ref=ref, viewer=viewer)
    near = search.kin(title=one.node.title, viewer=viewer, kinds=KINDS, most=MANY)
    shown = [node for node in near if node.pk not in {one.pk, one.experiment_id}][:SIMILAR]
    return SimilarPart(
        tuple(Similar(reads.spot(node), node.home.title if node.home else "") for node in shown)
    )
