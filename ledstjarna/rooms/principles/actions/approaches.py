"""Approaches: how we think about and act towards each other."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.principles import rules
from ledstjarna.rooms.principles.actions.shared import kept, serving
from ledstjarna.rooms.principles.models import Approach
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Refused


def _check(viewer: Viewer) -> None:
    if not rules.may_word(viewer):
        raise Refused(
            _("Approaches are shaped by all, and entered by the city director or HR."), forbidden=True
        )


@transaction.atomic
def set_approach(
    *, title: str, text: str, employee: str, leader: str, serves: Sequence[str], viewer: Viewer, now: datetime
) -> str:
    """An approach, with what it looks like when an employee and a leader live it."""
    _check(viewer)
    rows = serving("approach", serves, viewer)
    node = thread.add_node(
        kind="approach", title=title, audience=Audience.PUBLIC, lang=settings.LANGUAGE_CODE
    )
    place = Approach.objects.count()
    Approach.objects.create(node=node, text=text, employee=employee, leader=leader, place=place, set_at=now)
    thread.tie_exactly(source=node, name="serves", targets=rows)
    thread.index(node, f"{title} {text} {employee} {leader}")
    thread.record(who=viewer.node_id, verb="principles.set", node=node, at=now)
    return node.ref


@transaction.atomic
def change_approach(
    *,
    ref: str,
    why: str,
    title: str,
    text: str,
    employee: str,
    leader: str,
    serves: Sequence[str],
    viewer: Viewer,
    now: datetime,
) -> str:
    """Another wording of an approach; the one that stood is kept."""
    _check(viewer)
    node = reads.node(ref=ref, viewer=viewer, kind="approach")
    one = Approach.objects.select_related("node").select_for_update(of=("self",)).get(node=node)
    rows = serving("approach", serves, viewer)
    kept(node, one.number, "\n".join((node.title, one.text, one.employee, one.leader)), why, now)
    one.text, one.employee, one.leader, one.number = text, employee, leader, one.number + 1
    one.save()
    thread.retitle(node=node, title=title)
    thread.tie_exactly(source=node, name="serves", targets=rows)
    thread.index(node, f"{title} {text} {employee} {leader}")
    thread.record(who=viewer.node_id, verb="principles.changed", node=node, at=now)
    return ref
