"""Headers keep a page to its own house, and errors are pages that help."""

import errno
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest
from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from ledstjarna.thread.reads import Missing, Refused

FAILURES = {
    "missing": Missing("k3m9"),
    "forbidden": Refused("Not you.", forbidden=True),
    "refused": Refused("Not now."),
    "much": RequestDataTooBig(),
    "full": OSError(errno.ENOSPC, "full"),
    "slow": OperationalError("interrupted"),
}


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<p>here</p>")


def failing(error: Exception) -> Callable[[HttpRequest], NoReturn]:
    def view(request: HttpRequest) -> NoReturn:
        raise error

    return view


urlpatterns = [
    path("api/page/", page),
    *(path(f"api/{name}/", failing(one)) for name, one in FAILURES.items()),
]
BARE = ["ledstjarna.web.middleware.headers", "ledstjarna.web.middleware.kind_errors"]


@pytest.fixture
def client() -> Iterator[Client]:
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=BARE):
        yield Client(raise_request_exception=False)


def test_T7_a_page_runs_nothing_that_is_not_ours(client: Client) -> None:
    policy = client.get("/api/page/").headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"} <= set(
        policy
    )
    assert [one for one in policy if "unsafe" in one or "*" in one or "http" in one] == []


def test_nothing_personal_stays_in_a_cache(client: Client) -> None:
    assert client.get("/api/page/").headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("name", "status"),
    [("missing", 404), ("forbidden", 403), ("refused", 422), ("much", 422), ("full", 507), ("slow", 503)],
)
def test_G7_T18_each_way_to_say_no_has_its_status(client: Client, name: str, status: int) -> None:
    assert client.get(f"/api/{name}/").status_code == status


def test_a_refusal_says_why(client: Client) -> None:
    assert client.get("/api/refused/").json() == {"detail": "Not now."}


def test_T5_what_is_missing_is_not_named(client: Client) -> None:
    assert "k3m9" not in client.get("/api/missing/").content.decode()


@override_settings(MIDDLEWARE=["ledstjarna.web.middleware.weighed"])
@pytest.mark.parametrize(
    ("weight", "status"), [("200000000", 422), ("50000000", 200), ("", 200), ("many", 200)]
)
def test_T18_what_is_too_heavy_is_answered_by_its_stated_weight(
    client: Client, weight: str, status: int
) -> None:
    assert client.get("/api/page/", headers={"Content-Length": weight}).status_code == status
