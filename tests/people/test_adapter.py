"""Nobody makes an account for themselves."""

import pytest
from django.test import Client, RequestFactory

from ledstjarna.people.adapter import Adapter
from ledstjarna.people.models import Account
from tests.fixtures.city import SmallCity


@pytest.mark.django_db
def test_the_sign_up_page_takes_nobody() -> None:
    answer = Client().post("/account/signup/", {"email": "me@evil.example", "password1": "long enough words"})
    assert answer.status_code in {200, 302, 403}
    assert not Account.objects.filter(email="me@evil.example").exists()


@pytest.mark.parametrize(
    ("role", "place"), [("city_director", "/monday/"), ("director", "/monday/"), ("employee", "/")]
)
def test_J6_whoever_leads_the_city_or_a_department_begins_on_monday_s_page(
    city: SmallCity, rf: RequestFactory, role: str, place: str
) -> None:
    request = rf.get("/account/login/")
    request.user = Account.objects.get(person=city.persons[role])
    assert Adapter().get_login_redirect_url(request) == place


def test_an_account_without_a_person_begins_at_the_front(rf: RequestFactory, db: None) -> None:
    request = rf.get("/account/login/")
    request.user = Account.objects.create(email="nobody@sundhamn.example")
    assert Adapter().get_login_redirect_url(request) == "/"


def test_J6_the_form_to_sign_in_leads_there(city: SmallCity) -> None:
    account = Account.objects.get(person=city.persons["city_director"])
    account.set_password("Hamnen-ar-oppen-2035")
    account.save()
    answer = Client().post("/account/login/", {"login": account.email, "password": "Hamnen-ar-oppen-2035"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/monday/")
