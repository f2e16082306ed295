"""Whose an obstacle is: who leads what, where it may be sent, and what a viewer may see."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ledstjarna.people.models import RoleAssignment, Unit
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Desk, Obstacle
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing

Parents = Mapping[int, int | None]


@dataclass(frozen=True, slots=True)
class Way:
    """A unit that an obstacle may be sent to, in words, and the day by which it would answer."""

    id: int
    ref: str
    label: str
    promised: date

    @property
    def words(self) -> str:
        """Who it is and when the answer comes, as one line to choose."""
        day = date_format(self.promised, "j F Y")
        return _("%(who)s · answer by %(day)s") % {"who": self.label, "day": day}


def parents() -> Parents:
    """For each unit, the unit that it is part of."""
    return dict(Unit.objects.values_list("pk", "parent_id"))


def line(unit: int, above: Parents) -> tuple[int, ...]:
    """A unit and all that it is part of, from below."""
    found: list[int] = []
    step: int | None = unit
    while step is not None and step not in found:
        found.append(step)
        step = above.get(step)
    return tuple(found)


def leaders(today: date) -> dict[int, str]:
    """The name of who leads each unit that somebody leads; of a protected one, no name (R18)."""
    held = RoleAssignment.objects.filter(in_force(today), role__in=rules.LEADERS).exclude(unit=None)
    found: dict[int, str] = {}
    for row in held.select_related("person").order_by("role", "pk"):
        name = "" if row.person.protected else row.person.name
        found[row.unit_id or 0] = found.get(row.unit_id or 0) or name
    return found


def nearest(unit: int, above: Parents, led: Mapping[int, str]) -> int:
    """The unit nearest above, itself first, that somebody leads; the top where nobody does."""
    whole = line(unit, above)
    return next((each for each in whole if each in led), whole[-1])


def label_of(desk: Desk) -> str:
    """What a function is called in the reader's language."""
    return desk.name_en or desk.name if get_language() == "en" else desk.name


def desk_words(desk: Desk) -> str:
    """A function and its unit, or once where they are called the same."""
    label = label_of(desk)
    return label if label == desk.unit.name else f"{label} ({desk.unit.name})"


def ways(where: Unit, reported: date) -> tuple[Way, ...]:
    """Where an obstacle of a unit may be sent: its own manager first, then the line up, then functions."""
    above, led = parents(), leaders(reported)
    whole = line(where.pk, above)
    rows = [each for each in whole if each in led] or [whole[-1]]
    units = {one.pk: one for one in Unit.objects.select_related("node").filter(pk__in=rows)}
    day = rules.promised(reported)
    made = [Way(pk, units[pk].node.ref, _led(units[pk].name, led.get(pk, "")), day) for pk in rows]
    for desk in Desk.objects.select_related("unit__node").order_by("name"):
        if desk.unit_id not in rows:
            promised = rules.promised(reported, desk.days)
            made.append(Way(desk.unit_id, desk.unit.node.ref, desk_words(desk), promised))
    return tuple(made)


def _led(unit: str, name: str) -> str:
    words = {"unit": unit, "name": name}
    return _("%(name)s, who leads %(unit)s") % words if name else _("Whoever leads %(unit)s") % words


def led(viewer: Viewer) -> frozenset[int]:
    """The rows of all units that a viewer answers for: those led, and all that is part of them."""
    above = parents()
    if viewer.holds("city_director"):
        return frozenset(above)
    own = rules.leads(viewer)
    return frozenset(pk for pk in above if own & frozenset(line(pk, above))) if own else frozenset()


def seen(viewer: Viewer, answered: frozenset[int] | None = None) -> QuerySet[Obstacle]:
    """The obstacles that a viewer may read: those open to all, one's own, and those one answers for.

    `answered` are the units that the viewer answers for, where they are known already. Rights follow the
    role that is held today, and not the one held when it was sent.
    """
    units = led(viewer) if answered is None else answered
    mine = reads.visible(viewer, "node__")
    if units:
        mine |= Q(receiver_id__in=units)
    return Obstacle.objects.filter(mine) if viewer.signed_in else Obstacle.objects.none()


def found(*, ref: str, viewer: Viewer, lock: bool = False) -> Obstacle:
    """The obstacle of that ref.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    rows = seen(viewer).select_related("node", "where__node", "receiver__node", "asked_by", "answered_by")
    one = (rows.select_for_update(of=("self",)) if lock else rows).filter(node__ref=ref).first()
    if one is None:
        raise Missing(ref)
    return one


def answers(one: Obstacle, viewer: Viewer) -> bool:
    """Whether a viewer is to answer an obstacle."""
    return rules.may_answer(viewer, line(one.receiver_id, parents()))


def seal(secret: str) -> str:
    """The hash under which a secret is kept; the way back from it is not known to anybody."""
    return hashlib.sha256(secret.encode()).hexdigest()


def tick_of(one: Obstacle, viewer: Viewer) -> str:
    """The key of a person's “for us too” on an obstacle; without its salt it leads to nobody."""
    secret = bytes(one.salt or b"") + settings.SECRET_KEY.encode()
    return salted_hmac("obstacles.echo", str(viewer.person_id), secret=secret, algorithm="sha256").hexdigest()


def units_of(refs: Sequence[str]) -> dict[str, Unit]:
    """The units of those refs."""
    return {one.node.ref: one for one in Unit.objects.select_related("node").filter(node__ref__in=list(refs))}
