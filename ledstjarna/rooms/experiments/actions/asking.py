"""May we decide this ourselves? Asked of one's manager, with a day by which there is an answer."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.actions.shared import led
from ledstjarna.rooms.experiments.models import Asking
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Missing, Refused


@transaction.atomic
def ask(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Show one's manager the sketch and ask whether one may decide; the promise of an answer begins now."""
    one, today = led(ref, viewer), timezone.localdate(now)
    if not rules.is_mendable(one.stage):
        raise Refused(_("The test has started, and everybody in the city can read it."))
    manager = scope.led_by(viewer.person_id, today) if viewer.person_id else None
    if manager is None:
        raise Refused(_("Nobody leads you today, so there is nobody to ask here."))
    if Asking.objects.filter(experiment=one, answered_on=None).exists():
        raise Refused(_("It has been asked, and the answer is on its way."))
    thread.show(node=one.node, to=manager)
    Asking.objects.update_or_create(
        experiment=one,
        defaults={
            "asker_id": viewer.person_id, "manager_id": manager, "asked_on": today,
            "promised": rules.promised(today), "answered_on": None, "answer": "", "words": "",
        },
    )  # fmt: skip
    thread.record(who=viewer.node_id, verb="experiments.asked", node=one.node, at=now)
    return ref


@transaction.atomic
def let_decide(*, ref: str, answer: str, words: str = "", viewer: Viewer, now: datetime) -> str:
    """Answer those who asked whether they may decide themselves.

    Raises:
        Missing: this sketch is not there for this viewer, or nothing has been asked of it.
    """
    one = scope.found(ref=ref, viewer=viewer, lock=True)
    asking = Asking.objects.filter(experiment=one).first()
    if asking is None:
        raise Missing(ref)
    if not rules.may_answer(viewer, asking.manager_id):
        raise Refused(_("It is answered by the manager who was asked."), forbidden=True)
    if asking.answered_on is not None:
        raise Refused(_("It has been answered already."))
    if not rules.is_worded(answer, words):
        raise Refused(_("Say why not now, so that they know what would change it."))
    asking.answer, asking.words, asking.answered_on = answer, words, timezone.localdate(now)
    asking.save()
    thread.record(who=viewer.node_id, verb="experiments.answered", node=one.node, at=now)
    return ref
