"""Mission cards: written by either side, agreed by both, and never without the words that stood before."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.actions.aims import served
from ledstjarna.rooms.missions.models import Card, CardVersion
from ledstjarna.rooms.missions.scope import crosses, led_by
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Refused

BODY = ("purpose", "whom", "contribution", "alone", "freely", "together", "asks", "money")


def _refused() -> Refused:
    return Refused(_("A mission card is shaped by the one whose it is, and their manager."), forbidden=True)


@transaction.atomic
def write_card(
    *,
    ref: str,
    title: str,
    purpose: str,
    whom: str,
    contribution: str,
    serves: Sequence[str],
    alone: str,
    freely: str = "",
    together: str = "",
    asks: str = "",
    money: int | None = None,
    review: date | None = None,
    viewer: Viewer,
    now: datetime,
) -> str:
    """A first mission card for the person of that ref, for both sides to agree to."""
    person = Person.objects.get(node=reads.node(ref=ref, viewer=viewer, kind="person"))
    manager = led_by(person.pk, timezone.localdate(now))
    if not rules.may_shape(viewer, person.pk, manager):
        raise _refused()
    if manager is None:
        raise Refused(_("Nobody leads this person today, so there is nobody to agree with."))
    if person.cards.filter(node__ended=None).exists():
        raise Refused(_("There is a mission card already. Change that one."))
    rows = served("card", serves, viewer)
    node = thread.add_node(
        kind="card",
        title=title,
        audience=Audience.NAMED,
        lang=settings.LANGUAGE_CODE,
        readers=[person.pk, manager],
        due=review,
    )
    Card.objects.create(
        node=node, holder=person, manager_id=manager, purpose=purpose, whom=whom, contribution=contribution,
        alone=alone, freely=freely, together=together, asks=asks, money=money, set_at=now,
    )  # fmt: skip
    thread.tie_exactly(source=node, name="serves", targets=rows)
    thread.tie(source=node, name="held_by", target=person.node_id)
    thread.record(who=viewer.node_id, verb="missions.set", node=node, at=now)
    return node.ref


def _own(ref: str, viewer: Viewer) -> Card:
    """The card of that ref, locked, if this viewer is one of its two sides."""
    node = reads.node(ref=ref, viewer=viewer, kind="card")
    card = Card.objects.select_related("node").select_for_update(of=("self",)).get(node=node)
    if not rules.may_shape(viewer, card.holder_id, card.manager_id):
        raise _refused()
    return card


def kept(card: Card, why: str, now: datetime) -> None:
    """The wording that stands, beside the one that comes."""
    CardVersion.objects.create(
        card=card, number=card.number, until=now, why=why,
        agreed=rules.is_agreed(card.holder_agreed_at, card.manager_agreed_at),
        body={"title": card.node.title} | {name: getattr(card, name) for name in BODY},
    )  # fmt: skip


@transaction.atomic
def change_card(
    *,
    ref: str,
    why: str,
    title: str,
    purpose: str,
    whom: str,
    contribution: str,
    serves: Sequence[str],
    alone: str,
    freely: str = "",
    together: str = "",
    asks: str = "",
    money: int | None = None,
    review: date | None = None,
    viewer: Viewer,
    now: datetime,
) -> str:
    """Another wording; both agree anew, and what stood is kept."""
    card = _own(ref, viewer)
    rows = served("card", serves, viewer)
    kept(card, why, now)
    card.purpose, card.whom, card.contribution = purpose, whom, contribution
    card.alone, card.freely, card.together, card.asks, card.money = alone, freely, together, asks, money
    card.number, card.holder_agreed_at, card.manager_agreed_at = card.number + 1, None, None
    card.save()
    thread.retitle(node=card.node, title=title)
    thread.promise(node=card.node, due=review)
    thread.tie_exactly(source=card.node, name="serves", targets=rows)
    thread.record(who=viewer.node_id, verb="missions.changed", node=card.node, at=now)
    return ref


@transaction.atomic
def agree_card(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Agree to a card as it stands; it holds when both sides have."""
    card = _own(ref, viewer)
    side = "holder_agreed_at" if viewer.person_id == card.holder_id else "manager_agreed_at"
    if getattr(card, side) is not None:
        raise Refused(_("You have agreed already."))
    setattr(card, side, now)
    card.save(update_fields=[side])
    verb = "missions.agreed_across" if crosses(card) else "missions.agreed"
    thread.record(who=viewer.node_id, verb=verb, node=card.node, at=now)
    return ref


@transaction.atomic
def hand_card(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Let the one who leads its holder now read the card instead of the manager before (T4)."""
    card = _own(ref, viewer)
    manager = led_by(card.holder_id, timezone.localdate(now))
    if manager is None or not rules.may_hand(viewer, card.holder_id, card.manager_id, manager):
        raise Refused(
            _("A card is handed over by its holder, when somebody else leads them."), forbidden=True
        )
    card.manager_id, card.manager_agreed_at = manager, None
    card.save(update_fields=["manager", "manager_agreed_at"])
    thread.let_read(node=card.node, persons=[card.holder_id, manager])
    thread.record(who=viewer.node_id, verb="missions.handed", node=card.node, at=now)
    return ref
