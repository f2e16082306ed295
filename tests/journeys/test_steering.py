"""Mandates, registers and the politician's view of one more goal, in a real browser."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.house.world import World

Opener = Callable[..., Page]
LIST = """Nr;Ärende;Lagrum;Delegat
4.12;Hemtjänst;SoL 4:1;Enhetschef
9.1;Bidrag;;Enhetschef
9.2;Avtal;LOU 19;Chef
"""


def test_J3_a_question_about_a_mandate_makes_the_card_clearer_with_one_click(
    world: World, opened: Opener
) -> None:
    page = opened("employee", width=360, height=740, has_touch=True)
    page.goto(f"/card/{world.refs['card']}/")
    page.get_by_role("link", name="Fråga om mitt mandat").tap()
    page.get_by_label("Din fråga").fill("Får jag flytta ett besök till i morgon?")
    page.get_by_role("button", name="Fråga", exact=True).tap()
    expect(page.get_by_text("Svar utlovat")).to_be_visible()
    manager = opened("manager")
    manager.goto("/my-mission/")
    manager.get_by_role("link", name="Får jag flytta ett besök till i morgon?").click()
    manager.get_by_label("Svar", exact=True).fill("Ja, inom veckan.")
    manager.get_by_label("Var på kortet det hör hemma").select_option(label="Det avgör jag själv")
    manager.get_by_role("button", name="Besvara den", exact=True).click()
    expect(manager.get_by_text("Säg med några ord hur det skulle stå på kortet.")).to_be_visible()
    expect(manager.get_by_label("Svar", exact=True)).to_have_value("Ja, inom veckan.")
    manager.get_by_label("Hur det skulle stå där").fill("Flytta besök inom veckan")
    manager.get_by_role("button", name="Besvara den", exact=True).click()
    expect(manager.get_by_role("button", name="Lägg till på kortet")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Lägg till på kortet").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vara den som kommer")
    expect(page.get_by_role("listitem").filter(has_text="Flytta besök inom veckan").first).to_be_visible()


def test_R4_a_registrar_brings_a_list_and_sees_each_bad_row_before_anything_changes(
    world: World, opened: Opener, tmp_path: Path
) -> None:
    path = tmp_path / "delegation.csv"
    path.write_text(LIST, encoding="utf-8")
    page = opened("registrar")
    page.goto(f"/steering/at/{world.refs['authority_care_board']}/register/")
    page.get_by_role("link", name="Ta in en lista").click()
    page.get_by_label("Filen").set_input_files(path)
    page.get_by_label("Från", exact=True).fill("2099-01-01")
    page.get_by_role("button", name="Se på det").click()
    expect(page.get_by_text("Inget har ändrats än.")).to_be_visible()
    expect(page.get_by_text("Rad 3: Ange lagrummet")).to_be_visible()
    expect(page.get_by_role("region", name="Nya rätter").get_by_role("row")).to_have_count(2)
    expect(page.get_by_role("region", name="Ny lydelse").get_by_role("row")).to_have_count(2)
    page.get_by_role("button", name="Ta in i förteckningen").click()
    expect(page.get_by_role("rowheader", name="9.2")).to_be_visible()
    expect(page.get_by_text("Återkallad från 1 januari 2099")).to_be_visible()


def test_J7_a_politician_sees_what_hangs_on_a_goal_and_what_one_more_would_cost(
    world: World, opened: Opener
) -> None:
    page = opened("opposition")
    page.goto(f"/steering/aim/{world.refs['goal']}/")
    page.get_by_role("link", name="Varför, vad det blir av det, vilka fler").click()
    expect(page.get_by_role("link", name="Samma ansikten")).to_be_visible()
    page.goto(f"/thread/signals/at/{world.refs['authority_care_board']}/")
    page.get_by_label("Och om en till kom").select_option(label="Mål")
    page.get_by_role("button", name="Utan de ikryssade").click()
    row = page.get_by_role("row").filter(has_text="En enhet")
    expect(row).to_contain_text("→")
    page.goto("/principles/decision/new/")
    page.get_by_label("Vad som ska beslutas").fill("Färre känner sig trygga")
    page.get_by_label("I tre meningar").fill("Vi minskar antalet som känner sig trygga ute på kvällen.")
    page.get_by_role("button", name="Se vad det rör vid").click()
    expect(page.get_by_text("Fler känner sig trygga").first).to_be_visible()
    expect(page.get_by_text("Drar åt andra hållet").first).to_be_visible()
    public = opened(None)
    public.goto(f"/steering/aim/{world.refs['goal']}/")
    expect(public.get_by_role("heading", level=1)).to_have_text("Fler känner sig trygga")
