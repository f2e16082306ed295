"""Which function removes what."""

from dataclasses import dataclass

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Desk
from ledstjarna.rooms.obstacles.scope import label_of
from ledstjarna.thread.reads import Missing

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A function, the unit that it is, and how many working days it promises."""

    name: str
    label: str
    unit: str
    unit_ref: str
    days: int


@dataclass(frozen=True, slots=True)
class Desks:
    """All functions, and the units to choose among where one is set."""

    rows: tuple[DeskLine, ...]
    units: Choices
    may_appoint: bool


def units() -> Choices:
    """Every unit of the city by its ref and name."""
    return tuple(Unit.objects.order_by("name", "pk").values_list("node__ref", "name"))


def desks(*, viewer: Viewer) -> Desks:
    """The functions of the city.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("functions")
    may = rules.may_appoint(viewer)
    rows = Desk.objects.select_related("unit__node").order_by("name")
    lines = tuple(
        DeskLine(one.name, label_of(one), one.unit.name, one.unit.node.ref, one.days) for one in rows
    )
    return Desks(lines, units() if may else (), may)
