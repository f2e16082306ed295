"""No page leads its reader to a closed door: every link that somebody meets opens for them (G12)."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from tests.house import world
from tests.house.every import PAGES
from tests.house.matrix import EVERYONE

LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
ELSEWHERE = re.compile(r"^/(?:static|account|en)/")  # the other language has the same doors
EACH = 2  # addresses of one page: where a page leads is looked at, not every row of a list


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_G12_every_link_that_a_role_meets_opens(
    role: str, built: world.World, client_as: Callable[..., Client]
) -> None:
    client = client_as(role)
    queue = dict.fromkeys(_asked(role, built), "the matrix")
    met, many, closed = set(queue), Counter[str](), {}
    while queue:
        path, source = queue.popitem()
        page = client.get(path)
        if page.status_code >= 400:
            closed[path] = f"{page.status_code} from {source}"
        if page.status_code != 200 or "html" not in page.headers.get("Content-Type", ""):
            continue
        for link in _links(page.content.decode()):
            name = _name(link)
            if link not in met and many[name] < EACH:
                met.add(link)
                many[name] += 1
                queue[link] = path
    assert closed == {}


def _asked(role: str, built: world.World) -> Iterator[str]:
    """The pages that the matrix opens for a role."""
    for row in PAGES:
        if row.method == "GET" and row.expected(role) == 200 and not row.name.startswith("api:"):
            yield reverse(row.name, kwargs=built.fill(dict(row.path)))


def _links(html: str) -> list[str]:
    found = (link.replace("&amp;", "&") for link in LINK.findall(html))
    return [link for link in found if not ELSEWHERE.search(link)]


def _name(link: str) -> str:
    try:
        return resolve(link.partition("?")[0]).view_name
    except Resolver404:
        return link
