"""The small tests of Sundhamn, laid in bulk, are as the actions would have left them."""

from collections import Counter
from datetime import timedelta

import pytest

from ledstjarna.demo import experiments
from ledstjarna.demo.city import city as made
from ledstjarna.people import founding
from ledstjarna.people.viewer import steward
from ledstjarna.rooms.experiments.models import Adoption, AdoptionStep, Experiment, Guide, Lesson, Observation
from ledstjarna.rooms.experiments.room import IN_USE
from ledstjarna.thread import reads
from ledstjarna.thread.models import Fact, Node, Strand, Words
from tests.fixtures.city import NOW, SINCE

TESTS = 90


@pytest.fixture
def filled(db: None) -> None:
    founding.found(organisation=made(scale=0.05), since=SINCE, viewer=steward("", SINCE), now=NOW)
    since = NOW - timedelta(days=1400)
    experiments.fill(since=since, now=NOW, tell=lambda step, done, total: None, tests=TESTS)


@pytest.mark.usefixtures("filled")
def test_a_third_fail_and_R7_what_is_scaled_or_closed_has_its_lesson() -> None:
    fates = Counter(Experiment.objects.values_list("verdict", flat=True))
    assert sum(fates.values()) == TESTS
    assert 0.2 < (fates["close"] + fates["cancelled"]) / TESTS < 0.5
    taught = Experiment.objects.filter(verdict__in=("scale", "close"))
    assert Lesson.objects.count() == taught.count() == taught.exclude(lessons=None).count()


@pytest.mark.usefixtures("filled")
def test_nothing_is_observed_that_has_not_come_or_cannot_be() -> None:
    assert not Observation.objects.filter(on__gt=NOW.date()).exists()
    counted = Experiment.objects.exclude(sort="nothing")
    assert counted.filter(observations=None).count() < TESTS / 20
    assert not Experiment.objects.filter(sort="nothing").exclude(observations=None).exists()
    assert not Node.objects.filter(kind__in=("test", "lesson"), born__gt=NOW).exists()


@pytest.mark.usefixtures("filled")
def test_some_can_be_asked_about_what_they_learnt() -> None:
    asked = Guide.objects.select_related("lesson").all()
    assert 0 < len(asked) < Lesson.objects.count()
    assert all(one.person_id == one.lesson.set_by_id for one in asked)


@pytest.mark.usefixtures("filled")
def test_what_stands_is_the_last_step_and_R8_a_strand_says_what_is_used() -> None:
    for one in Adoption.objects.prefetch_related("steps"):
        steps = sorted(one.steps.all(), key=lambda step: step.pk)
        assert (steps[-1].state, steps[-1].on) == (one.state, one.since)
    used = Strand.objects.filter(name="uses", cut=False).count()
    assert used == Adoption.objects.filter(state__in=IN_USE).count()
    assert AdoptionStep.objects.count() >= Adoption.objects.count() > 0


@pytest.mark.usefixtures("filled")
def test_facts_are_in_their_order_and_the_chain_holds() -> None:
    rows = Fact.objects.filter(verb__startswith="experiments.").order_by("number")
    found = list(rows.values_list("at", flat=True))
    assert found == sorted(found)
    assert reads.verify().broken_at is None


@pytest.mark.usefixtures("filled")
def test_everything_is_found_by_its_words() -> None:
    assert Words.objects.filter(node__kind="test").count() == TESTS
    assert Words.objects.filter(node__kind="lesson").count() == Lesson.objects.count()


@pytest.mark.usefixtures("filled")
def test_most_lessons_are_looked_through_before_their_day() -> None:
    lessons = Node.objects.filter(kind="lesson", ended=None)
    late = lessons.filter(due__lt=NOW.date()).count()
    assert late < lessons.count() / 10
