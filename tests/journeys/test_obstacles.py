"""Something in the way, from a phone to the one who removes it and back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from ledstjarna.people.models import Person, RoleAssignment
from ledstjarna.rooms.obstacles import actions
from ledstjarna.rooms.obstacles.models import Letter, Obstacle
from ledstjarna.thread.models import Fact
from tests.fixtures.city import NOW, SmallCity
from tests.house.world import World

Opener = Callable[..., Page]


def next_morning() -> None:
    """The letterbox is emptied, as the worker's clock does."""
    while actions.deliver(now=timezone.now() + timedelta(days=1)):
        pass


def serious(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    return [one["id"] for one in found.response["violations"] if one["impact"] in {"serious", "critical"}]


@pytest.fixture
def premises(city: SmallCity, world: World) -> Person:
    """Whoever leads the unit that looks after premises."""
    person = city.persons["hr"]
    RoleAssignment.objects.create(
        person=person, role="manager", unit=city.units["quay"], valid_from=NOW.date() - timedelta(days=900)
    )
    return person


def test_what_is_reported_without_a_name_is_handed_over_answered_and_helped(
    world: World, premises: Person, opened: Opener
) -> None:
    page = opened("employee", width=360, height=740, has_touch=True)
    page.goto("/obstacles/")
    page.get_by_role("link", name="Säg vad som skaver", exact=True).tap()
    expect(page.get_by_text("Kim Manager, som leder Hemtjänsten").first).to_be_visible()
    page.get_by_label("Vad skaver?").fill("Anna Svensson har enda nyckeln till förrådet på kajen.")
    expect(page.get_by_text("ser ut som någons namn")).to_be_visible()
    page.get_by_label("Vad skaver?").fill("Det finns bara en nyckel till förrådet på kajen.")
    expect(page.get_by_text("ser ut som någons namn")).to_be_hidden()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    page.get_by_role("button", name="Skicka", exact=True).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det du anmälde utan namn")
    expect(page.get_by_text("Det ligger i brevlådan till i morgon")).to_be_visible()
    assert serious(page) == []
    secret = page.url
    assert Letter.objects.count() == 1
    next_morning()

    manager = opened("manager")
    manager.goto("/obstacles/waiting/")
    manager.get_by_role("link", name="Det finns bara en nyckel till förrådet").click()
    promised = Obstacle.objects.get(text__contains="förrådet på kajen").promised
    expect(manager.get_by_role("heading", name="Ge ett svar")).to_be_visible()
    manager.get_by_text("Någon annan kan ta bort det").click()
    manager.get_by_label("Vem som kan ta bort det").select_option(label="Lokaler (Hamnen)")
    manager.get_by_label("Varför det går dit").fill("Det är deras dörr.")
    manager.get_by_role("button", name="Lämna över").click()
    expect(manager.get_by_text("Det är deras dörr.")).to_be_visible()
    expect(manager.get_by_role("heading", name="Ge ett svar")).to_be_hidden()

    other = opened("hr")
    other.goto("/obstacles/waiting/")
    other.get_by_role("link", name="Det finns bara en nyckel till förrådet").click()
    assert Obstacle.objects.get(text__contains="förrådet på kajen").promised == promised
    other.get_by_label("Borttaget").check()
    other.get_by_label("Ditt svar").fill("Två nya nycklar hänger i expeditionen.")
    other.get_by_role("button", name="Skicka svaret").click()
    expect(other.get_by_text("Två nya nycklar hänger i expeditionen.").first).to_be_visible()

    home = opened(width=360, height=740, has_touch=True)  # at home, signed in as nobody
    home.goto(secret)
    expect(home.get_by_text("Två nya nycklar hänger i expeditionen.").first).to_be_visible()
    assert serious(home) == []
    home.get_by_role("button", name="Ja, det hjälpte").tap()
    expect(home.get_by_text("Du har sagt att det hjälpte.")).to_be_visible()
    next_morning()
    home.reload()
    expect(home.get_by_text("Det hjälpte.", exact=False).first).to_be_visible()
    one = Obstacle.objects.get(text__contains="förrådet på kajen")
    assert (one.ending, one.asked_by_id) == ("helped", None)
    reported = Fact.objects.filter(node_id=one.pk, verb__in=("obstacles.reported", "obstacles.helped"))
    assert list(reported.values_list("who_id", flat=True)) == [None, None]


def test_a_colleague_has_the_same_and_the_reporter_says_that_it_is_still_there(
    world: World, opened: Opener
) -> None:
    colleague = opened("colleague")
    colleague.goto(f"/obstacles/{world.refs['obstacle']}/")
    colleague.get_by_role("button", name="För oss också").click()
    expect(colleague.get_by_text("1 till har samma")).to_be_visible()
    page = opened("employee")
    page.goto("/en/obstacles/")
    page.get_by_role("link", name="Skrivaren vägrar").first.click()
    page.get_by_label("What is left, if something is").fill("Bara på tisdagar.")
    page.get_by_role("button", name="No, it is still in the way").click()
    expect(page.get_by_text("Was opened again: it had not helped")).to_be_visible()
