"""Other cities' lessons: which feeds are read, and when."""

from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.fetch import Unfetched, placed
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.actions.feed_job import read_feed
from ledstjarna.rooms.experiments.actions.feed_keeping import let_go
from ledstjarna.rooms.experiments.models import Feed, Foreign
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Refused


@transaction.atomic
def add_feed(*, name: str, url: str, viewer: Viewer, now: datetime) -> str:
    """Read another city's lessons from this address, once a day from now on; its host is thereby listed."""
    if not rules.may_keep_feeds(viewer):
        raise Refused(_("Only administrators say which cities are read from."), forbidden=True)
    try:
        placed(url, {(urlsplit(url).hostname or "").rstrip(".")})
    except (Unfetched, ValueError) as wrong:
        raise Refused(_("Write the whole address of the feed, beginning with https://.")) from wrong
    if Feed.objects.filter(url=url, node__ended=None).exists():
        raise Refused(_("That feed is read already."))
    old = Feed.objects.select_related("node").filter(url=url).first()
    node = old.node if old else thread.add_node(kind="feed", title=name)
    thread.retitle(node=node, title=name)
    thread.revive(node=node)
    Feed.objects.update_or_create(node=node, defaults={"url": url, "asked_at": now, "trouble": ""})
    read_feed.using(key=f"feed {node.ref}").enqueue(node.ref, now.isoformat())
    thread.record(who=viewer.node_id, verb="experiments.feed_added", node=node, at=now)
    return node.ref


@transaction.atomic
def drop_feed(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Read that city no more: what was kept of it has ended, and is found no longer."""
    if not rules.may_keep_feeds(viewer):
        raise Refused(_("Only administrators say which cities are read from."), forbidden=True)
    node = reads.node(ref=ref, viewer=viewer, kind="feed")
    let_go(Foreign.objects.filter(feed_id=node.pk).values_list("pk", flat=True), now)
    thread.end(node=node, at=now)
    thread.record(who=viewer.node_id, verb="experiments.feed_dropped", node=node, at=now)
    return ref


def ask_feeds(now: datetime) -> None:
    """Ask for each feed that has not been asked for in a day."""
    due = [
        one
        for one in Feed.objects.select_related("node").filter(node__ended=None)
        if rules.is_due(one.read_at, one.asked_at, now)
    ]
    for one in due:
        with transaction.atomic():
            Feed.objects.filter(pk=one.pk).update(asked_at=now)
            read_feed.using(key=f"feed {one.node.ref}").enqueue(one.node.ref, now.isoformat())
