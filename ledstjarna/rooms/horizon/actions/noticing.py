"""Noticing something outside."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.horizon import rules
from ledstjarna.rooms.horizon.actions.shared import concerned
from ledstjarna.rooms.horizon.models import Signal
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Refused


@transaction.atomic
def notice(
    *,
    title: str,
    sort: str,
    seen_in: str,
    link: str,
    text: str,
    concerns: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """Keep a signal from outside: what, where it was seen, why it may matter; its link is not fetched."""
    if not rules.may_notice(viewer):
        raise Refused(_("Sign in to tell of a signal."), forbidden=True)
    if not rules.is_https(link):
        raise Refused(_("The link must begin with https://."))
    rows = concerned(concerns, viewer)
    node = thread.add_node(kind="signal", title=title, audience=Audience.CITY, lang=settings.LANGUAGE_CODE)
    Signal.objects.create(
        node=node, sort=sort, text=text, seen_in=seen_in, link=link, noticed_on=timezone.localdate(now),
        noticed_by_id=viewer.person_id,
    )  # fmt: skip
    thread.tie_exactly(source=node, name="concerns", targets=rows)
    thread.index(node, f"{title} {text}")
    thread.record(who=viewer.node_id, verb="horizon.noticed", node=node, at=now)
    return node.ref
