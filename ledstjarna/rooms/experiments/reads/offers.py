"""What a person has been offered this month, why, and what their noes have taught."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Offer
from ledstjarna.rooms.experiments.room import Group, Setting
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offered lesson, from whom, and the reasons why it was chosen."""

    spot: Spot
    where: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taught:
    """Something that lessons are offered less for, and how many noes say so."""

    label: str
    noes: int


@dataclass(frozen=True, slots=True)
class OffersPage:
    """This month's offers; `left` may still come, and `again` is when there may be more."""

    rows: tuple[OfferRow, ...]
    left: int
    asked: bool
    again: date
    taught: tuple[Taught, ...]


def offers(*, viewer: Viewer, now: datetime) -> OffersPage:
    """What has been offered to this person, who alone sees it.

    Raises:
        Missing: nobody known is asking.
    """
    if not rules.may_guide(viewer):
        raise Missing("offers")
    today = timezone.localdate(now)
    first = today.replace(day=1)
    every = list(Offer.objects.filter(person_id=viewer.person_id).order_by("-on", "pk"))
    month = [one for one in every if one.on >= first]
    seen = reads.seen_by(viewer).filter(ended=None).select_related("home")
    nodes = seen.in_bulk([one.lesson_id for one in month if not one.declined])
    noes = Counter(trait for one in every if one.declined for trait in one.shared)
    words = _words({trait for one in month for trait in one.shared} | noes.keys(), viewer)
    return OffersPage(
        rows=tuple(
            OfferRow(reads.spot(node), node.home.title if node.home else "", _why(one, words))
            for one in month
            if (node := nodes.get(one.lesson_id))
        ),
        left=max(rules.MOST - len(month), 0),
        asked=bool(month),
        again=(first + timedelta(days=32)).replace(day=1),
        taught=tuple(Taught(words[trait], many) for trait, many in sorted(noes.items()) if trait in words),
    )


def offered(*, viewer: Viewer, today: date) -> tuple[Spot, ...]:
    """What this person has been offered this month and has not said no to."""
    if viewer.person_id is None:
        return ()
    month = Offer.objects.filter(person_id=viewer.person_id, on__gte=today.replace(day=1), declined=False)
    rows = month.order_by("pk").values("lesson")
    return tuple(map(reads.spot, reads.seen_by(viewer).filter(ended=None, pk__in=rows).order_by("pk")))


def _why(one: Offer, words: dict[str, str]) -> tuple[str, ...]:
    """The weightiest reason of each sort."""
    first: dict[str, str] = {}
    for trait in one.shared:
        if trait in words:
            first.setdefault(trait.partition(":")[0], words[trait])
    return tuple(first.values())


def _words(traits: Iterable[str], viewer: Viewer) -> dict[str, str]:
    """What each trait means, as far as this person may see what it is about."""
    split = {trait: trait.partition(":")[::2] for trait in traits}
    rows = [int(what) for sort, what in split.values() if sort in {"need", "words"} and what.isdecimal()]
    titles = dict(reads.seen_by(viewer).filter(pk__in=rows).values_list("pk", "title"))
    return {trait: said for trait, (sort, what) in split.items() if (said := _said(sort, what, titles))}


def _said(sort: str, what: str, titles: dict[int, str]) -> str:
    if sort == "group" and what in Group.values:
        return _("it is for the same people: %(what)s") % {"what": Group(what).label}
    if sort == "setting" and what in Setting.values:
        return _("it takes place where you work: %(what)s") % {"what": Setting(what).label}
    title = titles.get(int(what)) if what.isdecimal() else None
    if title is None:
        return ""
    said = {"need": _("it serves the same: “%(what)s”"), "words": _("it speaks of the same as “%(what)s”")}
    return said[sort] % {"what": title} if sort in said else ""
