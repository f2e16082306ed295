"""Which function removes what: a small table that the administrator keeps."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Desk
from ledstjarna.rooms.obstacles.scope import units_of
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Missing, Refused


def _check(viewer: Viewer) -> None:
    if not rules.may_appoint(viewer):
        raise Refused(_("Functions are kept by the system administrator."), forbidden=True)


@transaction.atomic
def appoint(*, name: str, name_en: str, unit: str, days: int, viewer: Viewer, now: datetime) -> str:
    """Let a unit remove obstacles of one sort, and promise an answer within so many working days.

    A name that is there already gets the new unit and days.
    """
    _check(viewer)
    one = units_of([unit]).get(unit)
    if one is None:
        raise Missing(unit)
    Desk.objects.update_or_create(name=name, defaults={"name_en": name_en, "unit": one, "days": days})
    thread.record(who=viewer.node_id, verb="obstacles.appointed", node=one.node, at=now)
    return one.node.ref


@transaction.atomic
def relieve(*, name: str, viewer: Viewer, now: datetime) -> str:
    """Take a function away; what was sent to it stays with its unit."""
    _check(viewer)
    desk = Desk.objects.select_related("unit__node").filter(name=name).first()
    if desk is None:
        raise Missing(name)
    node = desk.unit.node
    desk.delete()
    thread.record(who=viewer.node_id, verb="obstacles.relieved", node=node, at=now)
    return node.ref
