"""What a text touches: by its words, by the thread, and where it pulls the other way."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.thread import reads, room
from ledstjarna.thread.likeness import Alike, alike
from ledstjarna.thread.pull import Clash, Pull, clash, pulls
from ledstjarna.thread.reads import Spot

SHOWN = 12
EACH = 3  # of a kind: nine tests of the same thing must not hide the direction that it serves
LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Touch:
    """Something that a text touches, why in words, and whether it pulls the other way."""

    spot: Spot
    why: str
    against: bool


def _kinds() -> list[str]:
    """What a decision may touch: what steers, what is said and done, and what all lean on."""
    own = {"paragraph", "question", "outlook"}
    return [
        each.name
        for each in room.kinds()
        if each.star or each.aims or each.word or each.deed or each.leaned or each.name in own
    ]


def touches(*, text: str, viewer: Viewer) -> tuple[Touch, ...]:
    """What a text touches or pulls against, what pulls against first."""
    near = alike(text=text, viewer=viewer, kinds=_kinds(), most=LOOKED_AT, least=1)
    pulling = pulls(text)
    against = [_against(one, found) for one in near if (found := _clash(pulling, one))]
    taken = {one.spot.id for one in against}
    said = [_said(one) for one in _mixed(one for one in near if one.spot.id not in taken)]
    above = _above([one.spot for one in (*against, *said)], viewer)
    return (*against, *said, *above)


def _mixed(near: Iterable[Alike]) -> list[Alike]:
    """The nearest that share more than a word, a few of each kind."""
    many = Counter[str]()
    kept = []
    for one in near:
        if len(one.words) > 1 and many[one.spot.kind] < EACH:
            many[one.spot.kind] += 1
            kept.append(one)
    return kept[:SHOWN]


def _clash(pulling: tuple[Pull, ...], one: Alike) -> Clash | None:
    return clash(pulling, pulls(one.spot.title))


def _against(one: Alike, found: Clash) -> Touch:
    words = _("you write “%(one)s”, it says “%(other)s”") % {"one": found.one, "other": found.other}
    return Touch(one.spot, words, against=True)


def _said(one: Alike) -> Touch:
    words = ", ".join(f"“{word}”" for word in one.words)
    return Touch(one.spot, _("both speak of %(words)s") % {"words": words}, against=False)


def _above(found: Iterable[Spot], viewer: Viewer) -> list[Touch]:
    """What stands next above what the words met, if the words did not meet it themselves."""
    spots = list(found)
    paths = reads.why(ids=[one.id for one in spots], viewer=viewer)
    seen = {one.id for one in spots}
    above: dict[int, Touch] = {}
    for one in spots:
        for step in paths.get(one.id, ())[:-1]:
            if step.id not in seen:
                words = _("“%(title)s” hangs on it") % {"title": one.title}
                above.setdefault(step.id, Touch(step, words, against=False))
    return list(above.values())[:SHOWN]
