"""Something seen outside, from a phone to a small test."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.house.world import World

Opener = Callable[..., Page]


def test_a_signal_is_told_of_on_a_phone_read_together_and_parried(world: World, opened: Opener) -> None:
    page = opened("employee", width=360, height=740, has_touch=True)
    page.goto("/horizon/")
    page.get_by_role("link", name="Berätta om en signal").tap()
    page.get_by_label("Vad har du sett?").fill("Paketskåp utanför varje butik")
    page.get_by_label("Varför det kan betyda något för oss").fill("Böcker kunde lämnas ut så, överallt.")
    expect(page.get_by_text("Någon har sett något liknande.")).to_be_visible()
    page.get_by_label("Svag signal").check()
    page.get_by_label("Var du såg det").fill("På väg hem")
    page.get_by_text("Vad det rör").first.tap()
    page.get_by_label("Visionsområde: Öppen hamn").check()
    page.get_by_role("button", name="Spara det").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Paketskåp utanför varje butik")
    expect(page.get_by_role("navigation", name="Varför").get_by_text("Öppen hamn")).to_be_visible()
    told = page.url
    group = opened("colleague")
    group.goto(told)
    group.get_by_role("link", name="Spara en läsning").click()
    group.get_by_label("Vilka som var med").fill("Sju personer")
    group.get_by_label("Vad vi tror").fill("Det går att prova i ett skåp.")
    for choice in ("Tydlig", "Vi gissar", "Agera"):
        group.get_by_label(choice, exact=True).check()
    group.get_by_role("button", name="Spara det").click()
    expect(group.get_by_text("Det går att prova i ett skåp.")).to_be_visible()
    page.goto(told)
    page.get_by_role("link", name="Vi har prövat något litet").tap()
    page.get_by_label("Vad vi prövar").fill("Tjugo böcker i ett skåp")
    page.get_by_label("Hur, och för vem").fill("Vid entrén, i två veckor.")
    page.get_by_role("button", name="Spara det").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tjugo böcker i ett skåp")
    page.goto("/horizon/speed/")
    expect(page.get_by_role("link", name="Paketskåp utanför varje butik")).to_be_visible()
    expect(page.get_by_text("prövad efter 0 dagar").first).to_be_visible()


def test_a_signal_is_parried_by_a_small_test_from_the_day_that_it_starts(
    world: World, opened: Opener
) -> None:
    page = opened("employee", width=360, height=740, has_touch=True)
    page.goto(f"/horizon/{world.refs['unmet_signal']}/")
    page.get_by_role("link", name="Pröva något litet som svar").tap()
    expect(page.get_by_text("Något litet som svar på det som syns därute:", exact=False)).to_be_visible()
    for name, text in (
        ("title", "Tjugo böcker i ett skåp"), ("need", "Biblioteket är stängt på natten"),
        ("whom", "Den som arbetar skift"), ("change", "Ett skåp vid entrén"), ("measure", "Lån på natten"),
    ):  # fmt: skip
        page.locator(f"[name={name}]").fill(text)
    page.get_by_role("button", name="Vidare till försökskortet").tap()
    answers = page.locator("section", has_text="Svarar på det som syns därute")
    expect(answers.get_by_role("link", name="Robotar plockar skräp")).to_be_visible()
    page.goto("/horizon/speed/")
    row = page.locator("li", has_text="Robotar plockar skräp")
    expect(row).to_contain_text("inget test på")
    page.goto("/tests/")
    page.get_by_role("link", name="Tjugo böcker i ett skåp").tap()
    page.get_by_role("button", name="Starta i dag").tap()
    page.wait_for_url(re.compile("/sprint/"))
    page.goto(f"/horizon/{world.refs['unmet_signal']}/")
    tried = page.locator("section", has_text="Vad som prövades")
    expect(tried.get_by_role("link", name="Tjugo böcker i ett skåp")).to_be_visible()
    page.goto("/horizon/speed/")
    expect(row).to_contain_text("prövad efter")
