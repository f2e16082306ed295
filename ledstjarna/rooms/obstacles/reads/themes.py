"""What obstacles are about, in themes found in their words, with no number under the threshold."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import insight, rules
from ledstjarna.rooms.obstacles.models import Obstacle
from ledstjarna.thread import memory
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Missing

EXAMPLES = 3

Text = tuple[str, str, str, str]  # ref, title, text, department


@dataclass(frozen=True, slots=True)
class Example:
    """An obstacle of a theme that everybody may read."""

    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme: the words that decided, how many obstacles it has, and of which departments."""

    words: tuple[str, ...]
    total: int
    departments: tuple[tuple[str, int], ...]
    rest: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of what was reported before a day; none where too little has been reported."""

    rows: tuple[ThemeRow, ...]
    before: date
    least: int
    needed: int


def themes(*, viewer: Viewer, now: datetime) -> Themes:
    """The themes of what all may read; they change with the month, so that no two days can be compared (T3).

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("themes")
    before = timezone.localdate(now).replace(day=1)
    least = rules.threshold_of(settings.BALLOT_THRESHOLD)
    rows = memory.until((before, _many(before)), "obstacles.themes", lambda: _found(_texts(before), least))
    return Themes(rows, before, least, insight.FEWEST * least)


def _many(before: date) -> int:
    return Obstacle.objects.filter(reported_on__lt=before, sealed=False).count()


def _texts(before: date) -> list[Text]:
    rows = Obstacle.objects.filter(reported_on__lt=before, sealed=False, node__audience=Audience.CITY)
    columns = ("node__ref", "node__title", "text", "where__department__name", "where__name")
    made = rows.order_by("pk").values_list(*columns)
    return [(ref, title, text, top or name) for ref, title, text, top, name in made]


def _found(texts: list[Text], least: int) -> tuple[ThemeRow, ...]:
    """The first sentence, which says what is in the way, counts twice."""
    found = insight.themes([f"{title} {text}" for _ref, title, text, _top in texts], least)
    rows = (_row(one, [texts[n] for n in one.texts], least) for one in found)
    return tuple(row for row in rows if row is not None)


def _row(one: insight.Theme, texts: list[Text], least: int) -> ThemeRow | None:
    shown = rules.shown(Counter(top for _ref, _title, _text, top in texts), least)
    if shown is None:
        return None
    latest = texts[-EXAMPLES:][::-1]
    examples = tuple(Example(ref, title) for ref, title, _text, _top in latest)
    return ThemeRow(one.words, shown.total, shown.parts, shown.rest, examples)
