"""Loose threads: where somebody can take hold, why it is listed, and one suggested act for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight import City, Finding
from ledstjarna.rooms.atlas.models import Dismissal
from ledstjarna.rooms.atlas.reads.cities import city, found, spot_at
from ledstjarna.thread import room
from ledstjarna.thread.reads import Missing, Spot

SIZE = 20
ADRIFT = {"orphan", "ring"}
LATER = {  # said instead where there is something to show
    "orphan": gettext_lazy("It hangs on “%(title)s”, which has no path to the vision either."),
    "dead_end": gettext_lazy("Nothing has been done for it in a year."),
}


@dataclass(frozen=True, slots=True)
class Act:
    """The one thing suggested: words for a link and its address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A loose thread: what sort, why it is listed, what that rests on, and what could be done.

    `others` are the refs that it is remembered by together with the spot's own; `aside` is why somebody
    has said that it is no problem.
    """

    spot: Spot
    sort: str
    label: str
    reason: str
    evidence: tuple[Spot, ...]
    reach: int
    act: Act
    others: str
    aside: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A sort to show alone, or all sorts where it is empty."""

    sort: str
    label: str
    total: int
    current: bool


@dataclass(frozen=True, slots=True)
class LoosePage:
    """One page of loose threads, what most hangs on first."""

    starred: bool
    state: str
    hanging: int
    total: int
    aside: int
    sort: str
    showing_aside: bool
    choices: tuple[Choice, ...]
    rows: tuple[Loose, ...]
    number: int
    pages: int
    may_dismiss: bool


@dataclass(frozen=True, slots=True)
class Weave:
    """How much of what ought to lead to a star does so, as far as one viewer can see."""

    starred: bool
    hanging: int
    adrift: int
    loose: int

    @property
    def state(self) -> Literal["bare", "whole", "nearly", "thin"]:
        """Nothing is there yet, all of it hangs together, most of it, or less than half."""
        if not self.hanging and not self.loose:
            return "bare"
        if not self.loose:
            return "whole"
        return "nearly" if self.hanging >= self.adrift else "thin"


def weave(*, viewer: Viewer, now: datetime) -> Weave:
    """What hangs together for this viewer and what does not."""
    whole, kept = city(viewer), _aside()
    return _woven(whole, sum(_key(whole, one) not in kept for one in found(viewer, timezone.localdate(now))))


def _woven(whole: City, listed: int) -> Weave:
    aims = whole.that(lambda kind: kind.aims and not kind.star)
    hanging = int((aims & (whole.hops >= 0)).sum())
    return Weave(bool(whole.stars.size), hanging, int(aims.sum()) - hanging, listed)


def _aside() -> dict[str, str]:
    return dict(Dismissal.objects.values_list("key", "reason"))


def _key(whole: City, one: Finding) -> str:
    return rules.key_of(one.sort, whole.fabric.refs[one.at], _pair(whole, one))


def _pair(whole: City, one: Finding) -> tuple[str, ...]:
    """Whom a finding is about besides its own node: the other of a pair, the rest of a ring."""
    if one.sort == "ring":
        return tuple(whole.fabric.refs[row] for row in one.others)
    return (whole.fabric.refs[one.others[0]],) if one.sort == "against" else ()


def loose_threads(
    *, viewer: Viewer, now: datetime, sort: str = "", aside: bool = False, number: int = 1
) -> LoosePage:
    """A page of loose threads, of one sort or of all; those set aside with their reasons where asked for.

    Raises:
        Missing: there is no such sort.
    """
    if sort and sort not in rules.SORTS:
        raise Missing(sort)
    whole, today = city(viewer), timezone.localdate(now)
    kept = _aside()
    every = [(one, kept.get(_key(whole, one))) for one in found(viewer, today)]
    listed = [(one, why or "") for one, why in every if (why is not None) == aside]
    shown = [pair for pair in listed if sort in {"", pair[0].sort}]
    page = paged(shown, number, SIZE)
    state = _woven(whole, len(listed))
    return LoosePage(
        starred=state.starred,
        state=state.state,
        hanging=state.hanging,
        total=len(listed),
        aside=sum(why is not None for _one, why in every),
        sort=sort,
        showing_aside=aside,
        choices=tuple(_choices([one for one, _why in listed], sort)),
        rows=tuple(_row(whole, one, why) for one, why in page),
        number=page.number,
        pages=page.paginator.num_pages,
        may_dismiss=rules.may_dismiss(viewer),
    )


def top(*, viewer: Viewer, now: datetime, most: int = 3) -> tuple[Loose, ...]:
    """The loose threads that most hangs on."""
    return told(city(viewer), viewer, now, most)[1]


def told(whole: City, viewer: Viewer, now: datetime, most: int) -> tuple[Weave, tuple[Loose, ...]]:
    """What hangs together of a city that this viewer sees, and the loose threads that most hangs on."""
    kept = _aside()
    listed = [one for one in found(viewer, timezone.localdate(now)) if _key(whole, one) not in kept]
    return _woven(whole, len(listed)), tuple(_row(whole, one, "") for one in listed[:most])


def _choices(listed: Iterable[Finding], current: str) -> Iterator[Choice]:
    many: dict[str, int] = {}
    for one in listed:
        many[one.sort] = many.get(one.sort, 0) + 1
    yield Choice("", _("All sorts"), sum(many.values()), current == "")
    for sort in rules.SORTS:
        if sort in many:
            yield Choice(sort, label_of(sort), many[sort], current == sort)


def label_of(sort: str) -> str:
    """What a sort of loose thread is called."""
    return {
        "ring": _("Goes round in a ring"),
        "orphan": _("Hangs on nothing"),
        "against": _("Pull opposite ways"),
        "promise": _("A promise has passed"),
        "review": _("Was to be looked through"),
        "dead_end": _("Nothing comes of it"),
        "unlived": _("Nobody has seen it lived"),
        "said": _("Much said, little done"),
        "unsaid": _("Much done, nothing told"),
    }[sort]


def _row(whole: City, one: Finding, aside: str) -> Loose:
    spot = spot_at(whole, one.at)
    evidence = tuple(spot_at(whole, row) for row in one.others)
    return Loose(
        spot=spot,
        sort=one.sort,
        label=label_of(one.sort),
        reason=_reason(one, evidence, str(whole.kinds[one.at].due)),
        evidence=evidence,
        reach=one.reach,
        act=_act(one.sort, spot),
        others=" ".join(_pair(whole, one)),
        aside=aside,
    )


def _reason(one: Finding, evidence: tuple[Spot, ...], due: str) -> str:
    if one.sort in {"promise", "review"}:
        return f"{due} ({date_format(date.fromisoformat(one.says[0]), 'j F Y')})"
    if one.sort == "against":
        return _opposed(one, evidence)
    if one.sort in {"said", "unsaid"}:
        return _counted(one.sort, int(one.says[0]))
    if evidence and one.sort in LATER:
        return str(LATER[one.sort]) % {"title": evidence[0].title}
    return {
        "ring": _(
            "Each serves the next and the last serves the first, so nobody can see what it all is for."
        ),
        "orphan": _("Nothing ties it to anything nearer the vision that is still there."),
        "dead_end": _("Nothing has been hung on it and nothing done for it: no plan, no dialogue."),
        "unlived": _("No dialogue, award or recruitment has named it."),
    }[one.sort]


def _opposed(one: Finding, evidence: tuple[Spot, ...]) -> str:
    if one.says:
        words = {"one": one.says[0], "other": one.says[1]}
        return _("This says “%(one)s”, the other says “%(other)s” of the same thing.") % words
    return _("One wants more and the other wants less of “%(title)s”.") % {"title": evidence[-1].title}


def _counted(sort: str, many: int) -> str:
    if sort == "said":
        words = ngettext(
            "%(many)s thing speaks of it, and nothing has been done below it for a year.",
            "%(many)s things speak of it, and nothing has been done below it for a year.",
            many,
        )
    else:
        words = ngettext(
            "%(many)s thing has been done for it in a year, and nothing tells of it.",
            "%(many)s things have been done for it in a year, and nothing tells of it.",
            many,
        )
    return words % {"many": many}


def _act(sort: str, spot: Spot) -> Act:
    """The one thing to do: on its own page, or where something nearer the star can be tied to it."""
    if sort in ADRIFT:
        return _start(spot) or Act(_("Tie it to what it serves"), _page(spot))
    words = {
        "against": _("Bring the two together"),
        "promise": _("Keep it, or promise another day"),
        "review": _("Look it through"),
        "dead_end": _("Begin with something small, or let it go"),
        "unlived": _("Ask for it in the next dialogue"),
        "said": _("Do one of them, or let some go"),
        "unsaid": _("Tell it"),
    }[sort]
    return Act(words, reverse("atlas:node", args=[spot.ref]) if sort == "against" else _page(spot))


def _page(spot: Spot) -> str:
    return spot.url or reverse("atlas:node", args=[spot.ref])


def _start(spot: Spot) -> Act | None:
    """Where something nearer the star can be tied to it, if a room declares such a page."""
    for tie in room.ties():
        if tie.start and tie.up == "source" and spot.kind in tie.targets:
            return Act(str(tie.begin or tie.inverse), f"{reverse(tie.start)}?{urlencode({'to': spot.ref})}")
    return None
