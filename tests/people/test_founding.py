"""A whole organisation is set up at once, or not at all."""

from datetime import UTC, date, datetime

import pytest

from ledstjarna.demo.city import city
from ledstjarna.people import founding
from ledstjarna.people.models import Employment, Party, Person, RoleAssignment, Unit
from ledstjarna.people.viewer import NOBODY, steward
from ledstjarna.thread import reads
from ledstjarna.thread.models import Fact, Node, Strand
from ledstjarna.thread.reads import Refused

NOW = datetime(2027, 3, 1, tzinfo=UTC)
SINCE = date(2020, 1, 1)
SMALL = city(scale=0.03)
pytestmark = pytest.mark.django_db


@pytest.fixture
def founded() -> str:
    return founding.found(organisation=SMALL, since=SINCE, viewer=steward("", SINCE), now=NOW)


def test_everything_that_was_told_is_there(founded: str) -> None:
    assert Person.objects.count() == len(SMALL.people)
    assert Unit.objects.count() == len(SMALL.units)
    assert Party.objects.count() == len(SMALL.parties)
    assert RoleAssignment.objects.count() == len(SMALL.roles)
    assert Employment.objects.count() == sum(bool(row.unit) for row in SMALL.people)


def test_it_is_one_fact(founded: str) -> None:
    assert list(Fact.objects.values_list("verb", flat=True)) == ["people.founded"]


def test_units_hang_together_up_to_what_they_answer_to(founded: str) -> None:
    tops = set(Unit.objects.filter(parent=None).values_list("pk", flat=True))
    answers = set(Strand.objects.filter(name="answers_to").values_list("source_id", flat=True))
    assert answers == tops
    below = Unit.objects.exclude(parent=None)
    assert Strand.objects.filter(name="part_of").count() == below.count()
    assert not below.filter(department=None).exists()


def test_R18_a_protected_person_is_readable_by_nobody_else(founded: str) -> None:
    hidden = Person.objects.filter(protected=True).values_list("pk", flat=True)
    assert len(hidden) == sum(row.protected for row in SMALL.people)
    other = steward("", SINCE)
    assert not reads.seen_by(other).filter(pk__in=hidden).exists()
    assert set(Node.objects.filter(pk__in=hidden).values_list("audience", flat=True)) == {"named"}


def test_nobody_without_the_right_founds_a_city() -> None:
    with pytest.raises(Refused):
        founding.found(organisation=SMALL, since=SINCE, viewer=NOBODY, now=NOW)
    assert not Person.objects.exists()
