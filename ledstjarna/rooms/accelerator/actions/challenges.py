"""Challenges: what the city does not know how to do yet."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator.actions.shared import check_office, tied
from ledstjarna.rooms.accelerator.models import Challenge
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Refused


def _tie(node: Node, serves: Sequence[str], unit: str, viewer: Viewer) -> int | None:
    """Tie a challenge to what it serves and to the unit that keeps it; the unit's row."""
    if not serves:
        raise Refused(_("Tick what it serves: without that nobody can see why it is there."))
    keeper = tied("challenge", "kept_by", [unit], viewer)
    thread.tie_exactly(source=node, name="serves", targets=tied("challenge", "serves", serves, viewer))
    thread.tie_exactly(source=node, name="kept_by", targets=keeper)
    return keeper[0] if keeper else None


@transaction.atomic
def set_challenge(
    *,
    title: str,
    preamble: str,
    serves: Sequence[str],
    focus: str = "",
    category: str = "",
    unit: str = "",
    contacts: str = "",
    viewer: Viewer,
    now: datetime,
) -> str:
    """A challenge that anybody may answer, with the posts to turn to."""
    check_office(viewer)
    node = thread.add_node(
        kind="challenge", title=title, audience=Audience.PUBLIC, lang=settings.LANGUAGE_CODE
    )
    Challenge.objects.create(
        node=node, preamble=preamble, focus=focus, category=category, contacts=contacts, set_at=now,
        unit_id=_tie(node, serves, unit, viewer),
    )  # fmt: skip
    thread.index(node, f"{title} {preamble} {focus}")
    thread.record(who=viewer.node_id, verb="accelerator.set", node=node, at=now)
    return node.ref


def _standing(ref: str, viewer: Viewer) -> Node:
    """The challenge of that ref, if it stands and this viewer may change it."""
    check_office(viewer)
    node = reads.node(ref=ref, viewer=viewer, kind="challenge")
    if node.ended:
        raise Refused(_("It holds no longer already."))
    return node


@transaction.atomic
def change_challenge(
    *,
    ref: str,
    title: str,
    preamble: str,
    serves: Sequence[str],
    focus: str = "",
    category: str = "",
    unit: str = "",
    contacts: str = "",
    viewer: Viewer,
    now: datetime,
) -> str:
    """Other words for a challenge."""
    node = _standing(ref, viewer)
    one = Challenge.objects.select_for_update().get(node=node)
    one.preamble, one.focus, one.category, one.contacts = preamble, focus, category, contacts
    one.unit_id = _tie(node, serves, unit, viewer)
    one.save()
    thread.retitle(node=node, title=title)
    thread.index(node, f"{title} {preamble} {focus}")
    thread.record(who=viewer.node_id, verb="accelerator.changed", node=node, at=now)
    return ref


@transaction.atomic
def end_challenge(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """A challenge is one no longer: it can still be read, with what answered it."""
    node = _standing(ref, viewer)
    thread.end(node=node, at=now)
    thread.record(who=viewer.node_id, verb="accelerator.ended", node=node, at=now)
    return ref
