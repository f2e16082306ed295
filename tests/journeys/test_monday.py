"""J6: the city director's ten minutes on Monday, in a real browser."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ledstjarna.rooms.atlas import actions as atlas
from ledstjarna.rooms.missions import actions as missions
from tests.fixtures.city import SmallCity
from tests.house.world import World

Opener = Callable[..., Page]


@pytest.fixture
def busy(world: World, city: SmallCity) -> World:
    """Sixty dialogues that nobody told of, two questions that nobody answered, more signals than enough."""
    now, top = timezone.now(), city.viewer("city_director")
    for number in range(60):
        at = now - timedelta(days=75 + number % 9)
        missions.hold(
            ref=world.refs["goal"], held_on=at.date(), met="Presidiet", saw="Lugnare.", learnt="Tid.",
            changes="", next_on=None, viewer=top, now=at,
        )  # fmt: skip
    for board in ("authority_school_board", "authority_care_board"):
        missions.ask(
            ref=world.refs[board], text="När öppnar badet?", viewer=city.viewer("opposition"),
            now=now - timedelta(days=90),
        )  # fmt: skip
    atlas.cap(level="unit", most=1, viewer=top, now=now)
    return world


def test_J6_the_city_director_sees_the_city_on_one_page_and_opens_what_it_was_counted_from(
    busy: World, opened: Opener
) -> None:
    page = opened("city_director")
    page.goto("/")
    first = page.get_by_role("navigation", name="Huvudmeny").get_by_role("link").first
    expect(first).to_have_text("Min måndag")
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det hänger ihop, men vi glömmer att berätta")
    dials = page.locator("article.dial")
    expect(dials).to_have_count(4)
    story = dials.filter(has_text="Berättelsen")
    expect(story).to_contain_text(re.compile(r"Omsorgsnämnden: \d+ dialoger och annat gjort, inget berättat"))
    expect(story.locator(".value")).to_contain_text("av 100")
    expect(story).to_contain_text("täckning")
    page.get_by_role("link", name="Berättelsen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Berättelsen")
    page.get_by_text("Året i siffror").click()
    expect(page.get_by_role("region", name="Året i siffror").get_by_role("row")).to_have_count(14)
    board = page.get_by_role("listitem").filter(has=page.locator("strong", has_text="Omsorgsnämnden"))
    board.get_by_role("link", name="Öppna").click()
    rows = page.locator("#rows")
    expect(rows.get_by_role("heading")).to_have_text("Vad som räknades: Omsorgsnämnden")
    expect(rows.get_by_text("inte berättat än").first).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Alla rader som CSV").click()
    assert "Fler känner sig trygga" in saved.value.path().read_text("utf-8-sig")
    board.get_by_role("link", name="Fråga dem").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Omsorgsnämnden")


def test_J6_three_loose_threads_come_with_an_act_and_lead_to_all_of_them(busy: World, opened: Opener) -> None:
    page = opened("city_director", width=360, height=740, has_touch=True)
    page.goto("/monday/")
    loose = page.locator("section").filter(has=page.get_by_role("heading", name="Lösa trådar att fatta i"))
    expect(loose.get_by_role("listitem")).to_have_count(3)
    expect(loose.get_by_role("listitem").first.locator("a.ds-button")).to_be_visible()
    loose.get_by_role("link", name="Se alla").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lösa trådar att fatta i")


def test_J6_one_s_own_board_stands_first_in_what_was_asked_and_done(busy: World, opened: Opener) -> None:
    for role, own in (("colleague", "Skolnämnden"), ("manager", "Omsorgsnämnden")):
        page = opened(role)
        page.goto("/monday/")
        table = page.get_by_role("region", name="Begärt av andra – gjort av oss")
        first = table.locator("tbody tr").first
        expect(first).to_contain_text(own)
        expect(first).to_contain_text("vår egen")
        first.get_by_role("link").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Tydligt ledarskap")
        expect(page.locator("#rows")).to_contain_text("När öppnar badet?")
        expect(page.locator("#rows")).to_contain_text("lovat, och inte hållet till sin dag")


def test_J6_the_city_director_tries_without_the_signals_that_lay_longest_and_takes_the_page_along(
    busy: World, opened: Opener
) -> None:
    page = opened("city_director")
    page.goto("/monday/")
    page.get_by_role("link", name="Pröva utan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vad som når")
    expect(page.get_by_role("region").get_by_text("→").first).to_be_visible()
    expect(page.locator("input[name=drop]:checked").first).to_be_visible()
    page.goto("/monday/")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Som PDF").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF")


def test_J6_the_page_works_without_script_and_in_english(busy: World, opened: Opener) -> None:
    page = opened("union", java_script_enabled=False)
    page.goto("/en/monday/")
    expect(page.get_by_role("heading", level=1)).to_have_text("It hangs together, but we forget to tell")
    page.get_by_role("link", name="Endurance").click()
    expect(page.get_by_role("heading", name="How it is counted")).to_be_visible()
