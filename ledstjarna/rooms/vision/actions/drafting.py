"""Writing the vision: areas and shifts that grow from statements, and versions that are kept."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.models import Area, Shift, Version, Vision
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node, Strand
from ledstjarna.thread.reads import Refused

GREW = {"area": "grew_from", "shift": "turned_from"}


def drafted(*, ref: str, viewer: Viewer) -> Vision:
    """The vision of that ref, if this viewer may write on it now.

    Raises:
        Refused: this viewer does not draft, or the round is not at a step where one drafts.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="vision")
    vision = Vision.objects.select_related("node").select_for_update(of=("self",)).get(node=node)
    phase = vision.rounds.order_by("-opened_at").values_list("phase", flat=True).first()
    if not rules.may_draft(viewer, phase or ""):
        raise Refused(
            _("The draft is written while statements are gathered, by those who open rounds."), forbidden=True
        )
    return vision


def _after(rows: QuerySet[Area] | QuerySet[Shift]) -> int:
    return (rows.aggregate(last=Max("order"))["last"] or 0) + 1


def _grow(node: Node, statements: Sequence[str], viewer: Viewer) -> None:
    """Let a node's strands lead to exactly these statements."""
    name = GREW[node.kind]
    wanted = {reads.node(ref=ref, viewer=viewer, kind="statement").pk for ref in statements}
    thread.tie_exactly(source=node, name=name, targets=wanted)


@transaction.atomic
def add_area(
    *,
    ref: str,
    title: str,
    text: str,
    title_en: str,
    text_en: str,
    statements: Sequence[str],
    viewer: Viewer,
    now: datetime,
) -> str:
    """A new area of the vision, and the statements that it grew from."""
    vision = drafted(ref=ref, viewer=viewer)
    node = thread.add_node(kind="area", title=title, audience=vision.node.audience, lang=vision.node.lang)
    Area.objects.create(
        node=node,
        vision=vision,
        order=_after(vision.areas.all()),
        title_en=title_en,
        text=text,
        text_en=text_en,
    )
    thread.tie(source=node, name="belongs_to", target=vision.node)
    _grow(node, statements, viewer)
    thread.index(node, f"{title} {title_en} {text} {text_en}")
    thread.record(who=viewer.node_id, verb="vision.drafted", node=node, other=vision.node, at=now)
    return node.ref


def _own_area(ref: str, viewer: Viewer) -> Area:
    node = reads.node(ref=ref, viewer=viewer, kind="area")
    area = Area.objects.select_related("node", "vision__node").get(node=node)
    drafted(ref=area.vision.node.ref, viewer=viewer)
    return area


@transaction.atomic
def change_area(
    *,
    ref: str,
    title: str,
    text: str,
    title_en: str,
    text_en: str,
    statements: Sequence[str],
    viewer: Viewer,
    now: datetime,
) -> str:
    """Other words for an area, and perhaps other statements."""
    area = _own_area(ref, viewer)
    area.text, area.title_en, area.text_en = text, title_en, text_en
    area.save(update_fields=["text", "title_en", "text_en"])
    thread.retitle(node=area.node, title=title)
    _grow(area.node, statements, viewer)
    thread.index(area.node, f"{title} {title_en} {text} {text_en}")
    thread.record(who=viewer.node_id, verb="vision.drafted", node=area.node, other=area.vision.node, at=now)
    return ref


@transaction.atomic
def remove_area(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Take an area out of the draft; kept versions still hold it."""
    area = _own_area(ref, viewer)
    vision = area.vision.node
    thread.untie_all(source=area.node)
    thread.open_to(node=area.node, audience="named")
    area.delete()
    thread.record(who=viewer.node_id, verb="vision.drafted", node=vision, at=now)
    return vision.ref


@transaction.atomic
def add_shift(
    *,
    ref: str,
    origin: str,
    goal: str,
    origin_en: str,
    goal_en: str,
    statements: Sequence[str],
    viewer: Viewer,
    now: datetime,
) -> str:
    """A movement that the vision asks for: from something, to something."""
    vision = drafted(ref=ref, viewer=viewer)
    node = thread.add_node(
        kind="shift", title=f"{origin} → {goal}", audience=vision.node.audience, lang=vision.node.lang
    )
    Shift.objects.create(
        node=node,
        vision=vision,
        order=_after(vision.shifts.all()),
        origin=origin,
        goal=goal,
        origin_en=origin_en,
        goal_en=goal_en,
    )
    thread.tie(source=node, name="moves", target=vision.node)
    _grow(node, statements, viewer)
    thread.index(node, f"{origin} {goal} {origin_en} {goal_en}")
    thread.record(who=viewer.node_id, verb="vision.drafted", node=node, other=vision.node, at=now)
    return node.ref


def _own_shift(ref: str, viewer: Viewer) -> Shift:
    node = reads.node(ref=ref, viewer=viewer, kind="shift")
    shift = Shift.objects.select_related("node", "vision__node").get(node=node)
    drafted(ref=shift.vision.node.ref, viewer=viewer)
    return shift


@transaction.atomic
def change_shift(
    *,
    ref: str,
    origin: str,
    goal: str,
    origin_en: str,
    goal_en: str,
    statements: Sequence[str],
    viewer: Viewer,
    now: datetime,
) -> str:
    """Other words for a shift, and perhaps other statements."""
    shift = _own_shift(ref, viewer)
    shift.origin, shift.goal, shift.origin_en, shift.goal_en = origin, goal, origin_en, goal_en
    shift.save(update_fields=["origin", "goal", "origin_en", "goal_en"])
    thread.retitle(node=shift.node, title=f"{origin} → {goal}")
    _grow(shift.node, statements, viewer)
    thread.index(shift.node, f"{origin} {goal} {origin_en} {goal_en}")
    thread.record(who=viewer.node_id, verb="vision.drafted", node=shift.node, other=shift.vision.node, at=now)
    return ref


@transaction.atomic
def remove_shift(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Take a shift out of the draft; kept versions still hold it."""
    shift = _own_shift(ref, viewer)
    vision = shift.vision.node
    thread.untie_all(source=shift.node)
    thread.open_to(node=shift.node, audience="named")
    shift.delete()
    thread.record(who=viewer.node_id, verb="vision.drafted", node=vision, at=now)
    return vision.ref


def _body(vision: Vision) -> dict[str, object]:
    grown: dict[int, list[str]] = {}
    strands = Strand.objects.filter(source__area__vision=vision, name="grew_from", cut=False).order_by("pk")
    for source, title in strands.values_list("source_id", "target__title"):
        grown.setdefault(source, []).append(title)
    areas = vision.areas.order_by("order").values_list("pk", "node__title", "text", "title_en", "text_en")
    shifts = vision.shifts.order_by("order").values_list("origin", "goal", "origin_en", "goal_en")
    return {
        "areas": [
            {
                "title": title,
                "text": text,
                "title_en": title_en,
                "text_en": text_en,
                "grew_from": grown.get(pk, []),
            }
            for pk, title, text, title_en, text_en in areas
        ],
        "shifts": [dict(zip(("origin", "goal", "origin_en", "goal_en"), row, strict=True)) for row in shifts],
    }


@transaction.atomic
def keep_version(*, ref: str, note: str, viewer: Viewer, now: datetime) -> str:
    """Keep the draft as it stands, so that it can be laid beside another version."""
    vision = drafted(ref=ref, viewer=viewer)
    last = vision.versions.aggregate(last=Max("number"))["last"] or 0
    Version.objects.create(vision=vision, number=last + 1, note=note, made_at=now, body=_body(vision))
    thread.record(who=viewer.node_id, verb="vision.versioned", node=vision.node, at=now)
    return str(last + 1)
