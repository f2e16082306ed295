"""Signing in: by password with limits, and in the demo by choice."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from ledstjarna.people.hashers import Argon2
from ledstjarna.people.models import Account
from tests.fixtures.city import SmallCity

pytestmark = pytest.mark.django_db
PASSWORD = "a long harbour walk"


@pytest.fixture
def account(city: SmallCity) -> Account:
    found = Account.objects.get(person=city.persons["employee"])
    found.set_password(PASSWORD)
    found.save()
    return found


def sign_in(client: Client, email: str, password: str) -> Any:
    return client.post(reverse("account_login"), {"login": email, "password": password})


def test_somebody_with_the_right_password_comes_in(account: Account) -> None:
    client = Client()
    assert sign_in(client, account.email, PASSWORD).status_code == 302
    assert client.get(reverse("missions:profiles")).status_code == 200


def test_T12_an_unknown_address_is_answered_as_a_wrong_password(account: Account) -> None:
    known = sign_in(Client(), account.email, "wrong words entirely")
    unknown = sign_in(Client(), "nobody@nowhere.example", "wrong words entirely")
    assert known.status_code == unknown.status_code == 200
    strip = [page.content.decode().replace(address, "").split("csrfmiddlewaretoken")[1][100:]
             for page, address in ((known, account.email), (unknown, "nobody@nowhere.example"))]  # fmt: skip
    assert strip[0] == strip[1]


def test_T12_an_unknown_address_costs_as_much_work_as_a_known_one(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[str] = []

    def heard(name: str) -> None:
        inner = getattr(Argon2, name)

        def call(self: Argon2, *args: str) -> object:
            worked.append(name)
            return inner(self, *args)

        monkeypatch.setattr(Argon2, name, call)

    heard("encode")
    heard("verify")
    sign_in(Client(), account.email, "wrong words entirely")
    known = len(worked)
    sign_in(Client(), "nobody@nowhere.example", "wrong words entirely")
    assert (known, len(worked)) == (1, 2)


def test_T12_wrong_passwords_are_counted_where_every_process_sees_them(account: Account) -> None:
    for _ in range(10):
        sign_in(Client(), account.email, "wrong words entirely")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM house_cache")
        assert cursor.fetchone()[0] > 0
    client = Client(REMOTE_ADDR="192.0.2.7")
    sign_in(client, account.email, PASSWORD)
    assert client.get(reverse("missions:profiles")).status_code == 404


def test_T12_the_eleventh_wrong_password_is_not_even_tried(account: Account) -> None:
    client = Client()
    for _ in range(10):
        sign_in(client, account.email, "wrong words entirely")
    sign_in(client, account.email, PASSWORD)
    assert client.get(reverse("missions:profiles")).status_code == 404


def test_T13_signing_in_gives_a_new_session(account: Account) -> None:
    client = Client()
    client.get(reverse("account_login"))
    client.session["planted"] = "x"
    sign_in(client, account.email, PASSWORD)
    assert "planted" not in client.session


def test_in_the_demo_one_becomes_whom_one_chooses(city: SmallCity, settings: Any) -> None:
    settings.DEMO = True
    client = Client()
    assert "Var den här personen" in client.get(reverse("people:personas")).content.decode()
    client.post(reverse("people:personas"), {"ref": city.persons["hr"].node.ref})
    assert client.get(reverse("missions:profiles")).status_code == 200


def test_nobody_is_chosen_outside_the_demo(city: SmallCity) -> None:
    client = Client()
    assert client.get(reverse("people:personas")).status_code == 404
    assert client.post(reverse("people:personas"), {"ref": city.persons["hr"].node.ref}).status_code == 404
    assert client.get(reverse("missions:profiles")).status_code == 404
