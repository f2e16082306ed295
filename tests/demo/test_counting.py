"""Small tests are laid in every way there is, and their series say what they were made to say."""

from collections import Counter
from datetime import timedelta

import numpy as np
import pytest

from ledstjarna.demo import experiments
from ledstjarna.demo.city import city as made
from ledstjarna.demo.counting import DESIGNS, designs
from ledstjarna.people import founding
from ledstjarna.people.viewer import steward
from ledstjarna.rooms.experiments import reads
from ledstjarna.rooms.experiments.models import Experiment, Observation, Site
from tests.fixtures.city import NOW, SINCE

TESTS = 120


@pytest.fixture
def filled(db: None) -> None:
    founding.found(organisation=made(scale=0.05), since=SINCE, viewer=steward("", SINCE), now=NOW)
    since = NOW - timedelta(days=1400)
    experiments.fill(since=since, now=NOW, tell=lambda step, done, total: None, tests=TESTS)


def test_most_count_before_and_after_and_every_other_way_is_met() -> None:
    many = Counter(design for design, _places in designs(900, np.random.default_rng(1)))
    assert set(many) == set(DESIGNS)
    assert 450 < many["series"] < 630
    assert all(one > 30 for one in many.values())


def test_places_are_there_where_a_design_has_places() -> None:
    for design, places in designs(300, np.random.default_rng(2)):
        least = {"staggered": 3, "matched": 2}.get(design, 0)
        assert len(places) >= least
        assert bool(places) == bool(least)
        assert design != "matched" or len(places) % 2 == 0


@pytest.mark.usefixtures("filled")
def test_each_design_has_what_it_needs() -> None:
    assert not Site.objects.filter(experiment__design="staggered", begins=None).exists()
    assert not Site.objects.filter(experiment__design="matched", having=None).exists()
    rows = Observation.objects.filter(experiment__design="wordings")
    assert set(rows.values_list("having", flat=True)) == {True, False}
    assert not Observation.objects.filter(experiment__design="staggered", site=None).exists()
    told = Experiment.objects.filter(design="contribution")
    assert set(told.values_list("sort", flat=True)) == {"nothing"}
    concluded = told.exclude(verdict="")
    assert concluded.exclude(notes=None).distinct().count() == concluded.count() > 0


@pytest.mark.usefixtures("filled")
def test_what_was_scaled_has_mostly_become_better_in_every_design() -> None:
    better: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for one in Experiment.objects.filter(verdict="scale").exclude(sort="nothing").select_related("node"):
        seen = reads.small_test(ref=one.node.ref, viewer=steward("", NOW.date()), now=NOW).seen
        assert seen is not None
        every[one.design] += 1
        better[one.design] += seen.change is not None and (seen.change > 0) == (one.better == "up")
    assert sum(better.values()) > 0.8 * sum(every.values())
