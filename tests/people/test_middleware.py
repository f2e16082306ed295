"""T13: a session ends when it has been idle, or has lasted a working day."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from ledstjarna.people.models import RoleAssignment
from tests.fixtures.city import SmallCity

pytestmark = pytest.mark.django_db
START = datetime(2026, 9, 1, 8, tzinfo=UTC)


def knows(client: Client, city: SmallCity) -> bool:
    """Whether the house still knows who is looking."""
    return bool(client.get(reverse("missions:profiles")).status_code == 200)


@pytest.mark.parametrize(("minutes", "known"), [(29, True), (31, False)])
def test_T13_half_an_hour_idle_ends_a_session(
    city: SmallCity, client_as: Callable[[str], Client], minutes: int, known: bool
) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = client_as("employee")
        assert knows(client, city)
        clock.shift(timedelta(minutes=minutes))
        assert knows(client, city) is known


def test_T13_eight_hours_end_a_session_however_busy(
    city: SmallCity, client_as: Callable[[str], Client]
) -> None:
    with time_machine.travel(START, tick=False) as clock:
        client = client_as("employee")
        for _ in range(24):
            assert knows(client, city)
            clock.shift(timedelta(minutes=20))
        clock.shift(timedelta(minutes=1))
        assert not knows(client, city)


def test_T13_a_role_that_is_taken_away_is_gone_at_the_next_page(
    city: SmallCity, client_as: Callable[[str], Client]
) -> None:
    client = client_as("communicator")
    assert client.get(reverse("vision:new_round")).status_code == 200
    RoleAssignment.objects.filter(role="communicator").delete()
    assert client.get(reverse("vision:new_round")).status_code == 404


def test_T13_an_old_cookie_opens_nothing_after_signing_out(
    city: SmallCity, client_as: Callable[[str], Client]
) -> None:
    client = client_as("employee")
    assert knows(client, city)
    kept = client.cookies["session"].value
    client.post(reverse("account_logout"))
    thief = Client()
    thief.cookies["session"] = kept
    assert not knows(thief, city)
