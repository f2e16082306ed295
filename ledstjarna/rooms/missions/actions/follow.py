"""Following up by dialogue, with figures beside it, and by looking around."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Indicator, Outlook, Reading, Talk
from ledstjarna.rooms.missions.room import PULLS, WANTED
from ledstjarna.rooms.missions.scope import FOLLOWED, answers_for, audience_of, is_draft
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Refused


def _followed(ref: str, viewer: Viewer, kinds: tuple[str, ...]) -> Node:
    """The node of that ref, if it is of one of these kinds and this viewer answers for it."""
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in kinds:
        raise reads.Missing(ref)
    if not (rules.may_ask(viewer) and answers_for(node, viewer)):
        raise Refused(_("This is entered by those who answer for it."), forbidden=True)
    if is_draft(node):
        raise Refused(_("It is a draft. Settle it first."))
    return node


@transaction.atomic
def follow(
    *, ref: str, title: str, measured_in: str, origin: str, better: str, viewer: Viewer, now: datetime
) -> str:
    """Follow a direction or a goal in numbers."""
    about = _followed(ref, viewer, FOLLOWED["follow"])
    node = thread.add_node(
        kind="indicator", title=title, audience=audience_of(about), lang=settings.LANGUAGE_CODE
    )
    Indicator.objects.create(node=node, measured_in=measured_in, origin=origin, better=better)
    thread.tie(source=node, name="measures", target=about)
    if better in PULLS:
        thread.tie(source=about, name=PULLS[better], target=node)
    thread.index(node, f"{title} {origin}")
    thread.record(who=viewer.node_id, verb="missions.set", node=node, other=about, at=now)
    return node.ref


@transaction.atomic
def want(*, ref: str, aim: str, better: str, viewer: Viewer, now: datetime) -> str:
    """Say which way something one answers for wants an indicator to move, or that it does not."""
    node = reads.node(ref=ref, viewer=viewer, kind="indicator")
    about = reads.node(ref=aim, viewer=viewer)
    if about.kind not in WANTED or not rules.may_ask(viewer) or not answers_for(about, viewer):
        raise Refused(_("This is entered by those who answer for it."), forbidden=True)
    for name in PULLS.values():
        thread.untie(source=about, name=name, target=node)
    if better in PULLS:
        thread.tie(source=about, name=PULLS[better], target=node)
    thread.record(who=viewer.node_id, verb="missions.changed", node=about, other=node, at=now)
    return ref


@transaction.atomic
def measure(
    *, ref: str, on: date, value: float, low: float | None, high: float | None, viewer: Viewer, now: datetime
) -> str:
    """A figure for a day; the same day again replaces it."""
    node = reads.node(ref=ref, viewer=viewer, kind="indicator")
    about = Node.objects.filter(inward__source=node, inward__name="measures", inward__cut=False).first()
    if about is None or not rules.may_ask(viewer) or not answers_for(about, viewer):
        raise Refused(_("This is entered by those who answer for it."), forbidden=True)
    Reading.objects.update_or_create(
        indicator_id=node.pk, on=on, defaults={"value": value, "low": low, "high": high}
    )
    thread.record(who=viewer.node_id, verb="missions.measured", node=node, at=now)
    return ref


@transaction.atomic
def hold(
    *,
    ref: str,
    held_on: date,
    met: str,
    saw: str,
    learnt: str,
    changes: str,
    next_on: date | None,
    lived: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """Keep what a follow-up dialogue saw and learnt, and when to meet next."""
    about = _followed(ref, viewer, FOLLOWED["hold"])
    if held_on > now.date():
        raise Refused(_("The day when you met has not come yet."))
    title = f"{about.title}, {held_on.isoformat()}"
    node = thread.add_node(
        kind="talk", title=title, audience=audience_of(about), lang=settings.LANGUAGE_CODE, home=about.home_id
    )
    Talk.objects.create(
        node=node, about=about, held_on=held_on, met=met, saw=saw, learnt=learnt, changes=changes,
        next_on=next_on, kept_by_id=viewer.person_id,
    )  # fmt: skip
    thread.tie(source=node, name="follows_up", target=about)
    seen = [reads.node(ref=one, viewer=viewer, kind="approach").pk for one in lived]
    thread.tie_all((node.pk, "lives", one) for one in seen)
    thread.index(node, f"{title} {saw} {learnt} {changes}")
    thread.record(who=viewer.node_id, verb="missions.met", node=node, other=about, at=now)
    return node.ref


@transaction.atomic
def look(*, ref: str, sort: str, title: str, text: str, viewer: Viewer, now: datetime) -> str:
    """Tell where we stand, or what is coming from outside, for those who plan."""
    about = _followed(ref, viewer, FOLLOWED["look"])
    node = thread.add_node(
        kind="outlook",
        title=title,
        audience=audience_of(about),
        lang=settings.LANGUAGE_CODE,
        home=about.home_id,
    )
    Outlook.objects.create(node=node, sort=sort, text=text, seen_on=now.date())
    thread.tie(source=node, name="informs", target=about)
    thread.index(node, f"{title} {text}")
    thread.record(who=viewer.node_id, verb="missions.seen", node=node, other=about, at=now)
    return node.ref
