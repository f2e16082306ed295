"""Roles are given for a scope and a time, by those who may, and end from now on."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ledstjarna.people import roles
from ledstjarna.people.viewer import Viewer, viewer_of
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Missing, Refused
from tests.fixtures.city import NOW, SmallCity

pytestmark = pytest.mark.django_db


@pytest.fixture
def steward(viewer: Callable[[str], Viewer]) -> Viewer:
    return viewer("administrator")


def test_a_role_is_held_from_today_and_leaves_one_fact(city: SmallCity, steward: Viewer) -> None:
    person = city.persons["colleague"]
    facts = Fact.objects.count()
    roles.grant(number=person.number, role="communicator", unit="north", viewer=steward, now=NOW)
    held = viewer_of(person, NOW.date())
    assert held.holds("communicator")
    assert Fact.objects.count() == facts + 1


def test_R5_an_ended_role_is_ended_from_now_on(city: SmallCity, steward: Viewer) -> None:
    manager = city.persons["manager"]
    roles.revoke(number=manager.number, role="manager", viewer=steward, now=NOW)
    assert not viewer_of(manager, NOW.date()).holds("manager")
    assert viewer_of(manager, NOW.date() - timedelta(days=1)).holds("manager")


def test_a_role_given_today_by_mistake_is_gone_at_once(city: SmallCity, steward: Viewer) -> None:
    person = city.persons["colleague"]
    roles.grant(number=person.number, role="hr", viewer=steward, now=NOW)
    roles.revoke(number=person.number, role="hr", viewer=steward, now=NOW)
    assert not viewer_of(person, NOW.date()).holds("hr")


@pytest.mark.parametrize("role", ["employee", "manager", "hr", "city_director", "auditor"])
def test_T6_nobody_gives_themselves_a_role(
    city: SmallCity, viewer: Callable[[str], Viewer], role: str
) -> None:
    person = city.persons[role]
    with pytest.raises(Refused) as refusal:
        roles.grant(number=person.number, role="administrator", viewer=viewer(role), now=NOW)
    assert refusal.value.forbidden
    assert not viewer_of(person, NOW.date()).holds("administrator")


@pytest.mark.parametrize(
    ("role", "scope"),
    [("king", {}), ("elected", {}), ("manager", {"party": "H"}), ("manager", {"unit": "nowhere"})],
)
def test_what_does_not_fit_is_refused_in_words(
    city: SmallCity, steward: Viewer, role: str, scope: dict[str, str]
) -> None:
    with pytest.raises(Refused):
        roles.grant(number=city.persons["colleague"].number, role=role, viewer=steward, now=NOW, **scope)


def test_nobody_is_given_nothing(city: SmallCity, steward: Viewer) -> None:
    with pytest.raises(Missing):
        roles.grant(number="nobody", role="hr", viewer=steward, now=NOW)
    with pytest.raises(Refused):
        roles.revoke(number=city.persons["colleague"].number, role="auditor", viewer=steward, now=NOW)
