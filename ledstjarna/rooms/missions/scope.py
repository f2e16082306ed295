"""Whose an aim is: what the rules need to know of a thing, for reads and actions alike."""

from collections.abc import Collection, Iterable
from datetime import date

from ledstjarna.people.models import Employment, Unit
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Aim, Card, Delegation, Profile
from ledstjarna.rooms.missions.room import AIMS, HOLDERS
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Missing

ASKED = (*AIMS, *HOLDERS, "unit", "card")
FOLLOWED = {
    "follow": ("direction", "board_goal"),
    "hold": ("direction", "board_mission", "board_goal", "unit_plan"),
    "look": (*AIMS, *HOLDERS, "unit"),
}


def line_of(unit: int) -> frozenset[int]:
    """The rows of a unit and of all that it is part of, in one question however deep."""
    return _line(unit, _parents())


def _parents() -> dict[int, int | None]:
    return dict(Unit.objects.values_list("pk", "parent_id"))


def _line(unit: int, parents: dict[int, int | None]) -> frozenset[int]:
    return frozenset(_upwards(unit, parents))


def _upwards(unit: int, parents: dict[int, int | None]) -> tuple[int, ...]:
    line: list[int] = []
    step: int | None = unit
    while step is not None and step not in line:
        line.append(step)
        step = parents.get(step)
    return tuple(line)


def lines_of(units: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """For each unit, the unit and all that it is part of, nearest first; one question however many."""
    parents = _parents()
    return {unit: _upwards(unit, parents) for unit in units}


def within(units: Collection[int]) -> frozenset[int]:
    """The rows of these units and of all that is part of them."""
    wanted = set(units)
    return frozenset(one for one, line in lines_of(_parents()).items() if not wanted.isdisjoint(line))


def found(*, ref: str, viewer: Viewer, lock: bool = False) -> Aim:
    """The aim of that ref, for this room.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in AIMS:
        raise Missing(ref)
    rows = Aim.objects.select_related("node", "authority__node", "unit__node")
    return (rows.select_for_update(of=("self",)) if lock else rows).get(node=node)


def answers_for(node: Node, viewer: Viewer) -> bool:
    """Whether a viewer answers for an aim, a board, a company or a unit."""
    return node.pk in answered_by(viewer, [node])


def answered_by(viewer: Viewer, nodes: Iterable[Node]) -> set[int]:
    """The rows of those among these that a viewer answers for; three questions however many they are.

    A question about a mission card is answered by the manager, who is one of its two sides.
    """
    kinds = {node.pk: node.kind for node in nodes}
    within = [pk for pk, kind in kinds.items() if kind in {"board_mission", "board_goal", "unit_plan"}]
    aims = Aim.objects.filter(pk__in=within).values_list("pk", "unit_id", "authority_id") if within else ()
    units = {pk: unit for pk, unit, _authority in aims if unit is not None}
    units |= {pk: pk for pk, kind in kinds.items() if kind == "unit"}
    boards = {pk: authority for pk, unit, authority in aims if unit is None}
    boards |= {pk: pk for pk, kind in kinds.items() if kind in HOLDERS}
    cards = [pk for pk, kind in kinds.items() if kind == "card"]
    led = Card.objects.filter(pk__in=cards, manager_id=viewer.person_id) if cards else Card.objects.none()
    parents = _parents() if units else {}
    steered = {pk for pk, kind in kinds.items() if kind in {"programme", "direction"}}
    return {
        *(led.values_list("pk", flat=True) if cards and viewer.person_id else ()),
        *(pk for pk in steered if rules.may_steer(viewer)),
        *(pk for pk, unit in units.items() if rules.may_plan(viewer, _line(unit, parents))),
        *(pk for pk, authority in boards.items() if rules.may_aim(viewer, authority)),
    }


def led_by(person: int, today: date) -> int | None:
    """The row of the person who leads somebody today."""
    works = Employment.objects.filter(in_force(today), person_id=person).exclude(manager=None)
    return works.order_by("pk").values_list("manager_id", flat=True).first()


def working(profile: Profile, today: date) -> list[Employment]:
    """Those who have the post of a profile today and somebody who leads them, one work for each of them."""
    rows = Employment.objects.filter(in_force(today), unit_id__in=within([profile.unit_id]))
    post = profile.post.casefold()
    fit = [work for work in rows.exclude(manager=None).order_by("-pk") if work.title.casefold() == post]
    return list({work.person_id: work for work in fit}.values())[::-1]


def right_of(one: Delegation) -> rules.Right:
    """A delegation as a plain right."""
    return rules.Right(0, one.item, one.subject, one.legal, one.post, one.limit, one.passes_on, one.begins)


def crosses(card: Card) -> bool:
    """Whether a card goes between two boards or companies, since its two sides work under one each (R15)."""
    under = _authorities([card.holder_id, card.manager_id])
    return rules.is_dispatched(under.get(card.holder_id), under.get(card.manager_id))


def _authorities(persons: Iterable[int]) -> dict[int, int | None]:
    """The board or company that each person works under, by the latest work that they came to."""
    works = Employment.objects.filter(person_id__in=list(persons)).order_by("valid_from", "pk")
    return dict(works.values_list("person_id", "unit__authority_id"))


def may_decide_by(one: Delegation, viewer: Viewer) -> bool:
    """Whether a viewer enters decisions under a delegation."""
    belongs = one.authority_id in viewer.authority_ids
    return rules.may_use(viewer.title, one.post, belongs=belongs, clerk=rules.may_charge(viewer))


def audience_of(about: Node) -> str:
    """Who may read what is said about a thing: of a unit, the city; else those who may read the thing."""
    settled = about.kind in {"unit", "unit_plan"} and not is_draft(about)
    return Audience.CITY if settled else about.audience


def is_draft(about: Node) -> bool:
    """Whether a thing is its own board's alone as yet; until it is settled nothing is said of it."""
    return about.audience == Audience.AUTHORITY


def reported(*, ref: str, viewer: Viewer) -> Node:
    """The board, company or whole city of that ref, which reports tell of.

    Raises:
        Missing: it is not there, or is no such thing.
    """
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in {*HOLDERS, "organisation"}:
        raise Missing(ref)
    return node


def may_report(about: Node, viewer: Viewer) -> bool:
    """Whether a viewer closes the reports of a board or company, or of the whole city."""
    return rules.may_steer(viewer) if about.kind == "organisation" else answers_for(about, viewer)


def may_change(aim: Aim, viewer: Viewer) -> bool:
    """Whether a viewer may word an aim anew or let it go; a board does not word its own mission."""
    if aim.node.ended is not None:
        return False
    return rules.may_charge(viewer) if aim.node.kind == "board_mission" else answers_for(aim.node, viewer)
