"""A viewer is what a person is today."""

from datetime import timedelta

import pytest

from ledstjarna.people.models import Employment, Person, RoleAssignment
from ledstjarna.people.viewer import NOBODY, steward, viewer_of
from tests.fixtures.city import NOW, SmallCity

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def test_a_resident_is_nobody_and_holds_nothing() -> None:
    assert not NOBODY.signed_in
    assert not NOBODY.holds("employee", "manager")
    assert NOBODY.role_label == ""


def test_an_employee_belongs_to_their_units_authority(city: SmallCity) -> None:
    viewer = city.viewer("employee")
    works = Employment.objects.select_related("unit").get(person=city.persons["employee"])
    assert viewer.unit_ids == {works.unit_id}
    assert works.unit.authority_id in viewer.authority_ids


def test_T13_an_ended_role_is_gone_the_day_after(city: SmallCity) -> None:
    manager = city.persons["manager"]
    assert viewer_of(manager, TODAY).holds("manager")
    RoleAssignment.objects.filter(person=manager).update(valid_to=TODAY)
    assert viewer_of(manager, TODAY).holds("manager")
    assert not viewer_of(manager, TODAY + timedelta(days=1)).holds("manager")


def test_who_neither_works_here_nor_holds_a_role_is_not_signed_in(city: SmallCity) -> None:
    person = city.persons["employee"]
    Employment.objects.filter(person=person).delete()
    RoleAssignment.objects.filter(person=person).delete()
    assert not viewer_of(person, TODAY).signed_in


def test_the_command_line_acts_as_somebody_by_address_or_as_the_machine(city: SmallCity) -> None:
    assert steward("", TODAY).holds("administrator")
    assert steward(city.persons["hr"].email.upper(), TODAY).person_id == city.persons["hr"].pk
    with pytest.raises(Person.DoesNotExist):
        steward("nobody@nowhere.example", TODAY)
