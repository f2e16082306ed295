"""The organisation as it is met, and who is never met in it."""

from collections.abc import Callable

import pytest

from ledstjarna.people import reads
from ledstjarna.people.models import Person
from ledstjarna.people.viewer import NOBODY, Viewer
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import NOW, SmallCity

pytestmark = pytest.mark.django_db


def test_residents_meet_the_organisation_and_not_its_people(city: SmallCity) -> None:
    home, manager = city.units["home"].node.ref, city.persons["manager"]
    assert reads.organisation(viewer=NOBODY, now=NOW).departments
    page = reads.unit(ref=home, viewer=NOBODY, now=NOW)
    assert page.name
    assert (page.staff, page.total) == ((), 0)
    assert reads.unit(ref=home, viewer=NOBODY, now=NOW, query=manager.family).staff == ()
    with pytest.raises(Missing):
        reads.person(ref=manager.node.ref, viewer=NOBODY, now=NOW)


def test_a_department_counts_everybody_below_it(city: SmallCity, viewer: Callable[[str], Viewer]) -> None:
    page = reads.organisation(viewer=viewer("employee"), now=NOW)
    below = reads.unit(ref=city.units["care"].node.ref, viewer=viewer("employee"), now=NOW).below
    care = next(line for line in page.departments if line.name == "Omsorgsförvaltningen")
    assert care.people >= sum(line.people for line in below) > 0


def test_R18_a_protected_person_is_in_no_list_search_or_page(
    city: SmallCity, viewer: Callable[[str], Viewer]
) -> None:
    hidden = city.persons["protected"]
    for role in ("employee", "manager", "administrator", "auditor", "hr"):
        known = viewer(role)
        for unit in city.units.values():
            page = reads.unit(ref=unit.node.ref, viewer=known, now=NOW)
            assert hidden.node.ref not in {one.ref for one in page.staff}
        for word in (hidden.given, hidden.family, hidden.email):
            found = reads.find(viewer=known, now=NOW, query=word)
            assert hidden.node.ref not in {one.ref for one in found.people}
        with pytest.raises(Missing):
            reads.person(ref=hidden.node.ref, viewer=known, now=NOW)


def test_R18_a_protected_person_sees_themselves(city: SmallCity, viewer: Callable[[str], Viewer]) -> None:
    page = reads.person(ref=city.persons["protected"].node.ref, viewer=viewer("protected"), now=NOW)
    assert (page.own, page.protected) == (True, True)


def test_R23_a_person_sees_by_which_roles_they_see(city: SmallCity, viewer: Callable[[str], Viewer]) -> None:
    own = reads.person(ref=city.persons["manager"].node.ref, viewer=viewer("manager"), now=NOW)
    other = reads.person(ref=city.persons["manager"].node.ref, viewer=viewer("employee"), now=NOW)
    assert own.roles
    assert (other.roles, other.email) == ((), "")


def test_persons_are_found_by_the_beginning_of_a_name_by_staff_alone(
    city: SmallCity, viewer: Callable[[str], Viewer]
) -> None:
    manager = city.persons["manager"]
    query = f"{manager.given} {manager.family[:4]}"
    assert manager.node.ref in {
        one.ref for one in reads.find(viewer=viewer("hr"), now=NOW, query=query).people
    }
    assert reads.find(viewer=NOBODY, now=NOW, query=query).people == ()


def test_a_page_beyond_the_last_is_the_last(city: SmallCity, viewer: Callable[[str], Viewer]) -> None:
    page = reads.unit(ref=city.units["home"].node.ref, viewer=viewer("hr"), now=NOW, number=99)
    assert page.number == page.pages


def test_a_party_shows_its_members_to_staff_and_its_words_to_all(
    city: SmallCity, viewer: Callable[[str], Viewer]
) -> None:
    party = city.parties["H"].node.ref
    assert reads.party(ref=party, viewer=viewer("hr"), now=NOW).members
    assert reads.party(ref=party, viewer=NOBODY, now=NOW).members == ()


def test_a_board_is_public_and_a_person_is_no_board(city: SmallCity) -> None:
    ref = city.authorities["care_board"].node.ref
    assert reads.authority(ref=ref, viewer=NOBODY, now=NOW).name == "Omsorgsnämnden"
    with pytest.raises(Missing):
        reads.authority(ref=city.parties["H"].node.ref, viewer=NOBODY, now=NOW)


def test_nobody_protected_is_to_be_chosen_in_the_demo(city: SmallCity) -> None:
    chosen = {one.ref for one in reads.personas(now=NOW)}
    assert chosen
    assert not chosen & set(Person.objects.filter(protected=True).values_list("node__ref", flat=True))


def test_a_name_is_found_in_small_letters_with_rings_and_dots(
    city: SmallCity, viewer: Callable[[str], Viewer]
) -> None:
    person = city.persons["manager"]
    type(person).objects.filter(pk=person.pk).update(given="Åsa", family="Öberg")
    found = reads.find(viewer=viewer("hr"), now=NOW, query="åsa öb")
    assert [one.name for one in found.people] == ["Åsa Öberg"]
    assert reads.find(viewer=viewer("hr"), now=NOW, query="åsa öb", kind="unit").people == ()
