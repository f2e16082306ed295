"""A period's report: read from traces until it is settled, and then as it was kept that day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import NOBODY, Viewer
from ledstjarna.rooms.missions import insight, rules
from ledstjarna.rooms.missions.insight import Asked, Change, Followed, Measured, Story, Told
from ledstjarna.rooms.missions.models import Report
from ledstjarna.rooms.missions.scope import may_report, reported
from ledstjarna.thread import reads, room
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing
from ledstjarna.web.papers import Block, Paper, blocks


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A period in a list of reports."""

    key: str
    title: str
    span: str
    over: bool
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReportList:
    """The reports of a board, a company or the whole city."""

    ref: str
    title: str
    kind: str
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """An indicator in a report, and its figures in words; `gap` where none came in the period."""

    url: str
    title: str
    lang: str
    words: str
    gap: bool


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A mission, goal or direction in a report, with its gaps said plainly."""

    url: str
    label: str
    title: str
    lang: str
    text: str
    whom: str
    notes: tuple[str, ...]
    talks: tuple[Told, ...]
    figures: tuple[ReportFigure, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportSection:
    """The parts of one board or company, or of the whole city."""

    title: str
    parts: tuple[ReportPart, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report: of whom, of when, what it holds, and who closes it."""

    ref: str
    about: str
    kind: str
    key: str
    title: str
    begins: date
    ends: date
    sections: tuple[ReportSection, ...]
    asked: tuple[Asked, ...]
    waiting: int
    gaps: int
    comment: str
    commented_at: datetime | None
    settled_at: datetime | None
    kept: str
    lang: str
    over: bool
    may_close: bool


def reports(*, ref: str, viewer: Viewer, now: datetime) -> ReportList:
    """The reports that there are; to those outside, the settled ones."""
    about = reported(ref=ref, viewer=viewer)
    return ReportList(ref, about.title, about.kind, _rows(about, viewer, timezone.localdate(now)))


def _rows(about: Node, viewer: Viewer, today: date) -> tuple[ReportRow, ...]:
    kept = Report.objects.filter(reads.visible(viewer, "node__"), about=about).exclude(settled_at=None)
    settled = {(one.begins, one.ends): one.settled_at for one in kept}
    older = [period for one in kept if (period := rules.period_of(_key(one))) is not None]
    offered = {one.key: one for one in (*rules.periods(today), *older)}
    rows = [
        ReportRow(
            one.key,
            insight.title_of(about.title, one),
            one.span,
            rules.is_over(one, today),
            settled.get((one.begins, one.ends)),
        )
        for one in sorted(offered.values(), key=lambda each: (each.ends, each.begins), reverse=True)
    ]
    return tuple(row for row in rows if viewer.signed_in or row.settled_at)


def _key(one: Report) -> str:
    """The key of the period that a report tells of."""
    letter, months = {"third": ("T", 4), "half": ("H", 6)}.get(one.span, ("", 12))
    return f"{one.ends.year}-{letter}{one.ends.month // months}" if letter else str(one.ends.year)


def reporting(*, ref: str, period: str, viewer: Viewer, now: datetime) -> ReportPage:
    """The report of a period: to staff from the day it begins, to everybody once it is settled.

    It is read as everybody could read it, so that what staff see is what will be kept.
    """
    about, span = reported(ref=ref, viewer=viewer), rules.period_of(period)
    today = timezone.localdate(now)
    if span is None or span.begins > today:
        raise Missing(period)
    rows = Report.objects.select_related("node").filter(reads.visible(viewer, "node__"), about=about)
    one = rows.filter(begins=span.begins, ends=span.ends).first()
    settled = one is not None and one.settled_at is not None
    if not settled and not viewer.signed_in:
        raise Missing(ref)
    body = one.body if one is not None and settled else None
    told = insight.rebuilt(body) if body else insight.story(about=about, period=span, viewer=NOBODY)
    return _page(about, span, told, one, viewer, today)


def kept_report(*, ref: str, viewer: Viewer, now: datetime) -> ReportPage:
    """The report of that ref."""
    node = reads.node(ref=ref, viewer=viewer, kind="report")
    one = Report.objects.select_related("about").get(node=node)
    return reporting(ref=one.about.ref, period=_key(one), viewer=viewer, now=now)


def _page(
    about: Node, span: rules.Period, told: Story, one: Report | None, viewer: Viewer, today: date
) -> ReportPage:
    sections = tuple(
        ReportSection(chapter.title, tuple(_part(each) for each in chapter.aims)) for chapter in told.chapters
    )
    parts = [part for section in sections for part in section.parts]
    settled_at = one.settled_at if one else None
    return ReportPage(
        ref=about.ref,
        about=told.title,
        kind=about.kind,
        key=span.key,
        title=insight.title_of(told.title, span),
        begins=span.begins,
        ends=span.ends,
        sections=sections,
        asked=told.asked,
        waiting=told.waiting,
        gaps=sum(len(part.gaps) + sum(each.gap for each in part.figures) for part in parts),
        comment=one.comment if one else "",
        commented_at=one.commented_at if one else None,
        settled_at=settled_at,
        kept=one.node.ref if one else "",
        lang=one.node.lang if one else "",
        over=rules.is_over(span, today),
        may_close=settled_at is None and viewer.signed_in and may_report(about, viewer),
    )


def _on(day: date) -> str:
    return str(date_format(day, "j F Y"))


def _part(one: Followed) -> ReportPart:
    return ReportPart(
        url=reverse("missions:aim", args=[one.ref]),
        label=str(room.kind(one.kind).label),
        title=one.title,
        lang=one.lang,
        text=one.text,
        whom=one.whom,
        notes=_notes(one),
        talks=one.talks,
        figures=tuple(_figure(each) for each in one.figures),
        gaps=_gaps(one),
    )


def _notes(one: Followed) -> tuple[str, ...]:
    """What became of it in the period, and what was said nearby."""
    came = [_changed(each) for each in one.changes]
    beside = [_("Beside this:") + " " + _near_words(one.near)] if one.talks and one.near else []
    return (*came, *beside)


def _changed(one: Change) -> str:
    words = {
        "set": _("It was set %(day)s."),
        "changed": _("It was changed %(day)s: %(why)s"),
        "stopped": _("It was let go of %(day)s: %(why)s"),
    }
    return words[one.sort] % {"day": _on(one.on), "why": one.why}


def _figure(one: Measured) -> ReportFigure:
    url = reverse("missions:indicator", args=[one.ref])
    if one.points:
        words = insight.trend_words(one.points, one.measured_in)
        return ReportFigure(url, one.title, one.lang, words, gap=False)
    none = _("No figure has come in.")
    words = _("No figure since %(day)s.") % {"day": _on(one.last)} if one.last else none
    return ReportFigure(url, one.title, one.lang, words, gap=True)


def _gaps(one: Followed) -> tuple[str, ...]:
    """What there is nothing of, said plainly."""
    found = []
    if not one.talks:
        found.append(_("No dialogue was held about this in the period."))
    if not one.talks and one.near:
        found[-1] += " " + _near_words(one.near)
    if not one.figures and one.kind != "board_mission":
        found.append(_("Nothing is followed in numbers."))
    return tuple(found)


def _near_words(many: int) -> str:
    """How many dialogues were held about plans of units."""
    return ngettext(
        "%(many)s was held about the plan of a unit that serves it.",
        "%(many)s were held about plans of units that serve it.",
        many,
    ) % {"many": many}


def report_paper(*, ref: str, period: str, viewer: Viewer, now: datetime) -> Paper:
    """A report to take along, in the reader's language."""
    page = reporting(ref=ref, period=period, viewer=viewer, now=now)
    many = len(page.sections) > 1
    return Paper(
        title=page.title,
        lang=get_language() or "sv",
        blocks=(
            *blocks("quiet", [_standing(page)]),
            *(block for section in page.sections for block in _section(section, many=many)),
            *blocks("heading", [_("Questions answered in the period")] if page.asked else []),
            *(block for one in page.asked for block in _question(one)),
            *blocks("quiet", [_waiting_words(page.waiting)]),
            *blocks("heading", [_("Closing comment")] if page.comment else []),
            *blocks("text", [page.comment]),
        ),
    )


def _standing(page: ReportPage) -> str:
    if page.settled_at is None:
        return _("Read from what has been kept; not settled yet.")
    return _("Settled %(day)s, and kept as it was that day.") % {
        "day": _on(timezone.localtime(page.settled_at).date())
    }


def _waiting_words(many: int) -> str:
    """How many questions waited when the period ended."""
    if not many:
        return _("No question waited for its answer when the period ended.")
    words = ngettext(
        "%(many)s question waited for its answer when the period ended.",
        "%(many)s questions waited for their answers when the period ended.",
        many,
    )
    return words % {"many": many}


def _section(section: ReportSection, *, many: bool) -> Iterator[Block]:
    if not section.parts:
        none = _("There was no mission and no goal.")
        yield from blocks("heading", [section.title])
        yield from blocks("quiet", [_gap_words(none)])
    for part in section.parts:
        head = f"{part.label}: {part.title}"
        yield from blocks("heading", [f"{section.title}. {head}" if many else head])
        yield from blocks("text", [part.text])
        yield from blocks("quiet", [part.whom, *part.notes])
        yield from blocks("point", [_held(one) for one in part.talks])
        yield from blocks("point", [f"{one.title}: {one.words}" for one in part.figures if not one.gap])
        yield from blocks(
            "quiet", [_gap_words(f"{one.title}: {one.words}") for one in part.figures if one.gap]
        )
        yield from blocks("quiet", [_gap_words(gap) for gap in part.gaps])


def _gap_words(gap: str) -> str:
    """A gap as a paper marks it."""
    return _("Gap: %(what)s") % {"what": gap}


def _held(one: Told) -> str:
    words = [_("Dialogue %(day)s.") % {"day": _on(one.held_on)}, one.saw, one.learnt, one.changes]
    return " ".join(word for word in words if word)


def _question(one: Asked) -> Iterator[Block]:
    yield from blocks("text", [f"{one.text} ({one.about})"])
    yield from blocks("quiet", [f"{_on(one.answered_on)}: {one.answer}"])
