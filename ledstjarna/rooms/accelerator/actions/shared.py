"""What several actions have in common."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Call, Entry, Member
from ledstjarna.rooms.accelerator.room import ROOM, Part, Stage
from ledstjarna.rooms.accelerator.scope import crew_of, found_call
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node, Reader
from ledstjarna.thread.reads import Refused


def check_office(viewer: Viewer) -> None:
    """Only the innovation office goes on from here.

    Raises:
        Refused: this viewer is not of it.
    """
    if not rules.may_run(viewer):
        raise Refused(_("This is done by the innovation office."), forbidden=True)


def check_tells(viewer: Viewer) -> None:
    """Only somebody who works in the city goes on from here.

    Raises:
        Refused: nobody is signed in.
    """
    if not rules.may_tell(viewer):
        raise Refused(_("This is done by somebody who works in the city."), forbidden=True)


def check_goes_on(call: Call) -> None:
    """Only a call that is neither decided nor called off is worked on any further.

    Raises:
        Refused: it is over.
    """
    if call.stage == Stage.OFF:
        raise Refused(_("It has been called off."))
    if rules.is_over(call.stage):
        raise Refused(_("It has been decided already."))


def shaping(ref: str, viewer: Viewer) -> Call:
    """The call of that ref, locked, if it is still being shaped."""
    check_office(viewer)
    call = found_call(ref=ref, viewer=viewer, lock=True)
    check_goes_on(call)
    if call.stage != Stage.DRAFT:
        raise Refused(_("It has been opened, and what was promised stands."))
    return call


def check_decides(entry: Entry, viewer: Viewer) -> None:
    """Only the office goes on from here, and nobody of it with what is their own.

    Raises:
        Refused: this viewer is in the entry.
    """
    if not rules.may_decide(viewer, crew_of(entry.pk)):
        raise Refused(_("You are in this entry yourself. Somebody else takes it."), forbidden=True)


def tied(kind: str, name: str, refs: Sequence[str], viewer: Viewer) -> list[int]:
    """The rows of what a thing of this kind is tied to by a strand of this name.

    Raises:
        Refused: one of them is not something that it can be tied to so.
    """
    fit = {target for tie in ROOM.ties if (tie.name, tie.source) == (name, kind) for target in tie.targets}
    nodes = [reads.node(ref=ref, viewer=viewer) for ref in refs if ref]
    for node in nodes:
        if node.kind not in fit or node.ended:
            raise Refused(_("It cannot be tied to “%(title)s”.") % {"title": node.title})
    return [node.pk for node in nodes]


def own_unit(viewer: Viewer) -> int | None:
    """The row of the unit that a viewer works in."""
    return min(viewer.unit_ids, default=None)


def let_be(node: Node, person: int, part: str, *, named: bool) -> None:
    """Let a person stand in a thing; one who is protected is never named (R18)."""
    shown = named and not Person.objects.filter(pk=person, protected=True).exists()
    Member.objects.update_or_create(node=node, person_id=person, defaults={"part": part, "named": shown})
    if part != Part.ASKS:
        Reader.objects.get_or_create(node=node, person_id=person)
