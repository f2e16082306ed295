"""The worker's errand to another city: fetch its feed, read it, hand over what it says."""

from datetime import datetime
from urllib.parse import urlsplit

from ledstjarna.plumbing import tasks
from ledstjarna.plumbing.feeds import NoFeed, entries
from ledstjarna.plumbing.fetch import Unfetched, fetch
from ledstjarna.rooms.experiments.actions.feed_keeping import keep_feed
from ledstjarna.rooms.experiments.models import Feed


@tasks.task(attempts=2)
def read_feed(ref: str, asked: str) -> str:
    """Read the feed of that ref, as it was asked for then; what stops it is kept with the feed."""
    feed = Feed.objects.filter(node__ref=ref, node__ended=None).first()
    if feed is None:
        return ""
    told, trouble = None, ""
    try:
        told = entries(fetch(feed.url, hosts=listed()))
    except Unfetched as why:
        trouble = str(why)
    except NoFeed:
        trouble = "feed"
    return keep_feed(ref=ref, entries=told, trouble=trouble, now=datetime.fromisoformat(asked))


def listed() -> frozenset[str]:
    """The hosts that administrators have named."""
    urls = Feed.objects.filter(node__ended=None).values_list("url", flat=True)
    return frozenset((urlsplit(url).hostname or "").rstrip(".") for url in urls)
