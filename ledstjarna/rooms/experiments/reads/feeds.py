"""Lessons that leave the city, and those of other cities."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import NOBODY, Viewer
from ledstjarna.plumbing.feeds import seen as legible
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Feed, Foreign, Lesson
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing

MOST = 200


@dataclass(frozen=True, slots=True)
class PublicLesson:
    """A lesson as the whole world reads it: nobody's name is in it."""

    ref: str
    url: str
    title: str
    lang: str
    unit: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PublicFeed:
    """The public lessons, the latest first."""

    title: str
    lessons: tuple[PublicLesson, ...]


@dataclass(frozen=True, slots=True)
class CityRow:
    """Another city that is read from: how many lessons there are, and why it could not be read, if so."""

    ref: str
    name: str
    url: str
    read_at: datetime | None
    lessons: int
    trouble: str


@dataclass(frozen=True, slots=True)
class CitiesPage:
    """The other cities; only administrators say which."""

    rows: tuple[CityRow, ...]


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """A lesson of another city, as plain words."""

    ref: str
    title: str
    lang: str
    city: str
    text: str
    url: str
    at: datetime | None
    ended: datetime | None


def public_lessons(*, viewer: Viewer) -> PublicFeed:
    """What everybody may read, whoever asks: a feed is the same for all (K0)."""
    del viewer  # what leaves the city is seen as a stranger sees it
    seen = reads.seen_by(NOBODY).filter(kind="lesson", ended=None)
    rows = Lesson.objects.select_related("node", "unit").filter(node__in=seen).order_by("-set_at", "-pk")
    return PublicFeed(_("What we have learnt"), tuple(map(_public, rows[:MOST])))


def _public(one: Lesson) -> PublicLesson:
    said = {
        _("Where it held"): one.worked,
        _("Where it did not"): one.failed,
        _("How it works"): one.mechanism,
        _("What must be as it is"): one.core,
        _("What may be adapted"): one.adaptable,
    }
    text = "\n\n".join(f"{label}: {text}" for label, text in said.items() if text)
    spot = reads.spot(one.node)
    return PublicLesson(
        spot.ref, spot.url, legible(spot.title), spot.lang, legible(one.unit.name), legible(text), one.set_at
    )


def cities(*, viewer: Viewer) -> CitiesPage:
    """The other cities that are read from.

    Raises:
        Missing: this viewer does not say which.
    """
    if not rules.may_keep_feeds(viewer):
        raise Missing("cities")
    rows = Feed.objects.select_related("node").filter(node__ended=None).order_by("node__title", "pk")
    many = Count("lessons", filter=Q(lessons__node__ended=None))
    return CitiesPage(
        tuple(
            CityRow(one.node.ref, one.node.title, one.url, one.read_at, one.told, _trouble(one.trouble))
            for one in rows.annotate(told=many)
        )
    )


def _trouble(word: str) -> str:
    """Why a feed could not be read, in words."""
    return {
        "": "",
        "address": _("Its name leads to an address inside a network. Such are never connected to."),
        "busy": _("It did not answer, or hung up."),
        "feed": _("What is there is neither an Atom feed nor a JSON Feed."),
        "host": _("Its host is not among those that may be asked."),
        "https": _("The address does not begin with https://."),
        "moved": _("It has moved. Write the address that it has now."),
        "name": _("There is no such name."),
        "size": _("It is larger than a megabyte."),
        "status": _("The page is not there."),
        "time": _("It took more than five seconds."),
    }.get(word, word)


def foreign(*, ref: str, viewer: Viewer) -> ForeignPage:
    """The lesson of another city, of that ref.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="foreign")
    one = Foreign.objects.select_related("feed__node").get(node=node)
    return ForeignPage(ref, node.title, node.lang, one.feed.node.title, one.text, one.url, one.at, node.ended)
