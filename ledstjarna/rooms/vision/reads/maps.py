"""What the votes show: opinion groups, what unites, divides and is unknown yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.vision import insight, rules
from ledstjarna.rooms.vision.insight import Cell, Picture
from ledstjarna.rooms.vision.models import Round, Statement
from ledstjarna.rooms.vision.reads.rounds import Heard, label_of, round_page, the_round
from ledstjarna.rooms.vision.room import Origin, Trait
from ledstjarna.thread import memory, reads
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Spot
from ledstjarna.web.figures import as_percent

SIZE = 20


@dataclass(frozen=True, slots=True)
class Share:
    """A group's stand on a statement, with the counts behind it; hidden where too few have voted."""

    partition: str
    label: str
    agree: int
    disagree: int
    passed: int
    seen: int
    share: float
    low: float
    high: float
    shown: bool


@dataclass(frozen=True, slots=True)
class Ranked:
    """A statement in a ranking, and the figure that put it there in words."""

    ref: str
    text: str
    lang: str
    url: str
    share: float
    low: float
    weakest: str
    sentence: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """An opinion group: how large, how sure, and what sets it apart."""

    label: str
    size: int
    share: float
    stability: float
    sure: str
    marks: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of a round's figures shows around them."""

    ref: str
    question: str
    why: tuple[Spot, ...]
    origin: str
    origin_label: str
    origins: tuple[tuple[str, str], ...]
    voters: int
    ballots: int
    votes: int
    threshold: int
    phase: str
    imported: bool
    unverified: bool
    enough: bool


@dataclass(frozen=True, slots=True)
class MapPage:
    """The opinion map."""

    frame: Frame
    groups: tuple[GroupSeen, ...]
    chart: dict[str, object]
    left_out: int
    ungrouped: int
    step: int
    last: int
    date: date
    uniting: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class RankingPage:
    """One page of a ranking."""

    frame: Frame
    rows: tuple[Ranked, ...]
    number: int
    pages: int
    total: int
    claimed: int
    rejected: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Thin:
    """A statement that too few have said anything of."""

    ref: str
    text: str
    lang: str
    url: str
    seen: int
    needed: int


@dataclass(frozen=True, slots=True)
class UnknownPage:
    """What is not known yet."""

    frame: Frame
    rows: tuple[Thin, ...]
    number: int
    pages: int
    total: int
    heard: tuple[Heard, ...]
    chart: dict[str, object]


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement with the counts behind every figure about it."""

    ref: str
    text: str
    lang: str
    why: tuple[Spot, ...]
    round_ref: str
    question: str
    standing: str
    reason: str
    merged_into: Spot | None
    joined: tuple[Spot, ...]
    grew: tuple[Spot, ...]
    shares: tuple[Share, ...]
    total: Share | None
    chart: dict[str, object]
    enough: bool
    may_moderate: bool
    choices: tuple[tuple[str, str], ...]


Texts = dict[int, tuple[str, str, str]]


def _texts(round_: Round) -> Texts:
    def ask() -> Texts:
        rows = Statement.objects.filter(round=round_).values_list("slot", "node__ref", "text", "node__lang")
        return {slot: (ref, text, lang) for slot, ref, text, lang in rows}

    return memory.until_next_fact(("vision.slots", round_.pk), ask)


def _origin(round_: Round, wished: str) -> str:
    if wished in Origin.values:
        return wished
    return Origin.STAFF if round_.labels else Origin.PUBLIC


def _frame(round_: Round, viewer: Viewer, origin: str, picture: Picture) -> Frame:
    both = bool(round_.labels) and round_.open_to_public
    return Frame(
        ref=round_.node.ref,
        question=round_.question,
        why=reads.why(ids=[round_.pk], viewer=viewer)[round_.pk],
        origin=origin,
        origin_label=str(Origin(origin).label),
        origins=tuple((key, str(label)) for key, label in Origin.choices) if both else (),
        voters=picture.voters,
        ballots=picture.ballots,
        votes=picture.votes,
        threshold=round_.threshold,
        phase=round_.phase,
        imported=round_.imported,
        unverified=origin == Origin.PUBLIC and not round_.imported,
        enough=picture.voters >= round_.threshold,
    )


def _group_label(partition: str, group: int, labels: Sequence[str]) -> str:
    if partition == "opinion":
        return _("Group %(letter)s") % {"letter": chr(ord("A") + group)}
    return label_of(labels[group]) if group < len(labels) else _("Others")


def partition_label(partition: str) -> str:
    """What a way of dividing people is called."""
    return _("Opinion group") if partition == "opinion" else str(Trait(partition).label)


def _share(cell: Cell, picture: Picture) -> Share:
    label = _group_label(cell.partition, cell.group, picture.labels.get(cell.partition, ()))
    counts = (cell.agree, cell.disagree, cell.passed, cell.seen) if cell.shown else (0, 0, 0, 0)
    return Share(partition_label(cell.partition), label, *counts, cell.share, cell.low, cell.high, cell.shown)


def _ranked(picture: Picture, texts: Texts, column: int, weakest: Cell, sentence: str) -> Ranked:
    ref, text, lang = texts[picture.slots[column]]
    cells = insight.cells(picture, column)
    total = insight.total(picture, column)
    return Ranked(
        ref=ref,
        text=text,
        lang=lang,
        url=reverse("vision:statement", args=[ref]),
        share=total.share,
        low=weakest.low,
        weakest=_share(weakest, picture).label,
        sentence=sentence,
        shares=tuple(_share(cell, picture) for cell in cells),
    )


def _uniting(picture: Picture, texts: Texts, found: insight.Bound) -> Ranked:
    weakest = _group_label(
        found.cell.partition, found.cell.group, picture.labels.get(found.cell.partition, ())
    )
    sentence = _(
        "At least %(low)s agree in every group. Least in %(group)s: %(agree)s of %(stand)s who took a stand."
    ) % {
        "low": as_percent(found.cell.low),
        "group": weakest,
        "agree": found.cell.agree,
        "stand": found.cell.agree + found.cell.disagree,
    }
    return _ranked(picture, texts, found.column, found.cell, sentence)


def _rejected(picture: Picture, texts: Texts, found: insight.Bound) -> Ranked:
    weakest = _group_label(
        found.cell.partition, found.cell.group, picture.labels.get(found.cell.partition, ())
    )
    sentence = _("At least %(low)s disagree in every group. Least in %(group)s.") % {
        "low": as_percent(found.cell.low),
        "group": weakest,
    }
    return _ranked(picture, texts, found.column, found.cell, sentence)


def _parted(picture: Picture, texts: Texts, found: insight.Gap) -> Ranked:
    names = [
        _group_label(found.partition, group, picture.labels.get(found.partition, ()))
        for group in (found.higher.group, found.lower.group)
    ]
    sentence = _("%(high)s in %(one)s agree, %(low)s in %(other)s.") % {
        "high": as_percent(found.higher.share),
        "one": names[0],
        "low": as_percent(found.lower.share),
        "other": names[1],
    }
    return _ranked(picture, texts, found.column, found.lower, sentence)


def _sure(stability: float) -> str:
    if stability >= 0.9:
        return _("very sure")
    return _("fairly sure") if stability >= 0.7 else _("uncertain")


def _marks(picture: Picture, texts: Texts, group: int) -> tuple[Ranked, ...]:
    made = []
    for mark in insight.marks(picture, group):
        words = {"own": as_percent(mark.own.share), "others": as_percent(mark.others)}
        sentence = _("%(own)s agree here, %(others)s among the others.") % words
        made.append(_ranked(picture, texts, mark.column, mark.own, sentence))
    return tuple(made)


def opinion_map(*, ref: str, viewer: Viewer, origin: str = "", step: int | None = None) -> MapPage:
    """The opinion groups as they are now, or as they were at a step of the way here."""
    round_ = the_round(ref=ref, viewer=viewer)
    origin = _origin(round_, origin)
    every = insight.days(round_=round_, origin=origin)
    last = max(len(every) - 1, 0)
    step = last if step is None else min(max(step, 0), last)
    chosen = every[step] if step < last else None
    picture = insight.picture(round_=round_, origin=origin, day=chosen)
    texts = _texts(round_)
    labels = [_group_label("opinion", n, ()) for n in range(len(picture.sizes))]
    return MapPage(
        frame=_frame(round_, viewer, origin, picture),
        groups=tuple(
            GroupSeen(
                label=labels[n],
                size=size,
                share=size / max(picture.voters, 1),
                stability=picture.stability[n],
                sure=_sure(picture.stability[n]),
                marks=_marks(picture, texts, n) if chosen is None else (),
            )
            for n, size in enumerate(picture.sizes)
        ),
        chart={
            "groups": [
                {
                    "label": label,
                    "size": size,
                    "url": f"#group-{n}",
                    "points": list(map(list, picture.dots[n])),
                }
                for n, (label, size) in enumerate(zip(labels, picture.sizes, strict=True))
            ],
            "summary": _("%(people)s people in %(groups)s opinion groups.")
            % {"people": picture.voters, "groups": len(picture.sizes)},
        },
        left_out=picture.left_out,
        ungrouped=picture.ungrouped,
        step=step,
        last=last,
        date=round_.opened_at.date() + timedelta(days=every[step] if every else 0),
        uniting=tuple(_uniting(picture, texts, found) for found in picture.unites[:5]),
    )


def unites(*, ref: str, viewer: Viewer, origin: str = "", number: int = 1) -> RankingPage:
    """All statements by how much the least agreeing group agrees; then what all reject."""
    round_ = the_round(ref=ref, viewer=viewer)
    origin = _origin(round_, origin)
    picture = insight.picture(round_=round_, origin=origin)
    texts = _texts(round_)
    page = paged(picture.unites, number, SIZE)
    return RankingPage(
        frame=_frame(round_, viewer, origin, picture),
        rows=tuple(_uniting(picture, texts, found) for found in page),
        number=page.number,
        pages=page.paginator.num_pages,
        total=page.paginator.count,
        claimed=sum(found.cell.low > 0.5 for found in picture.unites),
        rejected=tuple(
            _rejected(picture, texts, found) for found in picture.rejects[:10] if found.cell.low > 0.5
        ),
    )


def divides(*, ref: str, viewer: Viewer, origin: str = "", number: int = 1) -> RankingPage:
    """All statements that groups see differently, the widest sure gap first."""
    round_ = the_round(ref=ref, viewer=viewer)
    origin = _origin(round_, origin)
    picture = insight.picture(round_=round_, origin=origin)
    texts = _texts(round_)
    page = paged(picture.divides, number, SIZE)
    return RankingPage(
        frame=_frame(round_, viewer, origin, picture),
        rows=tuple(_parted(picture, texts, found) for found in page),
        number=page.number,
        pages=page.paginator.num_pages,
        total=page.paginator.count,
        claimed=len(picture.divides),
        rejected=(),
    )


def unknown(*, ref: str, viewer: Viewer, now: datetime, origin: str = "", number: int = 1) -> UnknownPage:
    """What too few have said anything of, and who has not been heard."""
    round_ = the_round(ref=ref, viewer=viewer)
    origin = _origin(round_, origin)
    picture = insight.picture(round_=round_, origin=origin)
    texts = _texts(round_)
    page = paged(picture.thin, number, SIZE)
    rows = [(texts[picture.slots[column]], seen) for column, seen in page]
    heard = round_page(ref=ref, viewer=viewer, now=now).heard
    return UnknownPage(
        frame=_frame(round_, viewer, origin, picture),
        rows=tuple(
            Thin(key, text, lang, reverse("vision:statement", args=[key]), seen, insight.ENOUGH)
            for (key, text, lang), seen in rows
        ),
        number=page.number,
        pages=page.paginator.num_pages,
        total=page.paginator.count,
        heard=heard,
        chart={
            "rows": [{"label": one.label, "value": one.voted, "size": one.size} for one in heard],
            "summary": _("Participation by department."),
        },
    )


def statement(*, ref: str, viewer: Viewer) -> StatementPage:
    """One statement, with the counts behind every figure about it."""
    node = reads.node(ref=ref, viewer=viewer, kind="statement")
    one = Statement.objects.select_related("round__node", "merged_into__node").get(node=node)
    round_ = one.round
    picture = insight.picture(round_=round_, origin=_origin(round_, ""))
    column = picture.slots.index(one.slot) if one.slot in picture.slots else None
    cells = insight.cells(picture, column) if column is not None else ()
    total = insight.total(picture, column) if column is not None else None
    shares = tuple(_share(cell, picture) for cell in cells)
    strands = Strand.objects.filter(target=node, name__in=("grew_from", "turned_from"), cut=False)
    joined = Statement.objects.filter(merged_into=one)
    moderates = rules.may_open(viewer) and not round_.imported and round_.phase != "decided"
    return StatementPage(
        ref=ref,
        text=one.text,
        lang=node.lang,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        round_ref=round_.node.ref,
        question=round_.question,
        standing=one.standing,
        reason=one.reason,
        merged_into=reads.spot(one.merged_into.node) if one.merged_into else None,
        joined=tuple(reads.spots(viewer=viewer, kind="statement", ids=joined.values_list("pk", flat=True))),
        grew=tuple(
            reads.spots(
                viewer=viewer, kind=("area", "shift"), ids=strands.values_list("source_id", flat=True)
            )
        ),
        shares=shares,
        total=_total(total),
        chart={
            "rows": [
                {
                    "label": f"{share.label}",
                    "agree": share.agree,
                    "disagree": share.disagree,
                    "pass": share.passed,
                }
                for share in shares
                if share.shown
            ],
            "summary": _("Agree, disagree and pass by group."),
        },
        enough=total is not None and total.shown,
        may_moderate=moderates,
        choices=_others(round_, one) if moderates else (),
    )


def _total(cell: Cell | None) -> Share | None:
    if cell is None:
        return None
    counts = (cell.agree, cell.disagree, cell.passed, cell.seen) if cell.shown else (0, 0, 0, 0)
    return Share("", _("All"), *counts, cell.share, cell.low, cell.high, cell.shown)


def _others(round_: Round, one: Statement) -> tuple[tuple[str, str], ...]:
    texts = _texts(round_)
    return tuple((ref, text) for slot, (ref, text, _lang) in sorted(texts.items()) if slot != one.slot)


def uniting_choices(*, ref: str, viewer: Viewer, most: int = 30) -> tuple[tuple[str, str], ...]:
    """The statements that unite most, to choose among when a vision is drafted."""
    round_ = the_round(ref=ref, viewer=viewer)
    picture = insight.picture(round_=round_, origin=_origin(round_, ""))
    texts = _texts(round_)
    return tuple(texts[picture.slots[found.column]][:2] for found in picture.unites[:most])
