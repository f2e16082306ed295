"""G15, R22: axe finds nothing serious on any page, in either language, wide or narrow, light or dark."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page

from tests.fixtures.city import ALONE
from tests.house import every, matrix
from tests.house.world import World

Opener = Callable[..., Page]
NOT_PAGES = {
    "api:openapi-json",
    "vision:near",
    "vision:export",
    "principles:paper",
    "missions:report_paper",
    "missions:card_paper",
    "experiments:atom",
    "experiments:json_feed",
    "experiments:call_date",
    "missions:register_file",
    "atlas:warning",
    "atlas:pack",
    "atlas:dial_rows",
    "people:bad_rows",
    "accelerator:kin",
    "health",
}
PAGES = [
    row
    for row in every.PAGES
    if row.method == "GET" and row.may and row.ok == 200 and row.name not in NOT_PAGES
]
WAYS = (("sv", 1280, "light"), ("en", 360, "dark"))


def somebody(row: matrix.Row) -> str:
    """A role that may read the page, the most ordinary first."""
    order = (ALONE, "employee", "city_director", "hr", "registrar", "elected")
    return next((role for role in order if role in row.may), sorted(row.may)[0])


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(map(str, way)))
def test_G15_no_page_has_a_serious_fault(world: World, opened: Opener, way: tuple[str, int, str]) -> None:
    language, width, scheme = way
    found: list[str] = []
    pages: dict[str, Page] = {}
    for row in PAGES:
        role = somebody(row)
        if role not in pages:
            pages[role] = opened(None if role == ALONE else role, width=width, color_scheme=scheme)
        with translation.override(language):
            path = reverse(
                row.name, kwargs={key: world.refs.get(value, value) for key, value in row.path.items()}
            )
        pages[role].goto(path)
        result = Axe().run(
            pages[role], options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
        )
        found += [
            f"{path}: {one['id']} {one['nodes'][0]['target']}"
            for one in result.response["violations"]
            if one["impact"] in {"serious", "critical"}
        ]
    assert found == []
