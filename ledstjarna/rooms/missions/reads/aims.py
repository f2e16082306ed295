"""One aim with what surrounds it, and the desk where one is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Aim
from ledstjarna.rooms.missions.reads.drafts import Draft, ShownTo, draft_of, shown_to
from ledstjarna.rooms.missions.room import HOLDERS, ROOM
from ledstjarna.rooms.missions.scope import answers_for, found, may_change
from ledstjarna.thread import reads, room
from ledstjarna.thread.models import Node, Strand
from ledstjarna.thread.reads import Missing, Neighbour, Spot
from ledstjarna.web.passages import VersionRow, passages


@dataclass(frozen=True, slots=True)
class AimPage:
    """An aim, what it serves and what hangs on it."""

    ref: str
    kind: str
    label: str
    title: str
    lang: str
    text: str
    whom: str
    target: str
    stands: str
    how: str
    begins: date | None
    ends: date | None
    holder: Spot | None
    why: tuple[Spot, ...]
    indicators: tuple[Spot, ...]
    talks: tuple[Neighbour, ...]
    questions: tuple[Neighbour, ...]
    others: tuple[Neighbour, ...]
    versions: tuple[VersionRow, ...]
    ended: datetime | None
    stopped_why: str
    may_change: bool
    may_follow: bool
    may_count: bool
    may_ask: bool
    starts: tuple[tuple[str, str], ...]
    draft: Draft | None


def _said(body: dict[str, Any]) -> str:
    return "\n".join(
        str(body[name]) for name in ("title", "stands", "text", "whom", "how", "target") if body[name]
    )


def _versions(aim: Aim) -> tuple[VersionRow, ...]:
    now = {"title": aim.node.title} | {
        name: getattr(aim, name) for name in ("stands", "text", "whom", "how", "target")
    }
    rows, after = [], _said(now)
    for one in aim.versions.order_by("-number"):
        before = _said(one.body)
        rows.append(VersionRow(one.number, one.until, one.why, passages(before, after)))
        after = before
    return tuple(rows)


def _of(near: Iterable[Neighbour], *kinds: str) -> tuple[Neighbour, ...]:
    return tuple(one for one in near if one.spot.kind in kinds)


def aim(*, ref: str, viewer: Viewer) -> AimPage:
    """The aim of that ref."""
    one = found(ref=ref, viewer=viewer)
    node = one.node
    near = reads.neighbours(node=node, viewer=viewer)
    holder = one.unit or one.authority
    stands = node.ended is None and not one.draft
    answers = stands and answers_for(node, viewer)
    return AimPage(
        ref=ref,
        kind=node.kind,
        label=str(room.kind(node.kind).label),
        title=node.title,
        lang=node.lang,
        text=one.text,
        whom=one.whom,
        target=one.target,
        stands=one.stands,
        how=one.how,
        begins=one.begins,
        ends=one.ends,
        holder=reads.spot(holder.node) if holder else None,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        indicators=tuple(each.spot for each in near if each.tie == "measures"),
        talks=_of(near, "talk"),
        questions=_of(near, "question"),
        others=tuple(each for each in near if each.spot.kind not in {"indicator", "talk", "question"}),
        versions=_versions(one),
        ended=node.ended,
        stopped_why=one.stopped_why,
        may_change=may_change(one, viewer),
        may_follow=answers and node.kind != "programme",
        may_count=answers and node.kind in {"direction", "board_goal"},
        may_ask=stands and rules.may_ask(viewer),
        starts=reads.starts(kind=node.kind, viewer=viewer),
        draft=draft_of(aim=one, viewer=viewer),
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an aim is written: of what kind, under what, and what it may be tied to."""

    ref: str
    kind: str
    label: str
    above: Spot
    why: tuple[Spot, ...]
    choices: tuple[tuple[str, str], ...]
    given: tuple[tuple[str, str], ...]
    values: dict[str, Any]
    crowded: bool
    goals: int
    shown: tuple[ShownTo, ...]


PLACES = {
    "programme": ("vision",),
    "direction": ("programme", "vision"),
    "board_mission": HOLDERS,
    "board_goal": HOLDERS,
    "unit_plan": ("unit",),
}


def _may_write(kind: str, node: Node, viewer: Viewer) -> bool:
    if kind in {"programme", "direction"}:
        return rules.may_steer(viewer)
    if kind == "board_mission":
        return rules.may_charge(viewer)
    return answers_for(node, viewer)


def desk(*, kind: str, ref: str, viewer: Viewer) -> Desk:
    """An empty desk for an aim of a kind, under the node of that ref.

    Raises:
        Missing: such an aim is not written there, or not by this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in PLACES.get(kind, ()) or not _may_write(kind, node, viewer):
        raise Missing(ref)
    serves = [ref] if kind in {"programme", "direction"} else []
    owner = _holder_of(node)
    drafts = kind == "unit_plan" and rules.may_draft(owner, viewer.authority_ids)
    return _desk(ref, kind, node, owner, viewer, {"serves": serves, "draft": drafts})


def _holder_of(node: Node) -> int | None:
    """The board or company that a board, company or unit belongs to, as a row."""
    if node.kind != "unit":
        return node.pk if node.kind in HOLDERS else None
    return Unit.objects.filter(node=node).values_list("authority_id", flat=True).first()


def redraft(*, ref: str, viewer: Viewer) -> Desk:
    """The desk with an aim on it.

    Raises:
        Missing: it is not there, or this viewer does not word it.
    """
    one = found(ref=ref, viewer=viewer)
    if not may_change(one, viewer):
        raise Missing(ref)
    standing = Strand.objects.filter(source=one.node, name__in=("serves", "given_to"), cut=False)
    tied = [(name, target) for name, target in standing.values_list("name", "target__ref")]
    values = {
        name: getattr(one, name) for name in ("text", "whom", "target", "stands", "how", "begins", "ends")
    }
    values |= {name: [target for tie, target in tied if tie == name] for name in ("serves", "given_to")}
    return _desk(ref, one.node.kind, one.node, one.authority_id, viewer, values | {"title": one.node.title})


def _desk(
    ref: str, kind: str, node: Node, authority: int | None, viewer: Viewer, values: dict[str, Any]
) -> Desk:
    goals = Aim.objects.filter(node__kind="board_goal", node__ended=None, authority_id=authority).count()
    given = reads.spots(viewer=viewer, kind=HOLDERS) if kind == "direction" else []
    return Desk(
        ref=ref,
        kind=kind,
        label=str(room.kind(kind).label),
        above=reads.spot(node),
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        choices=tuple((one.ref, f"{one.label}: {one.title}") for one in _targets(kind, authority, viewer)),
        given=tuple((one.ref, one.title) for one in given),
        values=values,
        crowded=kind == "board_goal" and rules.is_crowded(goals),
        goals=goals,
        shown=shown_to(node=node) if node.kind == "unit_plan" else (),
    )


def _targets(kind: str, authority: int | None, viewer: Viewer) -> list[Spot]:
    """What an aim of this kind may serve; of missions and goals, only those of its own board."""
    fit = [name for tie in ROOM.ties if (tie.name, tie.source) == ("serves", kind) for name in tie.targets]
    spots = reads.spots(viewer=viewer, kind=fit)
    own = set(Aim.objects.filter(authority_id=authority).values_list("pk", flat=True))
    bound = {"board_mission", "board_goal"}
    return sorted(
        (one for one in spots if one.kind not in bound or one.id in own), key=lambda one: fit.index(one.kind)
    )
