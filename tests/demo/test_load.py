"""A small Sundhamn is loaded by the actions of the house, and its log holds."""

from datetime import UTC, datetime

import pytest

from bench.atlas_seen import seen
from ledstjarna.demo import load
from ledstjarna.people.models import Account, Person
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import NOBODY, steward
from ledstjarna.rooms.missions import reads as missions
from ledstjarna.rooms.vision import reads as vision
from ledstjarna.rooms.vision.models import Round
from ledstjarna.thread import reads

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def steps() -> list[tuple[str, int, int]]:
    """A small city, and what was told while it was loaded."""
    told: list[tuple[str, int, int]] = []
    load.load("start", 700, lambda *step: told.append(step), NOW)
    return told


def test_the_start_is_a_city_in_the_middle_of_shaping_its_vision(steps: list[tuple[str, int, int]]) -> None:
    assert set(Round.objects.values_list("phase", flat=True)) == {"vote", "endorse"}
    assert reads.verify().broken_at is None
    assert all(done <= total for _, done, total in steps)
    assert {done for _, done, total in steps if done == total}


def test_everything_that_is_promised_can_be_seen(steps: list[tuple[str, int, int]]) -> None:
    voting = Round.objects.select_related("node").get(phase="vote").node.ref
    page = vision.unites(ref=voting, viewer=NOBODY)
    assert page.frame.voters > 250
    assert page.rows[0].low > 0.5
    assert len(vision.opinion_map(ref=voting, viewer=NOBODY).groups) >= 2
    asked = Round.objects.select_related("vision__node").get(phase="endorse").vision.node.ref
    ledger = vision.vision(ref=asked, viewer=NOBODY, now=NOW).ledger
    assert sorted(word.stance for word in ledger) == [
        "",
        "",
        "",
        "for",
        "for",
        "for",
        "reservation",
        "reservation",
    ]


def test_there_is_somebody_to_be_for_every_role_and_nobody_has_a_password(
    steps: list[tuple[str, int, int]],
) -> None:
    held = set(Account.objects.values_list("person__roles__role", flat=True))
    assert set(Role.values) <= held
    assert not any(account.has_usable_password() for account in Account.objects.all())
    assert not Person.objects.filter(protected=True, account__isnull=False).exists()


def test_the_draft_grew_from_what_was_said(steps: list[tuple[str, int, int]]) -> None:
    asked = Round.objects.select_related("vision__node").get(phase="endorse").vision.node.ref
    page = vision.vision(ref=asked, viewer=steward("", NOW.date()), now=NOW)
    assert len(page.areas) == 5
    assert all(area.grew_from for area in page.areas)
    assert len(page.shifts) == 6


@pytest.fixture
def third_year(db: None) -> None:
    """A small city in its third year."""
    load.load("year3", 700, lambda *step: None, NOW)


def test_the_third_year_is_a_city_that_is_steered_by_its_vision(third_year: None) -> None:
    assert set(Round.objects.values_list("phase", flat=True)) == {"vote", "decided"}
    assert reads.verify().broken_at is None
    chain = missions.steering(viewer=NOBODY)
    assert (len(chain.programmes), len(chain.directions)) == (1, 7)
    assert (len(chain.boards), len(chain.companies)) == (11, 4)
    assert all(one.mission and one.goals for one in (*chain.boards, *chain.companies))


def test_R3_every_plan_of_the_third_year_hangs_on_the_vision(third_year: None) -> None:
    director = steward("", NOW.date())
    plans = reads.spots(viewer=director, kind="unit_plan")
    assert len(plans) > 20
    paths = reads.why(ids=[plan.id for plan in plans], viewer=director)
    assert {path[0].kind for path in paths.values()} == {"vision"}


def test_some_promises_of_the_third_year_have_been_kept_and_some_have_passed(third_year: None) -> None:
    page = missions.questions(viewer=NOBODY, now=NOW)
    assert {row.overdue for row in page.rows} == {True, False}
    assert 0 < page.waiting < page.total


def test_the_atlas_finds_the_faults_of_the_third_year_and_little_else(third_year: None) -> None:
    listed, nodes, wanted = seen(NOW.date())
    assert len(listed & wanted) >= 38
    assert len(listed - wanted) <= nodes / 50
