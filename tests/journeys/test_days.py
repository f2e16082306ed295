"""Five people's days with Ledstjärna, each in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ledstjarna.people.models import Person
from ledstjarna.plumbing import worker
from ledstjarna.rooms.vision.models import Ballot, Round
from tests.fixtures.city import SmallCity
from tests.house.world import World

Opener = Callable[..., Page]
HEADER = "Anställningsnr;Förnamn;Efternamn;E-post;Enhetskod\n"


def test_an_employee_votes_on_a_phone_and_changes_their_mind(world: World, opened: Opener) -> None:
    page = opened("employee", width=360, height=740, has_touch=True)
    page.goto(f"/rounds/{world.refs['voting']}/")
    page.get_by_role("link", name="Rösta", exact=True).last.click()
    statement = page.locator("#statement")
    first = statement.inner_text()
    page.get_by_role("button", name="Håller med").tap()
    expect(page.get_by_text("1 av", exact=False)).to_be_visible()
    page.get_by_text("Ditt svar").click()
    page.get_by_role("link", name="Ändra").click()
    expect(statement).to_have_text(first)
    page.get_by_role("button", name="Håller inte med").tap()
    expect(statement).not_to_have_text(first)
    page.get_by_text("Ditt svar").click()
    expect(page.locator(".mine").get_by_text("Håller inte med")).to_be_visible()
    assert Ballot.objects.exclude(values=b"").count() == 1


def test_the_keyboard_alone_is_enough_to_vote(world: World, opened: Opener) -> None:
    page = opened("manager")
    page.goto(f"/rounds/{world.refs['voting']}/vote/")
    page.keyboard.press("3")
    expect(page.get_by_text("1 av", exact=False)).to_be_visible()
    assert Ballot.objects.exclude(values=b"").count() == 1


def test_a_resident_votes_without_script_or_account(world: World, opened: Opener) -> None:
    page = opened(java_script_enabled=False)
    page.goto(f"/en/rounds/{world.refs['voting']}/vote/")
    page.get_by_role("button", name="Agree", exact=True).click()
    expect(page.get_by_text("1 of", exact=False)).to_be_visible()
    assert Ballot.objects.filter(origin="public").count() == 1


def test_an_opener_runs_a_round_from_collecting_to_the_decision(world: World, opened: Opener) -> None:
    page = opened("city_director")
    page.goto("/rounds/")
    page.get_by_role("link", name="Öppna en runda").click()
    page.get_by_label("Vad visionen heter").fill("Vår stad 2045")
    page.get_by_label("Året den blickar mot").fill("2045")
    page.get_by_label("Frågan till alla").fill("Vad ska vara sant här?")
    page.get_by_label("De första påståendena").fill(
        "Havet hör till alla som bor här\nIngen äter lunch ensam i skolan"
    )
    page.get_by_role("button", name="Öppna rundan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vad ska vara sant här?")
    for step in ("Rösta", "Smält samman"):
        page.get_by_role("link", name="Led rundan").click()
        expect(page.get_by_role("heading", name=f"Vidare till: {step}")).to_be_visible()
        page.get_by_role("button", name="Ta steget").click()
    page.get_by_role("link", name="Vår stad 2045").first.click()
    page.get_by_role("link", name="Skriv på utkastet").click()
    page.get_by_role("link", name="Skriv ett område").click()
    page.get_by_label("Områdets namn").fill("Det öppna havet")
    page.get_by_label("Vad det betyder", exact=True).fill("Alla kommer till vattnet.")
    page.get_by_role("button", name="Spara det").click()
    page.get_by_label("Vad som är nytt i den här versionen").fill("Första området")
    page.get_by_role("button", name="Spara en version").click()
    page.get_by_role("link", name="Till rundan").click()
    page.get_by_role("link", name="Led rundan").click()
    page.get_by_role("button", name="Ta steget").click()
    page.get_by_role("link", name="Led rundan").click()
    page.get_by_label("Beslutsdag").fill("2026-01-15")
    page.get_by_label("Referens").fill("KF 2026 § 7")
    for label, many in (("Ja-röster", "58"), ("Nej-röster", "2"), ("Avstod", "1")):
        page.get_by_label(label).fill(many)
    page.get_by_role("button", name="För in beslutet").click()
    expect(page.get_by_text("KF 2026 § 7")).to_be_visible()
    resident = opened()
    resident.goto(page.url)
    expect(resident.get_by_role("heading", level=1)).to_have_text("Vår stad 2045")
    expect(resident.get_by_text("58 röster för")).to_be_visible()
    assert Round.objects.get(question="Vad ska vara sant här?").secret is None


def test_a_party_says_where_it_stands(world: World, opened: Opener) -> None:
    page = opened("opposition")
    page.goto(f"/vision/{world.refs['vision']}/")
    page.get_by_role("link", name="Säg var ert parti står").click()
    page.get_by_label("För, med reservation").check()
    page.get_by_label("Med våra egna ord").fill("Vi är med, men vill gå fortare.")
    page.get_by_role("button", name="Publicera våra ord").click()
    expect(page.get_by_text("Vi är med, men vill gå fortare.")).to_be_visible()
    page.goto(f"/vision/{world.refs['vision']}/")
    expect(page.locator("#ledger").get_by_text("Vi är med, men vill gå fortare.")).to_be_visible()


def test_an_administrator_brings_in_a_file_with_thirty_faulty_rows(
    city: SmallCity, world: World, opened: Opener, tmp_path: Path
) -> None:
    good = "\n".join(f"70{n:02};Nova;Ny{n};nova{n}@x.example;north" for n in range(5))
    bad = "\n".join(f"80{n:02};Nova;Fel{n};ingen adress;north" for n in range(30))
    file = tmp_path / "personal.csv"
    file.write_text(f"{HEADER}{good}\n{bad}\n", encoding="cp1252")
    page = opened("administrator")
    page.goto("/organisation/")
    page.get_by_role("link", name="För in en personalfil").click()
    page.get_by_label("Personalfil").set_input_files(file)
    page.get_by_role("button", name="Läs filen").click()
    expect(page.get_by_role("heading", name="30 rader kan inte föras in")).to_be_visible()
    expect(page.get_by_text("är inte en e-postadress").first).to_be_visible()
    assert not Person.objects.filter(number="7000").exists()
    second = opened("hr")
    second.goto(page.url)
    second.get_by_role("button", name="För in de rader som är rätt").click()
    heading = second.get_by_role("heading", level=1)
    expect(heading).to_have_text("Filen förs in")
    while worker.step():  # whatever else waits, a feed of another city among it, comes first
        pass
    expect(heading).to_have_text("Filen är införd")
    assert Person.objects.filter(number__startswith="70").count() == 5
    assert not Person.objects.filter(number__startswith="80").exists()


def test_a_resident_reads_the_vision_in_english(world: World, opened: Opener) -> None:
    page = opened()
    page.goto(f"/vision/{world.refs['open_vision']}/")
    page.get_by_role("link", name="English").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="How it was made")).to_be_visible()
    page.get_by_role("link", name="What unites all").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What unites all")


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_leaves_its_own_origin_or_breaks_the_content_policy(
    world: World, opened: Opener, live_server: object, width: int
) -> None:
    page = opened("city_director", width=width)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in (
        "/",
        "/rounds/",
        f"/rounds/{world.refs['voting']}/map/",
        "/thread/",
        f"/vision/{world.refs['vision']}/draft/",
    ):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
    origin = str(getattr(live_server, "url", ""))
    assert {url for url in asked if not url.startswith((origin, "data:"))} == set()
    assert said == []


def test_J7_a_politician_of_the_opposition_asks_and_all_parties_read_the_answer(
    world: World, opened: Opener
) -> None:
    page = opened("opposition")
    page.goto("/steering/")
    page.get_by_role("link", name="Omsorgsnämnden").click()
    expect(page.get_by_text("Ett gott liv").first).to_be_visible()
    page.get_by_role("link", name="Fler känner sig trygga").first.click()
    expect(page.get_by_role("navigation", name="Varför").get_by_text("Öppen hamn")).to_be_visible()
    page.get_by_role("link", name="Ställ en fråga").click()
    page.get_by_label("Din fråga").fill("Hur märker ni det på vintern?")
    page.get_by_role("button", name="Fråga", exact=True).click()
    expect(page.get_by_text("Svar utlovat")).to_be_visible()
    asked = page.url
    director = opened("director")
    director.goto("/my-mission/")
    director.get_by_role("link", name="Hur märker ni det på vintern?").click()
    director.get_by_label("Svar").fill("Vi frågar dem som går över gångbron.")
    director.get_by_role("button", name="Svara så att alla kan läsa").click()
    expect(director.get_by_role("heading", name="Svaret")).to_be_visible()
    rival = opened("elected")
    rival.goto(asked)
    expect(rival.get_by_text("Vi frågar dem som går över gångbron.")).to_be_visible()
    public = opened(None)
    public.goto(asked)
    expect(public.get_by_text("Vi frågar dem som går över gångbron.")).to_be_visible()


def test_a_manager_writes_a_plan_and_keeps_what_was_learnt_on_a_phone(world: World, opened: Opener) -> None:
    page = opened("manager", width=360, height=740, has_touch=True)
    page.goto("/my-mission/")
    page.get_by_role("link", name="Hemtjänsten").first.click()
    page.get_by_role("link", name="Skriv en plan").click()
    page.get_by_label("Med få ord").fill("Lugnare kvällar")
    page.get_by_label("Var vi är").fill("Kvällarna är splittrade.")
    page.get_by_label("Vad vi vill uppnå").fill("Den vi besöker får sova i tid.")
    page.get_by_label("Hur vi gör").fill("Vi prövar en kvällsgrupp i fyra veckor.")
    page.get_by_role("button", name="Spara det").click()
    expect(page.get_by_text("Kryssa i vad det tjänar")).to_be_visible()
    expect(page.get_by_label("Var vi är")).to_have_value("Kvällarna är splittrade.")
    page.get_by_label("Mål: Fler känner sig trygga").check()
    page.get_by_role("button", name="Spara det").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lugnare kvällar")
    page.get_by_role("button", name="Fastställ planen").click()
    page.get_by_role("link", name="Spara en dialog").click()
    page.get_by_label("När vi möttes").fill("2026-08-01")
    page.get_by_label("Vilka som möttes").fill("Kvällsgruppen")
    page.get_by_label("Vad vi såg").fill("Tre av fyra kvällar gick i lugn.")
    page.get_by_label("Vad vi lärde oss").fill("Att fem i stället för sju är gränsen.")
    page.get_by_role("button", name="Spara det").click()
    expect(page.get_by_text("Att fem i stället för sju är gränsen.")).to_be_visible()


def test_J3_an_employee_and_their_manager_agree_on_a_mission_card(world: World, opened: Opener) -> None:
    manager = opened("manager")
    manager.goto(f"/card/{world.refs['card']}/")
    expect(manager.get_by_role("navigation", name="Varför").get_by_text("Öppen hamn")).to_be_visible()
    manager.get_by_role("link", name="Ändra").click()
    manager.get_by_label("Det avgör jag själv").fill("När jag kommer\nVad vi gör först")
    manager.get_by_label("Jag avgör upp till så många kronor").fill("500")
    manager.get_by_label("Varför det ändras").fill("Så att det syns")
    manager.get_by_role("button", name="Spara det").click()
    manager.get_by_role("button", name="Jag är med på det").click()
    expect(manager.get_by_text("Kim Manager är med på det.")).to_be_visible()
    page = opened("employee", width=360, height=740, has_touch=True)
    page.goto("/my-mission/")
    expect(page.get_by_text("Vad vi gör först")).to_be_visible()
    page.get_by_role("link", name="Läs det och säg ja").click()
    page.get_by_role("button", name="Jag är med på det").tap()
    expect(page.get_by_text("Båda är med på det.")).to_be_visible()
    page.get_by_text("Hur det stod förut").click()
    expect(page.locator("ins").first).to_be_visible()
