"""Years of small tests in Sundhamn: what was tried and counted, what was learnt, and how it spread.

Rows are laid in bulk as the actions would have left them, and each fact is recorded in its order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from ledstjarna.demo.counting import LONGER, Trial, designs, observed
from ledstjarna.demo.spreading import Heard, adopted
from ledstjarna.demo.trials import ADAPTED, IDEAS, LEARNT, REASONS, WAYS
from ledstjarna.people.models import Employment, Unit
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.insight import lesson_text
from ledstjarna.rooms.experiments.models import Dealing, Experiment, Guide, Lesson
from ledstjarna.rooms.experiments.room import Design
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Node, Strand

Tell = Callable[[str, int, int], None]
TESTS = 900
RENEWED = 0.95  # of the lessons whose day comes
BATCH = 100
# A third fail: they are closed or cancelled. What is scaled or closed leaves a lesson: some 350 of 900.
FATES = {"scale": 0.19, "adapt": 0.34, "close": 0.23, "park": 0.11, "cancelled": 0.13}
HELD = {"scale": "supports", "close": "contradicts"}
LENGTHS = (14, 14, 14, 21, 28)
LONG = (21, 28, 28)  # what is scaled has been counted for long enough to say something
LATE = {"running": 40, "review": 12}  # so many of the latest are still being counted, or wait


def fill(*, since: datetime, now: datetime, tell: Tell, tests: int = TESTS, seed: int = 2031) -> None:
    """Lay so many small tests from a day until now, with what was counted, learnt and taken up."""
    rng = np.random.default_rng(seed)
    people, goals = _people(), _goals()
    units = _units(people)
    plans = sorted(_plans(rng, units, people, since, now, tests), key=lambda one: one.begins)
    _adopting(plans, rng)
    with transaction.atomic():
        _tests(plans, goals, rng, now)
        tell("Small tests", 1, 2)
        observed(plans, rng, now)
        tell("Small tests", 2, 2)
        _lessons(plans, rng, timezone.localdate(now))
        taught = [plan for plan in plans if plan.lesson is not None]
        facts = _facts(plans) + adopted(_heard(plans, taught, units, rng, now), people)
        _told(sorted(facts, key=lambda one: one["at"]), tell)


def _people() -> dict[int, int]:
    """Somebody to act for each unit; nobody of protected identity."""
    rows = Employment.objects.filter(person__protected=False).order_by("-pk")
    return dict(rows.values_list("unit_id", "person_id"))


def _units(people: dict[int, int]) -> dict[str, list[Unit]]:
    """The units where somebody works, by the code of their operation or company."""
    found: dict[str, list[Unit]] = defaultdict(list)
    rows = Unit.objects.select_related("node").filter(pk__in=list(people))
    codes = {idea.code for idea in IDEAS}
    for one in rows.order_by("code"):
        for code in codes:
            if one.code.startswith(f"{code}-"):
                found[code].append(one)
    return found


def _goals() -> dict[int, list[int]]:
    """The rows of the goals that each board or company has been given."""
    rows = Strand.objects.filter(name="given_to", source__kind="board_goal", cut=False)
    found: dict[int, list[int]] = defaultdict(list)
    for authority, goal in rows.order_by("pk").values_list("target_id", "source_id"):
        found[authority].append(goal)
    return found


def _plans(
    rng: np.random.Generator,
    units: dict[str, list[Unit]],
    people: dict[int, int],
    since: datetime,
    now: datetime,
    tests: int,
) -> Iterator[Trial]:
    """Each idea in each way until there are enough; more of them later than earlier."""
    whole = [(idea, way) for way in WAYS for idea in IDEAS if units[idea.code]]
    order = rng.permutation(len(whole))
    laid = designs(tests, rng)
    late = [fate for fate, many in LATE.items() for _one in range(max(1, many * tests // TESTS))]
    for n in range(tests):
        idea, way = whole[int(order[n % len(order)])]
        unit = units[idea.code][int(rng.integers(len(units[idea.code])))]
        fate = late[n] if n < len(late) else str(rng.choice(list(FATES), p=list(FATES.values())))
        design, places = laid[n]
        days = max(
            int(rng.choice(LONG if fate == "scale" else LENGTHS)), LONGER if design == Design.STAGGERED else 0
        )
        begins = now - timedelta(days=_ago(rng, fate, days, (now - since).days))
        whole_days = days // 3 if fate == "cancelled" else days + float(rng.uniform(0.5, 9))
        yield Trial(
            idea, f"{idea.title}{way}", unit, people[unit.pk], begins, days, fate, _effect(rng, fate),
            begins + timedelta(days=whole_days), design, places,
        )  # fmt: skip


def _ago(rng: np.random.Generator, fate: str, days: int, longest: int) -> float:
    """How many days ago a test began; those that have ended have had the time to."""
    if fate == "running":
        return float(rng.uniform(1, 12))
    if fate == "review":
        return days + float(rng.uniform(1, 9))
    return float(45 + (longest - 45) * rng.uniform(0, 1) ** 1.3)


def _effect(rng: np.random.Generator, fate: str) -> float:
    """How much it changed, as a share of the usual, in the wanted direction."""
    middle = {"scale": 0.5, "adapt": 0.18, "close": 0.0}.get(fate, 0.2)
    return float(np.clip(rng.normal(middle, 0.08), -0.2, 0.8))


def _adopting(plans: Sequence[Trial], rng: np.random.Generator) -> None:
    """Now and then a test tries out what another unit has learnt of the same thing."""
    for plan in plans:
        known = [
            one for one in plans
            if one.teaches and one.idea is plan.idea and one.unit.pk != plan.unit.pk and one.ended < plan.begins
        ]  # fmt: skip
        if known and rng.random() < 0.45:
            plan.adopts = known[int(rng.integers(len(known)))]


def _tests(
    plans: Sequence[Trial], goals: dict[int, list[int]], rng: np.random.Generator, now: datetime
) -> None:
    """The tests with what they serve, as nodes and rows."""
    for plan in plans:
        plan.node = _node(plan, rng)
    thread.add_nodes([plan.node for plan in plans])
    Experiment.objects.bulk_create([_row(plan, rng, now) for plan in plans], batch_size=BATCH)
    long_ago = timezone.localdate(min(plan.begins for plan in plans))
    people = sorted({plan.person for plan in plans})
    Dealing.objects.bulk_create([Dealing(person_id=pk, on=long_ago) for pk in people])
    strands = []
    for plan in plans:
        own = goals.get(plan.unit.authority_id or 0, [])
        if own:
            strands.append(_strand(plan, plan.node.pk, "serves", own[int(rng.integers(len(own)))]))
        strands.append(_strand(plan, plan.node.pk, "tried_in", plan.unit.pk))
    Strand.objects.bulk_create(strands, batch_size=500)
    thread.index_all(
        (plan.node, f"{plan.title} {plan.idea.need} {plan.idea.whom} {plan.idea.change} {plan.idea.measure}")
        for plan in plans
    )


def _node(plan: Trial, rng: np.random.Generator) -> Node:
    open_now = plan.fate in LATE
    return Node(
        kind="test", title=plan.title, audience="public" if not open_now and rng.random() < 0.4 else "city",
        lang=settings.LANGUAGE_CODE, home_id=plan.unit.pk, authority_id=plan.unit.authority_id,
        born=plan.begins, ended=plan.ended if plan.fate == "cancelled" else None,
        due=rules.ends(timezone.localdate(plan.begins), plan.days) if open_now else None,
    )  # fmt: skip


def _strand(plan: Trial, source: int, name: str, target: int, at: datetime | None = None) -> Strand:
    return Strand(source_id=source, name=name, target_id=target, since=at or plan.begins)


def _row(plan: Trial, rng: np.random.Generator, now: datetime) -> Experiment:
    idea, begins = plan.idea, timezone.localdate(plan.begins)
    one = Experiment(
        node=plan.node, unit=plan.unit, made_by_id=plan.person, made_at=plan.begins - timedelta(days=1),
        need=idea.need, whom=idea.whom, change=idea.change, measure=idea.measure, sort=plan.sort,
        better=idea.better, guess=f"Det märks på {idea.measure[0].lower()}{idea.measure[1:]}.",
        group=idea.group, setting=idea.setting, usual=idea.usual, steady=idea.vary or None,
        weekly=max(1, round(idea.usual * 5)) if idea.sort == "count" else 25, days=plan.days,
        quiet=rules.quiet(plan.design, plan.days), design=plan.design, seed=plan.node.pk, hours=float(round(rng.gamma(3, 5))),
        kronor=int(rng.choice([0, 0, 0, 500, 1500, 4000, 12000])), stage="running", begins=begins,
        ends=rules.ends(begins, plan.days),
    )  # fmt: skip
    return one if plan.fate in LATE else _over(one, plan, rng)


def _over(one: Experiment, plan: Trial, rng: np.random.Generator) -> Experiment:
    """What became of a test, as those who were in it said."""
    one.stage, one.verdict, one.concluded_at = "concluded", plan.fate, plan.ended
    one.reason = str(rng.choice(REASONS[plan.fate]))
    if plan.fate == "cancelled":
        one.progress = rules.progress(one.begins, one.ends, timezone.localdate(plan.ended))
        return one
    one.learning = str(rng.choice(["much", "some", "some", "little"]))
    one.learnt, one.hours_used = str(rng.choice(LEARNT)), float(round(rng.gamma(3, 6)))
    return one


def _best_before(ended: date, rng: np.random.Generator, today: date) -> date:
    """The day to look through a lesson again; most are, in time, and then hold for two years more."""
    day = ended + timedelta(days=int(rng.integers(400, 1600)))
    while day < today and rng.random() < RENEWED:
        day += timedelta(days=730)
    return day


def _lessons(plans: Sequence[Trial], rng: np.random.Generator, today: date) -> None:
    """What was learnt, opened to the city or to everybody, and what supports and contradicts it."""
    taught = [plan for plan in plans if plan.teaches]
    cards = [(plan, _card(plan, rng)) for plan in taught]
    for plan, card in cards:
        plan.lesson = Node(
            kind="lesson", title=card.pop("claim"), audience=str(rng.choice(["city", "public", "public"])),
            lang=settings.LANGUAGE_CODE, home_id=plan.unit.pk, authority_id=plan.unit.authority_id,
            born=plan.ended, due=_best_before(timezone.localdate(plan.ended), rng, today),
        )  # fmt: skip
    thread.add_nodes([plan.lesson for plan in taught if plan.lesson is not None])
    rows = [
        Lesson(
            node=plan.lesson, unit=plan.unit, experiment_id=plan.node.pk, group=plan.idea.group,
            setting=plan.idea.setting, hours=float(round(rng.gamma(3, 6))), kronor=int(rng.choice([0, 500, 4000])),
            set_at=plan.ended, set_by_id=plan.person, **card,
        )
        for plan, card in cards
    ]  # fmt: skip
    Lesson.objects.bulk_create(rows, batch_size=BATCH)
    thread.index_all((row.node, lesson_text(row)) for row in rows)
    Guide.objects.bulk_create(
        [Guide(lesson=row, person_id=plan.person, since=plan.ended) for row, plan in zip(rows, taught, strict=True)
         if plan.guides],
        batch_size=BATCH,
    )  # fmt: skip
    Strand.objects.bulk_create(_leaning(plans), batch_size=500)
    _trying(plans, rng)


def _leaning(plans: Sequence[Trial]) -> Iterator[Strand]:
    """What each lesson was learnt from, and what other units' tests said of it."""
    for plan in plans:
        if plan.lesson is not None:
            yield _strand(plan, plan.lesson.pk, "learnt_from", plan.node.pk, plan.ended)
            yield _strand(plan, plan.node.pk, "supports", plan.lesson.pk, plan.ended)
        if plan.adopts is not None and plan.adopts.lesson is not None:
            yield _strand(plan, plan.node.pk, "tries_out", plan.adopts.lesson.pk)
            if plan.fate in HELD:
                yield _strand(plan, plan.node.pk, _says(plan), plan.adopts.lesson.pk, plan.ended)


def _says(plan: Trial) -> str:
    """Whether a test of a lesson supports it: one that says “it does not help” is supported by a failure."""
    same = plan.adopts is not None and plan.adopts.fate == plan.fate
    return "supports" if same else "contradicts"


def _trying(plans: Sequence[Trial], rng: np.random.Generator) -> None:
    """Which tests try out a lesson, and what they do in their own way."""
    rows = {one.pk: one for one in Experiment.objects.filter(pk__in=[plan.node.pk for plan in plans])}
    changed = []
    for plan in plans:
        if plan.adopts is not None and plan.adopts.lesson is not None:
            one = rows[plan.node.pk]
            one.adopts_id, one.adaptation = plan.adopts.lesson.pk, str(rng.choice(ADAPTED))
            changed.append(one)
    Experiment.objects.bulk_update(changed, ["adopts", "adaptation"], batch_size=BATCH)


def _card(plan: Trial, rng: np.random.Generator) -> dict[str, Any]:
    """What the lesson says; some teams forget how it works, as teams do."""
    idea, helped = plan.idea, plan.fate == "scale"
    way = plan.title.removeprefix(idea.title)
    place = f"{idea.whom}{way}. {plan.unit.name}."
    return {
        "claim": (idea.helps if helped else idea.fails) + way,
        "worked": place if helped else "",
        "failed": "" if helped else place,
        "mechanism": idea.works if rng.random() < 0.85 else "",
        "core": idea.change,
        "adaptable": "Tiden på dagen och vem som gör det." if rng.random() < 0.7 else "",
    }


def _heard(
    plans: Sequence[Trial],
    taught: Sequence[Trial],
    units: dict[str, list[Unit]],
    rng: np.random.Generator,
    now: datetime,
) -> list[Heard]:
    """Everything by which lessons spread: what units say they do, and what follows from their own tests."""
    found: list[Heard] = []
    every = [one.pk for rows in units.values() for one in rows]
    for plan in taught:
        assert plan.lesson is not None
        near = [one.pk for one in units[plan.idea.code]]
        at = plan.ended + timedelta(days=3)
        found += Heard.told(plan.lesson.pk, plan.unit.pk, near, every, at, rng)
    for plan in plans:
        if plan.adopts is not None and plan.adopts.lesson is not None:
            last = rules.uptake_of(plan.fate, "") if plan.fate not in LATE else ""
            found += Heard.tried(
                plan.adopts.lesson.pk, plan.unit.pk, plan.adopts.unit.pk, plan.begins, plan.ended, last,
                plan.node.pk,
            )  # fmt: skip
    return [one for one in found if one.at < now]


def _facts(plans: Sequence[Trial]) -> list[dict[str, Any]]:
    """What happened in the tests, as it is to be recorded."""
    found = []
    for plan in plans:
        by = {"who": plan.person, "node": plan.node}
        found.append(by | {"verb": "experiments.started", "at": plan.begins})
        if plan.fate == "cancelled":
            found.append(by | {"verb": "experiments.cancelled", "at": plan.ended})
        elif plan.fate not in LATE:
            found.append(by | {"verb": "experiments.concluded", "at": plan.ended, "other": plan.lesson})
        if plan.guides:
            offered: dict[str, Any] = {
                "who": None,
                "node": plan.lesson,
                "verb": "experiments.offered",
                "at": plan.ended,
            }
            found.append(offered)
    return found


def _told(facts: Sequence[dict[str, Any]], tell: Tell) -> None:
    """Record what happened, in the order in which it did."""
    for n, fact in enumerate(facts, 1):
        thread.record(**fact)
        if n % BATCH == 0 or n == len(facts):
            tell("What was tried and learnt", n, len(facts))
