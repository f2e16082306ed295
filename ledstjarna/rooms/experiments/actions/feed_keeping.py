"""What is kept of another city's feed each time it has been read."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction

from ledstjarna.plumbing.feeds import Entry
from ledstjarna.rooms.experiments.models import Feed, Foreign
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Node, Words


@transaction.atomic
def keep_feed(*, ref: str, entries: Sequence[Entry] | None, trouble: str, now: datetime) -> str:
    """Keep what a feed said when it was read: what is new or has changed; what is gone there has ended here.

    Called by the worker; `entries` is None where it could not be read, and `trouble` says why.
    """
    feed = Feed.objects.select_for_update(of=("self",)).select_related("node").get(node__ref=ref)
    feed.trouble = trouble
    if entries is not None and feed.node.ended is None:
        _taken_in(feed, entries, now)
        feed.read_at = now
    feed.save(update_fields=["trouble", "read_at"])
    thread.record(who=None, verb="experiments.feed_read", node=feed.node, at=now)
    return ref


def _taken_in(feed: Feed, entries: Sequence[Entry], now: datetime) -> None:
    known = {one.mark: one for one in feed.lessons.select_related("node")}
    told = {entry.mark: entry for entry in entries}
    let_go([one.pk for mark, one in known.items() if mark not in told], now)
    fresh = [entry for mark, entry in told.items() if mark not in known]
    lang = settings.LANGUAGE_CODE
    nodes = thread.add_nodes([Node(kind="foreign", title=one.title, lang=lang) for one in fresh])
    Foreign.objects.bulk_create(
        [
            Foreign(node=node, feed=feed, mark=one.mark, url=one.url, text=one.text, at=one.at)
            for node, one in zip(nodes, fresh, strict=True)
        ]
    )
    thread.tie_all((node.pk, "told_by", feed.pk) for node in nodes)
    thread.index_all((node, f"{node.title} {one.text}") for node, one in zip(nodes, fresh, strict=True))
    for mark, one in known.items():
        if mark in told:
            _mended(one, told[mark])


def _mended(one: Foreign, told: Entry) -> None:
    """A lesson as it is told now."""
    same = (one.node.title, one.text, one.url) == (told.title, told.text, told.url)
    if same and one.node.ended is None:
        return
    one.text, one.url, one.at = told.text, told.url, told.at
    one.save(update_fields=["text", "url", "at"])
    thread.retitle(node=one.node, title=told.title)
    thread.revive(node=one.node)
    thread.index(one.node, f"{told.title} {told.text}")


def let_go(rows: Iterable[int], now: datetime) -> None:
    """End lessons of another city, given as rows, and let them be found no longer."""
    gone = list(rows)
    Node.objects.filter(pk__in=gone, ended=None).update(ended=now)
    Words.objects.filter(node_id__in=gone).delete()
