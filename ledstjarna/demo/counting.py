"""How the small tests of Sundhamn were laid, and what was counted in them day by day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import numpy as np
from django.utils import timezone

from ledstjarna.demo.trials import SAW, Idea
from ledstjarna.people.models import Unit
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Note, Observation, Site
from ledstjarna.rooms.experiments.room import Design, Sort
from ledstjarna.thread.models import Node

DESIGNS = {"series": 0.6, "wordings": 0.13, "staggered": 0.12, "matched": 0.08, "contribution": 0.07}
PLACES = (
    "Lag Norr", "Lag Söder", "Lag Öster", "Lag Väster", "Centrum", "Kullen", "Hamnen", "Ängen", "Backen",
    "Sjöstaden", "Nattlaget", "Helglaget",
)  # fmt: skip
LONGER = 28  # days at least, where places begin one after another
MISSED = 0.18  # of the days with the change nobody counted; those before are few, and all were


@dataclass(slots=True)
class Trial:
    """A test as it went: who tried what from when, how it was laid, and what became of it."""

    idea: Idea
    title: str
    unit: Unit
    person: int
    begins: datetime
    days: int
    fate: str
    effect: float
    ended: datetime
    design: str = "series"
    places: tuple[str, ...] = ()
    adopts: "Trial | None" = None
    node: Node = field(default_factory=Node)
    lesson: Node | None = None

    @property
    def teaches(self) -> bool:
        """R7: whether it left a lesson."""
        return rules.demands_lesson(self.fate)

    @property
    def guides(self) -> bool:
        """Whether the one who tried it can be asked about its lesson: every other can."""
        return self.lesson is not None and self.node.pk % 2 == 0

    @property
    def sort(self) -> str:
        """What its measure is made of: nothing is counted where it is told by those it concerns."""
        return Sort.NOTHING if self.design == Design.CONTRIBUTION else self.idea.sort

    @property
    def first(self) -> date:
        """The day on which it began."""
        return timezone.localdate(self.begins)

    def counted(self, now: datetime) -> int:
        """How many of its days have been, and were not cut off."""
        until = min(self.ended, now) if self.fate in {"cancelled", "running"} else now
        return min(self.days, (until - self.begins).days + 1)


def designs(many: int, rng: np.random.Generator) -> list[tuple[str, tuple[str, ...]]]:
    """How each of so many tests is laid, and in which places."""
    drawn = rng.choice(list(DESIGNS), many, p=list(DESIGNS.values()))
    return [(str(one), _places(str(one), rng)) for one in drawn]


def _places(design: str, rng: np.random.Generator) -> tuple[str, ...]:
    if design == Design.STAGGERED:
        return PLACES[: int(rng.integers(3, 7))]
    return PLACES[: 2 * int(rng.integers(4, 7))] if design == Design.MATCHED else ()


def observed(plans: Sequence[Trial], rng: np.random.Generator, now: datetime) -> None:
    """What was seen on each day in each place, with days that are missing, and a note now and then."""
    sites = _sites(plans)
    rows = [row for plan in plans for row in _rows(plan, sites.get(plan.node.pk, []), rng, now)]
    Observation.objects.bulk_create(rows, batch_size=1000)
    notes = [note for plan in plans for note in _notes(plan, rng, now)]
    Note.objects.bulk_create(notes, batch_size=1000)


def _sites(plans: Iterable[Trial]) -> dict[int, list[Site]]:
    """The places of each test as its start drew them, by the row of the test."""
    found = {plan.node.pk: list(_drawn(plan)) for plan in plans if plan.places}
    Site.objects.bulk_create([site for sites in found.values() for site in sites], batch_size=500)
    return found


def _drawn(plan: Trial) -> Iterator[Site]:
    seed = plan.node.pk
    begins = rules.starts(seed, plan.places, plan.first, plan.days)
    two = rules.pairs(seed, plan.places)
    for name in plan.places:
        if plan.design == Design.STAGGERED:
            yield Site(experiment_id=seed, name=name, begins=begins[name])
        else:
            yield Site(experiment_id=seed, name=name, pair=two[name][0], having=two[name][1])


def _rows(
    plan: Trial, sites: Sequence[Site], rng: np.random.Generator, now: datetime
) -> Iterator[Observation]:
    if plan.sort == Sort.NOTHING:
        return
    quiet = rules.quiet(plan.design, plan.days)
    own = [float(rng.uniform(0.8, 1.25)) for _site in sites]  # places are never quite alike
    for n in range(plan.counted(now)):
        on = plan.first + timedelta(days=n)
        if plan.design == Design.WORDINGS:
            yield from _by_chance(plan, on, n, rng)
        for site, level in zip(sites, own, strict=True):
            changed = bool(site.having) if site.begins is None else on >= site.begins
            if rng.random() >= MISSED:
                value, many = _value(plan, changed, rng, level)
                yield _row(plan, on, value, many, site.having, site)
        if plan.design == Design.SERIES and (n < quiet or rng.random() >= MISSED):
            yield _row(plan, on, *_value(plan, n >= quiet, rng))


def _by_chance(plan: Trial, on: date, n: int, rng: np.random.Generator) -> Iterator[Observation]:
    """Two times on a day, each in the way that was drawn for it."""
    for place in (2 * n, 2 * n + 1):
        having = rules.next_way(plan.node.pk, place)
        yield _row(plan, on, *_value(plan, having, rng), having)


def _row(
    plan: Trial, on: date, value: float, many: int, having: bool | None = None, site: Site | None = None
) -> Observation:
    return Observation(experiment_id=plan.node.pk, on=on, value=value, many=many, having=having, site=site)


def _notes(plan: Trial, rng: np.random.Generator, now: datetime) -> Iterator[Note]:
    only = plan.sort == Sort.NOTHING  # then there is nothing but notes, and the first day has one
    for n in range(plan.counted(now)):
        if rng.random() < (0.4 if only else 0.1) or (only and n == 0):
            on = plan.first + timedelta(days=n)
            yield Note(experiment_id=plan.node.pk, on=on, text=str(rng.choice(SAW)))


def _value(plan: Trial, changed: bool, rng: np.random.Generator, own: float = 1.0) -> tuple[float, int]:
    """A day's count, a day's yes and times, or a day's amount; `own` is how a place differs from others."""
    idea = plan.idea
    level = own * idea.usual * (1 + (1 if idea.better == "up" else -1) * plan.effect * changed)
    if idea.sort == "yes_no":
        many = 1 if plan.design == Design.WORDINGS else int(rng.integers(3, 9))
        return float(rng.binomial(many, min(max(level, 0.02), 0.97))), many
    if idea.sort == "count":
        return float(rng.poisson(max(level, 0.05))), 1
    return round(max(0.5, float(rng.normal(level, idea.vary))), 1), 1
