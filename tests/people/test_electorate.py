"""Everyone in the city's service on the day has a ballot, and nobody else."""

from datetime import date, timedelta

import pytest

from ledstjarna.people.electorate import electorate
from ledstjarna.people.models import Employment
from tests.fixtures.city import NOW, SmallCity

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def test_the_employed_and_the_elected_are_entitled(city: SmallCity) -> None:
    entitled = {one.person_id for one in electorate(today=TODAY)}
    employed = set(Employment.objects.values_list("person_id", flat=True))
    elected = {city.persons[name].pk for name in ("elected", "opposition")}
    assert entitled == employed | elected


def test_a_manager_is_one_and_an_elected_member_speaks_for_a_party(city: SmallCity) -> None:
    by_person = {one.person_id: one for one in electorate(today=TODAY)}
    assert by_person[city.persons["manager"].pk].role == "manager"
    assert by_person[city.persons["elected"].pk].role == "elected"
    assert by_person[city.persons["elected"].pk].party
    assert by_person[city.persons["employee"].pk].role == "care"


def test_who_has_left_is_not_entitled(city: SmallCity) -> None:
    gone = city.persons["employee"]
    Employment.objects.filter(person=gone).update(valid_to=TODAY - timedelta(days=1))
    assert gone.pk not in {one.person_id for one in electorate(today=TODAY)}


def test_nobody_is_entitled_before_the_city_was(city: SmallCity) -> None:
    assert electorate(today=date(1999, 1, 1)) == []
