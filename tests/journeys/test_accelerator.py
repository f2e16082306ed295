"""J12: the innovation office and its jury run a call, from its template to the cohort, in a real browser."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ledstjarna.rooms.accelerator import actions
from ledstjarna.rooms.accelerator.models import Entry, Initiative
from tests.fixtures.city import SmallCity
from tests.house.world import World

Opener = Callable[..., Page]


def shaped(page: Page) -> str:
    """A call with its days, its form and its criteria, opened; its address."""
    today = timezone.localdate()
    page.goto("/accelerator/")
    page.get_by_role("link", name="Forma en utlysning").click()
    page.get_by_label("Vad utlysningen heter").fill("Idéslussen, tre veckor")
    page.get_by_label("Vad vi är ute efter").fill("Färre fall i hallen.")
    page.get_by_label("Vad den utgår från").select_option("challenge")
    page.get_by_label("Trygg hemma").check()
    page.get_by_label("Öppnar").fill(today.isoformat())
    page.get_by_label("Sista dag").fill(today.isoformat())
    page.get_by_label("Beslut utlovat till").fill((today + timedelta(days=30)).isoformat())
    page.get_by_label("Kronor att bevilja").fill("100000")
    page.get_by_label("Bedömare per bidrag").fill("2")
    page.get_by_role("button", name="Spara det").click()
    page.get_by_label("Frågan").fill("Vad vill ni göra?")
    page.get_by_label("Hur den besvaras").select_option("long")
    page.get_by_label("Den måste besvaras").check()
    page.get_by_role("button", name="Lägg till").click()
    page.get_by_role("link", name="Kriterier").click()
    for title, weight in (("Nytta", "3"), ("Nytt", "1")):
        page.get_by_label("Vad som vägs").fill(title)
        page.get_by_label("Vad 1 betyder").fill("Lite")
        page.get_by_label("Vad 5 betyder").fill("Mycket")
        page.get_by_label("Vikt").fill(weight)
        page.get_by_role("button", name="Lägg till").click()
    page.get_by_role("link", name="Till utlysningen").click()
    page.get_by_role("button", name="Öppna utlysningen").click()
    expect(page.locator(".steps [aria-current]")).to_have_text("Öppen")
    return page.url


def entered(page: Page, call: str, title: str, text: str) -> None:
    """An entry begun, kept as a draft, and sent."""
    page.goto(call)
    page.get_by_role("link", name="Lämna ett bidrag").click()
    page.get_by_label("Vad det handlar om").fill(title)
    page.get_by_role("button", name="Till frågorna").click()
    page.get_by_role("button", name="Spara som utkast").click()
    page.get_by_role("link", name="Skriv på det").click()
    page.get_by_label("Vad vill ni göra?").fill(text)
    page.get_by_role("button", name="Skicka", exact=True).click()
    expect(page.get_by_text("Beslut utlovat till")).to_be_visible()


def assessed(page: Page, figure: str) -> None:
    """The first entry that is left is assessed; the others' words are shut until then."""
    page.goto("/accelerator/assess/")
    page.get_by_role("listitem").filter(has_text="Kvar").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Vad de andra sa")).to_have_count(0)
    for criterion in ("Nytta", "Nytt"):
        group = page.get_by_role("group", name=criterion, exact=True)
        group.get_by_role("radio").nth(int(figure) - 1).check()
    page.get_by_role("button", name="Lämna min bedömning").click()
    expect(page.get_by_role("heading", name="Vad de andra sa")).to_be_visible()


@pytest.fixture
def quiet(world: World, city: SmallCity) -> World:
    """The world with the auditor's and the employee's other duty out of the way."""
    for name in ("employee", "auditor"):
        actions.declare(ref=world.refs["judged_entry"], viewer=city.viewer(name), now=timezone.now())
    return world


def test_J12_a_call_from_its_form_to_the_cohort(quiet: World, opened: Opener) -> None:
    office, school = opened("communicator"), opened("colleague")
    call = shaped(office)
    entered(school, call, "Ljus vid golvet", "Kim Colleague på Norra skolan tänder golvet.")
    entered(school, call, "Mjukare trösklar", "Vi hyvlar trösklar.")

    # 2. all in the city read what came in, and can ask to join
    manager = opened("manager")
    manager.goto(call)
    manager.get_by_role("link", name="Ljus vid golvet").click()
    expect(manager.get_by_role("link", name="Gå med")).to_be_visible()

    # 2. copies without names
    office.goto(call)
    office.get_by_role("button", name="Stäng den för bidrag").click()
    office.get_by_role("link", name="Kopior utan namn").click()
    office.get_by_role("link", name="Ljus vid golvet").click()
    expect(office.locator("del").first).to_contain_text("Kim Colleague")
    expect(office.locator("ins").first).to_contain_text("[namn]")
    office.get_by_role("link", name="Kopior utan namn").click()
    office.get_by_role("button", name="Lämna ut dem").click()

    # 3. assessors, one of whom is too close
    office.get_by_role("link", name="Bedömare").click()
    for name in ("Employee", "Auditor", "Registrar", "Crowd0"):
        office.get_by_label("Namn").fill(f"Kim {name}")
        office.get_by_role("button", name="Sök").click()
        office.get_by_role("button").filter(has_text=f"Kim {name}").click()
    office.get_by_role("button", name="Ge varje bidrag sina bedömare").click()
    expect(office.get_by_text("ingen har ett som de står för nära")).to_be_visible()
    expect(office.get_by_text("0 klara av 0")).to_have_count(1)
    office.get_by_role("link", name="Ljus vid golvet").click()
    expect(office.get_by_text("Står för nära bidraget.")).to_have_count(1)

    # 4. others' figures are closed until one's own are in
    first = opened("employee")
    first.goto("/accelerator/assess/")
    done = first.get_by_role("listitem").filter(has_text="Kvar").count()
    for _each in range(done):
        assessed(first, "5")
    expect(first.get_by_text("Norra skolan")).to_have_count(0)
    second = opened("auditor")
    second.goto("/accelerator/assess/")
    for _each in range(second.get_by_role("listitem").filter(has_text="Kvar").count()):
        assessed(second, "2")

    # 5. the table, disagreement first; 6. a reason to everyone, then all at once
    office.goto(call)
    office.get_by_role("link", name="Bestäm").click()
    table = office.url
    office.get_by_role("button", name="Meddela alla").click()
    expect(office.get_by_text("har inget beslut med motivering än")).to_be_visible()
    for title, outcome in (("Ljus vid golvet", "Ja"), ("Mjukare trösklar", "Inte den här gången")):
        office.goto(table)
        office.get_by_role("link", name=title).click()
        office.get_by_label(outcome, exact=True).check()
        office.get_by_label("Vad de som lämnat bidraget får läsa").fill(f"Därför: {outcome}.")
        office.get_by_label("Beviljade kronor").fill("40000")
        office.get_by_role("button", name="Spara det").click()
    office.get_by_role("button", name="Meddela alla").click()
    expect(office.get_by_text("som utlovat")).to_be_visible()
    no = Entry.objects.get(node__title="Mjukare trösklar").node.ref
    school.goto(f"/accelerator/entry/{no}/")
    expect(school.get_by_text("Därför: Inte den här gången.")).to_be_visible()

    # 7. the cohort, and a portfolio that keeps the stopped ones
    office.get_by_role("link", name="Omgången").click()
    office.get_by_role("link", name="Ljus vid golvet").click()
    expect(office.get_by_text("[namn] på [enhet] tänder golvet.")).to_be_visible()
    office.get_by_role("link", name="Till grinden").click()
    office.get_by_label("Stoppa, och berätta vad det lärde oss").check()
    office.get_by_label("Varför").fill("Ingen använde det.")
    office.get_by_role("button", name="Bestäm").click()
    expect(office.get_by_text("Berätta vad det lärde er.")).to_be_visible()
    office.get_by_label("Vad det lärde oss", exact=False).last.fill("Fråga den som ska göra det.")
    office.get_by_role("button", name="Bestäm").click()
    resident = opened(width=360)
    resident.goto("/accelerator/portfolio/?state=stopped")
    expect(resident.get_by_text("Fråga den som ska göra det.")).to_be_visible()
    assert Initiative.objects.get(node__title="Ljus vid golvet").state == "stopped"


def test_J12_a_form_is_put_in_order_by_keyboard_on_a_phone(world: World, opened: Opener) -> None:
    office = opened("communicator", width=360)
    office.goto(f"/accelerator/call/{world.refs['draft_call']}/criteria/")
    rows = office.locator("ol.threads > li")
    expect(rows).to_contain_text(["Nytta", "Nytt"])
    office.get_by_role("button", name=re.compile(r"^Flytta ned ?: Nytta$")).focus()
    office.keyboard.press("Enter")
    expect(office).to_have_url(re.compile(r"criteria/#at-1$"))
    expect(rows.last).to_contain_text("2. Nytta")
    office.keyboard.press("Tab")
    expect(office.get_by_role("button", name=re.compile(r"^Flytta upp ?: Nytta$"))).to_be_focused()


def test_J12_a_call_is_given_more_time_and_then_called_off_before_everybody(
    world: World, opened: Opener
) -> None:
    call = f"/accelerator/call/{world.refs['open_call']}/"
    office, writer, resident = opened("communicator"), opened("employee"), opened(width=360)
    office.goto(call)
    expect(office.get_by_role("button", name="Stäng den för bidrag")).to_have_count(0)  # not yet its last day
    office.get_by_role("link", name="Ge den mer tid").click()
    office.get_by_label("Ny sista dag").fill("2098-12-01")
    office.get_by_label("Varför").fill("Fler ska hinna.")
    office.get_by_role("button", name="Flytta sista dagen").click()
    expect(office.get_by_text("Välj en dag som är senare")).to_be_visible()
    office.get_by_label("Ny sista dag").fill("2099-01-15")
    office.get_by_role("button", name="Flytta sista dagen").click()
    writer.goto(f"/accelerator/entry/{world.refs['draft_entry']}/write/")
    expect(writer.get_by_text("till den 15 januari 2099")).to_be_visible()

    office.get_by_role("link", name="Ställ in utlysningen").click()
    office.get_by_label("Varför").fill("Pengarna behövs någon annanstans.")
    office.get_by_role("button", name="Ställ in utlysningen").click()
    resident.goto(call)
    expect(resident.get_by_text("Pengarna behövs någon annanstans.")).to_be_visible()
    expect(resident.get_by_text("Fler ska hinna.")).to_be_visible()
    writer.goto("/accelerator/")
    expect(writer.get_by_role("listitem").filter(has_text="Inställd").first).to_be_visible()
