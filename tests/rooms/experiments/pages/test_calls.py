"""A call through the door."""

from collections.abc import Callable
from datetime import UTC, datetime, time

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ledstjarna.plumbing import workdays
from ledstjarna.rooms.experiments.models import Call
from tests.fixtures.city import SmallCity
from tests.rooms.experiments.stage import guided

Clients = Callable[..., Client]


def soon() -> datetime:
    return datetime.combine(workdays.after(timezone.localdate(), 2), time(9), UTC)


def wish(city: SmallCity) -> dict[str, str]:
    return {
        "guide": city.persons["employee"].node.ref, "wish": "Hur började ni?",
        "first": f"{timezone.localtime(soon()):%Y-%m-%dT%H:%M}",
    }  # fmt: skip


def test_a_call_is_asked_for_booked_taken_into_a_calendar_and_called_off(
    city: SmallCity, client_as: Clients
) -> None:
    lesson, asks, asked = guided(city), client_as("colleague"), client_as("employee")
    to = reverse("experiments:new_call", args=[lesson])
    assert asks.get(to).status_code == 200
    page = asks.post(to, wish(city)).headers["Location"]
    assert b"Hur b" in asked.get(page).content
    assert asked.post(f"{page}pick/", {"at": soon().isoformat(), "place": "070"}).status_code == 303
    file = asks.get(f"{page}call.ics")
    assert file.headers["Content-Type"] == "text/calendar; charset=utf-8"
    text = file.content.decode()
    assert f"DTSTART:{soon():%Y%m%dT%H%M%SZ}\r\n" in text
    assert "LOCATION:070\r\n" in text
    off = asks.post(f"{page}off/")
    assert off.headers["Location"] == reverse("experiments:lesson", args=[lesson])
    assert asked.get(page).status_code == 200
    assert Call.objects.get().state == "cancelled"


def test_what_was_typed_is_kept_where_a_time_does_not_do(city: SmallCity, client_as: Clients) -> None:
    to = reverse("experiments:new_call", args=[guided(city)])
    answer = client_as("colleague").post(to, wish(city) | {"first": "2001-01-01T10:00"})
    assert answer.status_code == 422
    assert "Hur började ni?" in answer.content.decode()
    assert 'value="2001-01-01T10:00"' in answer.content.decode()


def test_other_times_and_a_no(city: SmallCity, client_as: Clients) -> None:
    lesson, asks, asked = guided(city), client_as("colleague"), client_as("employee")
    page = asks.post(reverse("experiments:new_call", args=[lesson]), wish(city)).headers["Location"]
    assert asked.get(f"{page}answer/").status_code == 200
    assert asked.post(f"{page}answer/", {"words": "På kvällen"}).status_code == 303
    assert "På kvällen" in asks.get(f"{page}again/").content.decode()
    assert asks.post(f"{page}again/", {"first": wish(city)["first"]}).status_code == 303
    assert asked.post(f"{page}decline/").status_code == 303
    assert Call.objects.get().state == "declined"
