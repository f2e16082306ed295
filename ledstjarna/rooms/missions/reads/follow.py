"""What is followed up: indicators with their figures, dialogues, looks around, questions and answers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, When
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.insight import Curve, measures
from ledstjarna.rooms.missions.models import Indicator, Outlook, Question, Talk
from ledstjarna.rooms.missions.room import PULLS, WANTED, Better, Part, Sight
from ledstjarna.rooms.missions.scope import ASKED, FOLLOWED, answered_by, answers_for, is_draft
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing, Neighbour, Spot

SIZE = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure for a day, with its interval where one is known."""

    on: date
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """An indicator and its figures, newest first; never coloured, never compared with others."""

    ref: str
    title: str
    lang: str
    why: tuple[Spot, ...]
    follows: Spot | None
    measured_in: str
    origin: str
    better: str
    figures: tuple[Figure, ...]
    may_measure: bool
    wanted: tuple[Neighbour, ...]
    choices: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]

    @property
    def chart(self) -> dict[str, Any]:
        """The figures as a line, oldest first."""
        rows = self.figures[::-1]
        summary = _("%(title)s: %(many)s figures, the latest %(value)s %(unit)s.") % {
            "title": self.title,
            "many": len(rows),
            "value": localize(rows[-1].value) if rows else "",
            "unit": self.measured_in,
        }
        return {
            "summary": summary,
            "x": [row.on.isoformat() for row in rows],
            "lines": {self.measured_in: [row.value for row in rows]},
            "low": [row.low for row in rows],
            "high": [row.high for row in rows],
        }


def indicator(*, ref: str, viewer: Viewer) -> IndicatorPage:
    """The indicator of that ref."""
    node = reads.node(ref=ref, viewer=viewer, kind="indicator")
    one = Indicator.objects.get(node=node)
    about = Node.objects.filter(
        reads.visible(viewer), inward__source=node, inward__name="measures", inward__cut=False
    ).first()
    rows = one.readings.order_by("-on").values_list("on", "value", "low", "high")
    near = reads.neighbours(node=node, viewer=viewer)
    return IndicatorPage(
        ref=ref,
        title=node.title,
        lang=node.lang,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        follows=reads.spot(about) if about else None,
        measured_in=one.measured_in,
        origin=one.origin,
        better=str(Better(one.better).label),
        figures=tuple(Figure(*row) for row in rows),
        may_measure=about is not None and answers_for(about, viewer),
        wanted=tuple(each for each in near if each.tie in PULLS.values()),
        choices=_wanting(viewer),
        ways=tuple((way.value, str(way.label)) for way in Better),
    )


def _wanting(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """What this viewer answers for that can want something of an indicator: refs and words."""
    nodes = list(reads.seen_by(viewer).filter(kind__in=WANTED, ended=None).order_by("kind", "title"))
    own = answered_by(viewer, nodes)
    return tuple((one.ref, f"{reads.spot(one).label}: {one.title}") for one in nodes if one.pk in own)


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A follow-up dialogue as it was kept."""

    ref: str
    title: str
    lang: str
    why: tuple[Spot, ...]
    about: Spot
    held_on: date
    met: str
    saw: str
    learnt: str
    changes: str
    next_on: date | None
    lived: tuple[Spot, ...]
    measures: tuple[Curve, ...]

    @property
    def drawn(self) -> bool:
        """Whether a curve is drawn."""
        return any(one.drawn for one in self.measures)


def talk(*, ref: str, viewer: Viewer) -> TalkPage:
    """The follow-up dialogue of that ref."""
    node = reads.node(ref=ref, viewer=viewer, kind="talk")
    one = Talk.objects.select_related("about").get(node=node)
    return TalkPage(
        ref=ref,
        title=node.title,
        lang=node.lang,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        about=reads.spot(one.about),
        held_on=one.held_on,
        met=one.met,
        saw=one.saw,
        learnt=one.learnt,
        changes=one.changes,
        next_on=one.next_on,
        lived=tuple(each.spot for each in reads.neighbours(node=node, viewer=viewer) if each.tie == "lives"),
        measures=measures(about=one.about, viewer=viewer, until=one.held_on),
    )


@dataclass(frozen=True, slots=True)
class OutlookPage:
    """A look around: where we stand, or what is coming."""

    ref: str
    title: str
    lang: str
    sort: str
    text: str
    seen_on: date
    informs: tuple[Spot, ...]


def outlook(*, ref: str, viewer: Viewer) -> OutlookPage:
    """The look around of that ref."""
    node = reads.node(ref=ref, viewer=viewer, kind="outlook")
    one = Outlook.objects.get(node=node)
    near = reads.neighbours(node=node, viewer=viewer)
    return OutlookPage(
        ref, node.title, node.lang, str(Sight(one.sort).label), one.text, one.seen_on,
        tuple(each.spot for each in near),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, and whether its answer has come or its promised day has passed."""

    ref: str
    text: str
    lang: str
    about: Spot
    asked_at: datetime
    promised: date
    answer: str
    answered_at: datetime | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question with its answer; the same to all parties, and of a mission card to its two sides.

    `part` is what that part of the card is called where the answer belongs, `line` how it would stand there.
    """

    row: QuestionRow
    why: tuple[Spot, ...]
    asked_by: str
    answered_by: str
    part: str
    line: str
    added: bool
    may_answer: bool


def row_of(one: Question, today: date) -> QuestionRow:
    """A question in a list."""
    return QuestionRow(
        ref=one.node.ref,
        text=one.text,
        lang=one.node.lang,
        about=reads.spot(one.about),
        asked_at=one.asked_at,
        promised=one.promised,
        answer=one.answer,
        answered_at=one.answered_at,
        overdue=not one.answer and rules.is_overdue(one.promised, today),
    )


def question(*, ref: str, viewer: Viewer, now: datetime) -> QuestionPage:
    """The question of that ref; who asked and answered is told to staff alone."""
    node = reads.node(ref=ref, viewer=viewer, kind="question")
    one = Question.objects.select_related("node", "about", "asked_by", "answered_by").get(node=node)

    def named(person: Any) -> str:
        return person.name if person is not None and viewer.signed_in and not person.protected else ""

    return QuestionPage(
        row=row_of(one, timezone.localdate(now)),
        why=reads.why(ids=[one.about_id], viewer=viewer).get(one.about_id, ()),
        asked_by=named(one.asked_by),
        answered_by=named(one.answered_by),
        part=str(Part(one.part).label) if one.part else "",
        line=one.line,
        added=one.added_at is not None,
        may_answer=not one.answer and viewer.signed_in and answers_for(one.about, viewer),
    )


@dataclass(frozen=True, slots=True)
class QuestionList:
    """Questions, those without an answer first."""

    rows: tuple[QuestionRow, ...]
    total: int
    waiting: int
    number: int
    pages: int


def questions(*, viewer: Viewer, now: datetime, number: int = 1) -> QuestionList:
    """The questions that this viewer may read, but those of mission cards: those without an answer first."""
    rows = Question.objects.filter(reads.visible(viewer, "node__"), reads.visible(viewer, "about__"))
    rows = rows.exclude(about__kind="card")
    waiting = rows.filter(answer="").count()
    waiting_first = Case(When(answer="", then=0), default=1)
    ordered = rows.select_related("node", "about").order_by(waiting_first, "-answered_at", "promised", "pk")
    page = paged(ordered, number, SIZE)
    today = timezone.localdate(now)
    return QuestionList(
        tuple(row_of(one, today) for one in page),
        page.paginator.count,
        waiting,
        page.number,
        page.paginator.num_pages,
    )


@dataclass(frozen=True, slots=True)
class About:
    """What a form is about: following, meeting, looking around or asking."""

    ref: str
    deed: str
    spot: Spot
    why: tuple[Spot, ...]
    lived: tuple[tuple[str, str], ...]
    measures: tuple[Curve, ...]

    @property
    def drawn(self) -> bool:
        """Whether a curve is drawn."""
        return any(one.drawn for one in self.measures)


def about(*, ref: str, viewer: Viewer, deed: str) -> About:
    """The thing of that ref, for a form about it.

    Raises:
        Missing: it is not there, or such a form is not for it, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer)
    may = rules.may_ask(viewer) and (deed == "ask" or answers_for(node, viewer))
    if node.kind not in FOLLOWED.get(deed, ASKED) or not may or is_draft(node):
        raise Missing(ref)
    path = reads.why(ids=[node.pk], viewer=viewer)[node.pk]
    approaches = reads.spots(viewer=viewer, kind="approach") if deed == "hold" else []
    beside = measures(about=node, viewer=viewer) if deed == "hold" else ()
    lived = tuple((one.ref, one.title) for one in approaches)
    return About(ref, deed, reads.spot(node), path, lived, beside)
