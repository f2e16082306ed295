"""A whole page, or the fragment that htmx asked for; a 303 after a write."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from ledstjarna.web import reply as web

FRAGMENT = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def names_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is its template's name: how it is drawn is the parts' to prove."""

    def render(request: HttpRequest, name: str, context: dict[str, Any], status: int) -> HttpResponse:
        return HttpResponse(f"{name} {context['page']}", status=status)

    monkeypatch.setattr(web, "render", render)


def request(**headers: str) -> Any:
    made: Any = RequestFactory().get("/", **headers)  # type: ignore[arg-type]
    made.htmx, made.viewer, made.now = HtmxDetails(made), None, None
    return made


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ({}, "page.html"),
        (FRAGMENT, "_part.html"),
        ({**FRAGMENT, "HTTP_HX_BOOSTED": "true"}, "page.html"),
        ({**FRAGMENT, "HTTP_HX_HISTORY_RESTORE_REQUEST": "true"}, "page.html"),
    ],
)
def test_htmx_gets_the_fragment_and_everyone_else_the_page(headers: dict[str, str], name: str) -> None:
    answer = web.reply(request(**headers), "page.html", 7, fragment="_part.html")
    assert (answer.content.decode(), answer.headers["Vary"]) == (f"{name} 7", "HX-Request")


def test_a_page_without_a_fragment_is_whole_for_htmx_too() -> None:
    assert web.reply(request(**FRAGMENT), "page.html", 7).content == b"page.html 7"


def test_after_a_write_the_browser_goes_where_the_new_state_is() -> None:
    answer = web.see_other(request(), "/there/")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/there/")


def test_after_a_write_htmx_is_told_to_go_itself() -> None:
    answer = web.see_other(request(**FRAGMENT), "/there/")
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, "/there/")


def test_a_page_that_is_no_number_is_the_first(rf: RequestFactory) -> None:
    asked = [web.page_number(rf.get("/", {"page": typed})) for typed in ("3", "x", "-1", "9" * 9)]
    assert asked == [3, 1, 1, 1]
