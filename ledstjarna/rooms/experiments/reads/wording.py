"""Where a lesson is worded."""

from dataclasses import dataclass
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import scope
from ledstjarna.rooms.experiments.reads.rights import rights
from ledstjarna.rooms.experiments.reads.shared import plain
from ledstjarna.rooms.experiments.room import Stage
from ledstjarna.thread.reads import Missing


@dataclass(frozen=True, slots=True)
class LessonDesk:
    """Where a lesson is worded."""

    ref: str
    title: str
    values: dict[str, Any]


def lesson_desk(*, ref: str, viewer: Viewer) -> LessonDesk:
    """The desk with a lesson on it.

    Raises:
        Missing: it is not there, or not this viewer's to word.
    """
    one = scope.lesson_found(ref=ref, viewer=viewer)
    if one.node.ended or not scope.teaches(one, viewer):
        raise Missing(ref)
    names = ("worked", "failed", "mechanism", "core", "adaptable", "group", "setting", "hours", "kronor")
    return LessonDesk(
        ref, one.node.title, {name: plain(getattr(one, name)) for name in names} | {"claim": one.node.title}
    )


def teach_desk(*, ref: str, viewer: Viewer) -> LessonDesk:
    """The desk for one more lesson from a test.

    Raises:
        Missing: there is no such test, nothing has been tried in it, or it is not this viewer's.
    """
    one = scope.found(ref=ref, viewer=viewer)
    if one.stage == Stage.SKETCH or not rights(one, viewer).leads:
        raise Missing(ref)
    return LessonDesk(ref, one.node.title, {"core": one.change, "worked": f"{one.unit.name}. {one.whom}"})
