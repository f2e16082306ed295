"""Questions with a promised day, open to all parties alike."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Question
from ledstjarna.rooms.missions.scope import ASKED, answers_for, audience_of, is_draft
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Refused


@transaction.atomic
def ask(*, ref: str, text: str, viewer: Viewer, now: datetime) -> str:
    """Ask about an aim, a board, a company or a unit; the promise of an answer begins now."""
    about = reads.node(ref=ref, viewer=viewer)
    if about.kind not in ASKED:
        raise reads.Missing(ref)
    if not rules.may_ask(viewer):
        raise Refused(_("Sign in to ask."), forbidden=True)
    if is_draft(about):
        raise Refused(_("It is a draft. Settle it first."))
    promised = rules.promised(timezone.localdate(now))
    node = thread.add_node(
        kind="question", title=text, audience=audience_of(about), lang=settings.LANGUAGE_CODE,
        home=about.home_id, due=promised,
    )  # fmt: skip
    Question.objects.create(
        node=node, about=about, text=text, asked_by_id=viewer.person_id, asked_at=now, promised=promised
    )
    thread.tie(source=node, name="asks_about", target=about)
    thread.index(node, text)
    thread.record(who=viewer.node_id, verb="missions.asked", node=node, other=about, at=now)
    return node.ref


def _asked(ref: str, viewer: Viewer) -> Question:
    """The question of that ref, locked, if this viewer is to answer it and it has no answer yet."""
    node = reads.node(ref=ref, viewer=viewer, kind="question")
    question = Question.objects.select_related("node", "about").select_for_update(of=("self",)).get(node=node)
    if not (rules.may_ask(viewer) and answers_for(question.about, viewer)):
        raise Refused(_("It is answered by those who answer for what it is about."), forbidden=True)
    if question.answer:
        raise Refused(_("It has been answered already."))
    return question


@transaction.atomic
def answer(*, ref: str, answer: str, viewer: Viewer, now: datetime) -> str:
    """Answer a question, for everybody to read."""
    question = _asked(ref, viewer)
    question.answer, question.answered_by_id, question.answered_at = answer, viewer.person_id, now
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    thread.promise(node=question.node, due=None)
    thread.index(question.node, f"{question.text} {answer}")
    thread.record(who=viewer.node_id, verb="missions.answered", node=question.node, at=now)
    return ref


@transaction.atomic
def postpone(*, ref: str, until: date, viewer: Viewer, now: datetime) -> str:
    """Promise the answer for a later day."""
    question = _asked(ref, viewer)
    if not rules.is_later(until, question.promised):
        raise Refused(_("Choose a day later than the one that stands now."))
    question.promised = until
    question.save(update_fields=["promised"])
    thread.promise(node=question.node, due=until)
    thread.record(who=viewer.node_id, verb="missions.changed", node=question.node, at=now)
    return ref
