"""Where a test is sketched or mended, half filled from what it is for."""

from dataclasses import dataclass
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight import (
    near,
)
from ledstjarna.rooms.experiments.reads.rights import rights
from ledstjarna.rooms.experiments.reads.shared import (
    plain,
    served_choices,
    tied_refs,
    tied_rows,
)
from ledstjarna.rooms.experiments.room import PARRIED, SERVED
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot


@dataclass(frozen=True, slots=True)
class SketchDesk:
    """Where a test is sketched or mended: what may be served, first values, and what speaks of the same."""

    ref: str
    title: str
    serves: tuple[tuple[str, str], ...]
    near: tuple[Spot, ...]
    adopts: Spot | None
    parries: Spot | None
    values: dict[str, Any]


def new_desk(*, viewer: Viewer, to: str = "") -> SketchDesk:
    """An empty desk; half filled for a lesson to be tried here, something to be served, or a signal to parry.

    Raises:
        Missing: this viewer sketches no tests, or what it is for is not there.
    """
    if not rules.may_try(viewer):
        raise Missing("sketch")
    node = reads.node(ref=to, viewer=viewer) if to else None
    if node is None:
        return SketchDesk("", "", (), (), None, None, {})
    if node.kind == "lesson":
        return _adopting(to, viewer)
    if node.kind in PARRIED and not node.ended:
        serves = tuple(reads.spots(viewer=viewer, kind=SERVED, ids=scope.concerned(node.pk, viewer)))
        return SketchDesk("", "", (), serves, None, reads.spot(node), {"parries": node.ref})
    if node.kind not in SERVED or node.ended:
        raise Missing(to)
    return SketchDesk("", "", (), (reads.spot(node),), None, None, {"serves": node.ref})


def _adopting(ref: str, viewer: Viewer) -> SketchDesk:
    """A lesson's own test as first values of ours."""
    lesson = scope.lesson_found(ref=ref, viewer=viewer)
    values: dict[str, Any] = {"lesson": ref, "title": lesson.node.title[:120]}
    first = lesson.experiment
    if first is not None:
        names = ("need", "whom", "change", "measure", "sort", "better")
        values |= {name: getattr(first, name) for name in names} | {"title": first.node.title[:120]}
    return SketchDesk("", "", (), (), reads.spot(lesson.node), None, values)


MENDED = (
    "need", "whom", "change", "guess", "measure", "sort", "better", "usual", "steady", "weekly", "days",
    "quiet", "design", "scale_if", "stop_if", "otherwise", "hours", "kronor", "group", "setting",
    "adaptation",
)  # fmt: skip


def mend_desk(*, ref: str, viewer: Viewer) -> SketchDesk:
    """The desk with a sketch on it.

    Raises:
        Missing: it is not there, has started, or is not this viewer's to mend.
    """
    one = scope.found(ref=ref, viewer=viewer)
    if not rules.is_mendable(one.stage) or not rights(one, viewer).leads:
        raise Missing(ref)
    values: dict[str, Any] = {name: plain(getattr(one, name)) for name in MENDED}
    values |= {
        "title": one.node.title,
        "worth": round(100 * one.worth),
        "places": "\n".join(one.sites.order_by("pk").values_list("name", flat=True)),
        "serves": tied_refs(one.pk, "serves"),
    }
    words = f"{one.node.title}. {one.need} {one.change}"
    own = scope.steering(one.unit)
    close = tuple(each.spot for each in near(text=words, viewer=viewer, own=own))
    kept = own | {each.id for each in close} | set(tied_rows(one.pk, "serves"))
    return SketchDesk(ref, one.node.title, served_choices(viewer, kept), close, None, None, values)
