"""Every error is a page in the reader's language, whole and without a query."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation

from ledstjarna.people.viewer import NOBODY
from ledstjarna.thread.reads import Missing, Refused
from ledstjarna.web import errors

PAGES: dict[int, Callable[[HttpRequest], HttpResponse]] = {
    404: lambda request: errors.missing(request, Missing("x")),
    403: lambda request: errors.refused(request, Refused("Inte du.", forbidden=True)),
    422: errors.too_much,
    500: errors.broken,
    503: errors.too_slow,
    507: errors.full,
}


@pytest.mark.parametrize("status", PAGES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_error_is_a_whole_page_in_the_reader_s_language(status: int, language: str) -> None:
    request = RequestFactory().get("/")
    request.user, request.viewer = AnonymousUser(), NOBODY  # type: ignore[attr-defined]
    with translation.override(language):
        answer = PAGES[status](request)
    assert answer.status_code == status
    assert f'<html lang="{language}"' in answer.content.decode()


def test_a_refusal_s_reason_is_on_its_page() -> None:
    request = RequestFactory().get("/")
    request.user, request.viewer = AnonymousUser(), NOBODY  # type: ignore[attr-defined]
    assert "Inte du." in PAGES[403](request).content.decode()


@pytest.mark.django_db
def test_an_address_that_is_nowhere_is_404() -> None:
    assert Client().get("/nowhere/").status_code == 404
