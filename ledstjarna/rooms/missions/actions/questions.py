"""Questions with a promised day, open to all parties alike."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.actions.cards import kept
from ledstjarna.rooms.missions.models import Card, Question
from ledstjarna.rooms.missions.scope import ASKED, answers_for, audience_of, is_draft
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node
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
        home=about.home_id, due=promised, readers=_sides(about),
    )  # fmt: skip
    Question.objects.create(
        node=node, about=about, text=text, asked_by_id=viewer.person_id, asked_at=now, promised=promised
    )
    thread.tie(source=node, name="asks_about", target=about)
    thread.index(node, text)
    thread.record(who=viewer.node_id, verb="missions.asked", node=node, other=about, at=now)
    return node.ref


def _sides(about: Node) -> list[int]:
    """Whom a question about a mission card is between; of others, whoever may read what it is about."""
    card = Card.objects.filter(pk=about.pk).first() if about.kind == "card" else None
    return [card.holder_id, card.manager_id] if card else []


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
def answer(*, ref: str, answer: str, part: str = "", line: str = "", viewer: Viewer, now: datetime) -> str:
    """Answer a question, for everybody who may read what it is about.

    One about a mission card can say in which `part` of the card the answer belongs, and in what words.
    """
    question = _asked(ref, viewer)
    question.answer, question.answered_by_id, question.answered_at = answer, viewer.person_id, now
    if question.about.kind == "card":
        question.part, question.line = part, line
    question.save(update_fields=["answer", "answered_by", "answered_at", "part", "line"])
    thread.promise(node=question.node, due=None)
    thread.index(question.node, f"{question.text} {answer}")
    thread.record(who=viewer.node_id, verb="missions.answered", node=question.node, at=now)
    return ref


@transaction.atomic
def clarify(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Put an answer on the mission card that it makes clearer, and return the card's ref.

    Whoever worded the line and whoever adds it have agreed to it; a side that did neither agrees anew.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="question")
    question = Question.objects.select_related("node").select_for_update(of=("self",)).get(node=node)
    card = (
        Card.objects.select_related("node")
        .select_for_update(of=("self",))
        .filter(pk=question.about_id)
        .first()
    )
    if card is None or not rules.may_shape(viewer, card.holder_id, card.manager_id):
        raise Refused(
            _("A mission card is shaped by the one whose it is, and their manager."), forbidden=True
        )
    if not question.part or question.added_at is not None:
        raise Refused(_("There is nothing more of it to put on the card."))
    kept(card, _("An answered question"), now)
    stood = getattr(card, question.part).strip()
    setattr(card, question.part, f"{stood}\n{question.line}".strip())
    agreeing = {viewer.person_id, question.answered_by_id}
    card.holder_agreed_at = card.holder_agreed_at and now if card.holder_id in agreeing else None
    card.manager_agreed_at = card.manager_agreed_at and now if card.manager_id in agreeing else None
    card.number += 1
    card.save()
    question.added_at = now
    question.save(update_fields=["added_at"])
    thread.record(who=viewer.node_id, verb="missions.clarified", node=card.node, at=now)
    return card.node.ref


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
