"""Where mandates are unclear: counts by unit, never whose they are."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from ledstjarna.people.models import Employment, Unit
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Card, Question
from ledstjarna.rooms.missions.scope import within
from ledstjarna.thread import reads, room
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Missing, Spot

YEAR = timedelta(days=365)
SIZE = 30


@dataclass(frozen=True, slots=True)
class Unclear:
    """A unit: its people, the mandates among them that wait for clarity, and why, as counts.

    `bare` have no card, `drafts` one that both have not agreed to, `adrift` one that leads to no vision (R3),
    `asked` is how many questions were asked in a year, `waiting` how many of them have no answer yet.
    """

    spot: Spot
    people: int
    bare: int
    drafts: int
    adrift: int
    asked: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Clarity:
    """One page of the units that are large enough to be told of, by name; `small` are too small."""

    rows: tuple[Unclear, ...]
    total: int
    query: str
    number: int
    pages: int
    small: int
    least: int


def clarity(*, viewer: Viewer, now: datetime, query: str = "", number: int = 1) -> Clarity:
    """How unclear mandates are in the units that this viewer leads, or in all for those who may see all.

    A count is of a unit's own people, not of those in its parts: so no two counts differ by somebody.

    Raises:
        Missing: this viewer leads nobody.
    """
    if not rules.may_count_unclear(viewer):
        raise Missing("clarity")
    today = timezone.localdate(now)
    works = Employment.objects.filter(in_force(today), unit_id__in=_scope(viewer)).order_by("pk")
    home = dict(works.values_list("person_id", "unit_id"))
    people = Counter(home.values())
    many = _counted(home, viewer, now)
    units = Unit.objects.select_related("node").filter(pk__in=people, name__icontains=query)
    told = [unit for unit in units.order_by("name", "pk") if rules.is_told(people[unit.pk])]
    page = paged(told, number, SIZE)
    return Clarity(
        rows=tuple(
            Unclear(
                reads.spot(unit.node), people[unit.pk],
                *(many[sort][unit.pk] for sort in ("bare", "drafts", "adrift", "asked", "waiting")),
            )
            for unit in page
        ),
        total=len(told),
        query=query,
        number=page.number,
        pages=page.paginator.num_pages,
        small=sum(not rules.is_told(some) for some in people.values()),
        least=rules.ENOUGH,
    )  # fmt: skip


def _scope(viewer: Viewer) -> frozenset[int]:
    """The units whose counts a viewer sees."""
    if viewer.holds("hr", *rules.STEERERS):
        return frozenset(Unit.objects.values_list("pk", flat=True))
    led = {held.unit_id for held in viewer.roles if held.role in {"manager", "director"} and held.unit_id}
    return within(led)


def _counted(home: dict[int, int], viewer: Viewer, now: datetime) -> dict[str, Counter[int]]:
    """Of each sort how many there are in each unit; columns alone, since there is a card for everybody."""
    many: dict[str, Counter[int]] = defaultdict(Counter)
    columns = ("pk", "holder_id", "holder_agreed_at", "manager_agreed_at")
    cards = [row for row in Card.objects.filter(node__ended=None).values_list(*columns) if row[1] in home]
    of = {pk: home[holder] for pk, holder, *_agreed in cards}
    many["bare"] = Counter(home.values())
    many["bare"].subtract(of.values())
    many["drafts"] = Counter(of[pk] for pk, _holder, *agreed in cards if not rules.is_agreed(*agreed))
    many["adrift"] = Counter(of[pk] for pk in _adrift(of, viewer))
    asked = Question.objects.filter(about__kind="card", asked_at__gte=now - YEAR)
    for about, answer in asked.values_list("about_id", "answer"):
        if about in of:
            many["asked"][of[about]] += 1
            many["waiting"][of[about]] += not answer
    return many


def _adrift(cards: Collection[int], viewer: Viewer) -> set[int]:
    """The cards of which nothing that they serve leads to a star any more."""
    rows = Strand.objects.filter(source__kind="card", name="serves", cut=False, target__ended=None)
    served = [(source, target) for source, target in rows.values_list("source_id", "target_id")]
    paths = reads.why(ids=sorted({target for _source, target in served}), viewer=viewer)
    hung = {target for target, path in paths.items() if room.kind(path[0].kind).star}
    return set(cards) - {source for source, target in served if target in hung}
