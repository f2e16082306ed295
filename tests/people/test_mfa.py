"""One-time codes: whoever has them cannot come in without one, and no code works twice (T14)."""

import hashlib
import hmac
import re
import struct
import time
from base64 import b32decode
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from ledstjarna.people.models import Account
from tests.fixtures.city import SmallCity

pytestmark = pytest.mark.django_db
PASSWORD = "a long harbour walk"
START = datetime(2026, 9, 1, 8, tzinfo=UTC)


def code(secret: str) -> str:
    """The six digits of this half minute (RFC 6238)."""
    moment = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(b32decode(secret), moment, hashlib.sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


@pytest.fixture
def account(city: SmallCity) -> Account:
    found = Account.objects.get(person=city.persons["administrator"])
    found.set_password(PASSWORD)
    found.save()
    return found


def sign_in(client: Client, account: Account) -> str:
    answer = client.post(reverse("account_login"), {"login": account.email, "password": PASSWORD})
    return str(answer.headers.get("Location", ""))


def activated(account: Account) -> str:
    """Turn one-time codes on as a person does, and return the secret."""
    client = Client()
    sign_in(client, account)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    found = re.search(r'value="([A-Z2-7]{32})"', page)
    assert found
    answer = client.post(reverse("mfa_activate_totp"), {"code": code(found[1])})
    assert answer.status_code == 302
    return found[1]


def test_T14_the_password_alone_ends_at_the_second_step(account: Account) -> None:
    with time_machine.travel(START, tick=False) as clock:
        secret = activated(account)
        clock.shift(timedelta(minutes=2))
        client = Client()
        assert sign_in(client, account) == reverse("mfa_authenticate")
        assert client.get(reverse("missions:profiles")).status_code == 404
        assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
        client.post(reverse("mfa_authenticate"), {"code": code(secret)})
        assert client.get(reverse("missions:profiles")).status_code == 200


def test_T14_a_code_works_once(account: Account) -> None:
    with time_machine.travel(START, tick=False) as clock:
        secret = activated(account)
        clock.shift(timedelta(minutes=2))
        known = []
        for _ in range(2):
            client = Client()
            sign_in(client, account)
            client.post(reverse("mfa_authenticate"), {"code": code(secret)})
            known.append(client.get(reverse("missions:profiles")).status_code == 200)
    assert known == [True, False]
