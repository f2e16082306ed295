"""Nobody makes an account for themselves."""

import pytest
from django.test import Client

from ledstjarna.people.models import Account


@pytest.mark.django_db
def test_the_sign_up_page_takes_nobody() -> None:
    answer = Client().post("/account/signup/", {"email": "me@evil.example", "password1": "long enough words"})
    assert answer.status_code in {200, 302, 403}
    assert not Account.objects.filter(email="me@evil.example").exists()
