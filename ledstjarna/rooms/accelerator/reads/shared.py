"""What several reads answer with: choices, and who is in a thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator.models import Member
from ledstjarna.rooms.accelerator.room import ROOM, Part
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """A stage of a call or a step of an initiative: done, current or ahead."""

    label: str
    state: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody in a thing, by their own word."""

    ref: str
    name: str
    part: str
    waits: bool


@dataclass(frozen=True, slots=True)
class Crew:
    """Who is in a thing as this viewer may know it; `unnamed` are those who would rather not be named."""

    ref: str
    rows: tuple[MemberRow, ...]
    unnamed: int
    mine: str
    inside: bool
    may_join: bool


def crew(node: int, ref: str, viewer: Viewer, *, may_join: bool) -> Crew:
    """The crew of a thing: those in it know one another, others know those who let themselves be named."""
    people = list(Member.objects.select_related("person__node").filter(node_id=node).order_by("pk"))
    own = next((one.part for one in people if one.person_id == viewer.person_id), "")
    inside = own == Part.IN and viewer.person_id is not None
    shown = [
        one
        for one in people
        if one.person_id == viewer.person_id
        or (not one.person.protected and (inside or (one.part == Part.IN and one.named and viewer.signed_in)))
    ]
    there = [one for one in people if one.part == Part.IN]
    rows = [
        MemberRow(one.person.node.ref, one.person.name, str(Part(one.part).label), one.part == Part.ASKS)
        for one in shown
    ]
    hidden = sum(one not in shown for one in there)
    joins = may_join and viewer.signed_in and viewer.person_id is not None and own in {"", Part.INVITED}
    return Crew(ref, tuple(rows), hidden, own, inside, joins)


def choices(kind: str, name: str, viewer: Viewer) -> Choices:
    """What a thing of this kind may be tied to by a strand of this name: refs and words."""
    fit = [target for tie in ROOM.ties if (tie.name, tie.source) == (name, kind) for target in tie.targets]
    spots = reads.spots(viewer=viewer, kind=fit)
    alone = len(fit) == 1
    return tuple(
        (one.ref, one.title if alone else f"{one.label}: {one.title}")
        for one in sorted(spots, key=lambda one: fit.index(one.kind))
    )


def tied_to(node: int, names: Sequence[str]) -> dict[str, list[str]]:
    """The refs that a node is tied to, by the name of the strand."""
    rows = Strand.objects.filter(source_id=node, name__in=list(names), cut=False)
    found: dict[str, list[str]] = {name: [] for name in names}
    for name, ref in rows.order_by("pk").values_list("name", "target__ref"):
        found[name].append(ref)
    return found


def lines_of(text: str) -> tuple[str, ...]:
    """A text's lines, each a point."""
    return tuple(line.strip(" -•") for line in text.splitlines() if line.strip())
