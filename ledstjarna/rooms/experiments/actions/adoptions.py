"""What other units do with a lesson: each step with its day, and why where it teaches."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.actions.shared import stepped
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Refused


@transaction.atomic
def take_up(
    *,
    ref: str,
    unit: str,
    state: str,
    because: str = "",
    origin: str = "",
    viewer: Viewer,
    now: datetime,
) -> str:
    """A step that the unit of that ref takes with the lesson; `origin` is the unit that it learnt it from."""
    lesson = scope.lesson_found(ref=ref, viewer=viewer)
    own = Unit.objects.select_related("node").get(node=reads.node(ref=unit, viewer=viewer, kind="unit"))
    if not rules.may_take_up(viewer, own.pk, lesson.unit_id):
        raise Refused(
            _("What a unit does with another's lesson is said by those who work there."), forbidden=True
        )
    if rules.needs_because(state) and not because.strip():
        raise Refused(_("Say why: it teaches others as much as a yes."))
    source = Unit.objects.get(node=reads.node(ref=origin, viewer=viewer, kind="unit")) if origin else None
    if source is not None and source.pk == own.pk:
        raise Refused(_("It was learnt from another unit than one's own."))
    if stepped(lesson, own, state, now, because=because, origin=source) is None:
        raise Refused(_("That is no step from where the unit stands."))
    thread.record(who=viewer.node_id, verb="experiments.taken_up", node=lesson.node, other=own.node, at=now)
    return ref
