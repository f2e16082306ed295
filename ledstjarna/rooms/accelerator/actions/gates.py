"""Gates between the four steps of an initiative: on, back or out, always with a reason (R6, R7)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Gate, Initiative
from ledstjarna.rooms.accelerator.room import Result, State
from ledstjarna.rooms.accelerator.scope import found_initiative, insiders, lacks, line_of, parents
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Refused


def _gated(ref: str, viewer: Viewer) -> Initiative:
    """The initiative of that ref, locked, if this viewer decides at its gate and it goes on."""
    one = found_initiative(ref=ref, viewer=viewer, lock=True)
    line = line_of([one.unit_id] if one.unit_id else [], parents())
    if not rules.may_gate(viewer, line, insiders(one.pk)):
        raise Refused(
            _("A gate is decided by the office or the director it belongs to, and never by who is in it."),
            forbidden=True,
        )
    if one.state != State.RUNNING:
        raise Refused(_("It is over, and stands as it was."))
    return one


@transaction.atomic
def pass_gate(
    *,
    ref: str,
    result: str,
    reason: str,
    lesson: str = "",
    next_on: date | None = None,
    viewer: Viewer,
    now: datetime,
) -> str:
    """Decide at a gate: go on, adjust or stop, and why; what is over tells what it taught (R6, R7)."""
    one = _gated(ref, viewer)
    step, one.lesson = one.step, lesson.strip() or one.lesson
    if result == Result.SCALE:
        _go_on(one)
    elif result == Result.STOP:
        one.state, one.why_stopped = State.STOPPED, reason
    if not rules.is_complete(one.state, one.lesson, one.why_stopped):
        raise Refused(_("Tell what it taught. That is what others can use, most of all when it stopped."))
    Gate.objects.create(initiative=one, step=step, result=result, reason=reason, passed_at=now)
    over = one.state != State.RUNNING
    one.ended_at = now if over else None
    one.save()
    thread.promise(node=one.node, due=None if over else next_on)
    thread.index(one.node, f"{one.node.title} {one.what} {one.reason} {one.how} {one.lesson}")
    verb = {"stopped": "accelerator.stopped", "done": "accelerator.finished"}.get(
        one.state, "accelerator.gated"
    )
    thread.record(who=viewer.node_id, verb=verb, node=one.node, at=now)
    return ref


def _go_on(one: Initiative) -> None:
    """The next step, or everyday use after the last.

    Raises:
        Refused: the gate asks for what is not there (R6).
    """
    if missing := lacks(one):
        raise Refused(_("Before the next step it needs: %(lacks)s.") % {"lacks": ", ".join(missing)})
    if rules.is_last(one.step):
        one.state = State.DONE
    else:
        one.step += 1
