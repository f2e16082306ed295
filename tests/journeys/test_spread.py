"""J2: somebody finds a lesson of another unit, tries it in their own way, and the city sees it spread."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ledstjarna.plumbing import workdays
from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.models import Adoption, Experiment, Lesson
from tests.fixtures.city import SmallCity
from tests.rooms.experiments.stage import TAUGHT, lesson_of

Opener = Callable[..., Page]


@pytest.fixture
def lesson(transactional_db: None, city: SmallCity) -> str:
    """A lesson of home help, which the whole city may read."""
    return lesson_of(city)


def filled(page: Page, name: str, text: str) -> None:
    """Fill a field where it is asked for and still empty."""
    field = page.locator(f"[name={name}]")
    if field.count() and field.is_visible() and not field.input_value():
        field.fill(text)


def test_J2_a_lesson_is_found_tried_elsewhere_and_seen_to_spread(
    city: SmallCity, lesson: str, opened: Opener
) -> None:
    page = opened("colleague", width=360, height=740)
    page.goto("/en/lessons/find/")
    page.get_by_label("What are you looking for?").fill("misade besök")  # with a slip
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("link", name=TAUGHT["claim"]).click()

    expect(page.get_by_text("Held in 1 of 1 tests", exact=False)).to_be_visible()
    page.get_by_role("link", name="Try it here").click()
    for name, text in (("title", "Ring elevens hem"), ("need", "Uteblivna möten"), ("whom", "Elever")):
        filled(page, name, text)
    page.locator("[name=adaptation]").fill("Vi skickar ett meddelande i stället")
    page.get_by_role("button", name="On to the test card").click()
    page.get_by_role("button", name="Start today").click()
    page.wait_for_url(re.compile("/tests/"))
    ref = Experiment.objects.select_related("node").get(adopts__node__ref=lesson).node.ref

    page.goto(f"/en/tests/{ref}/sprint/")
    page.get_by_role("button", name="One more").click()
    expect(page.get_by_text("Today:", exact=False)).to_be_visible()
    page.goto(f"/en/tests/{ref}/review/?verdict=scale#decide")
    for box in page.locator("#decide textarea, #decide input[type=text]").all():
        if box.is_visible() and not box.input_value():
            box.fill("Färre uteblev när vi skrev namnet på den som kommer")
    for radio in page.locator(
        "#decide input[type=radio][value=much], #decide input[type=radio][value=yes]"
    ).all():
        radio.check()
    for choice in page.locator("#decide select").all():
        choice.select_option(index=1)
    page.get_by_role("button", name="Scale it").click()

    page.goto(f"/en/lessons/{lesson}/")
    expect(page.locator("small", has_text="Uses it in its own way")).to_be_visible()
    name = city.persons["colleague"].name
    expect(page.locator("main").get_by_text(name)).to_have_count(0)
    page.get_by_role("link", name="See how it spreads").click()
    expect(page.get_by_text("An innovation: 1 other unit uses it.", exact=False)).to_be_visible()
    tree = page.locator("section", has_text="Who learnt from whom")
    expect(tree.locator("li li").get_by_role("link", name="Norra skolan")).to_be_visible()
    assert Adoption.objects.get().state == "adapted"

    page.goto(f"/en/lessons/{lesson}/")
    page.get_by_role("button", name="I can be asked about this").click()
    expect(page.locator("main").get_by_role("link", name=name)).to_be_visible()


def test_J2_the_owner_is_told_and_a_call_of_twenty_minutes_is_booked(
    city: SmallCity, lesson: str, opened: Opener
) -> None:
    owner = opened("employee")
    owner.goto(f"/en/lessons/{lesson}/")
    owner.get_by_role("button", name="I can be asked about this").click()

    page = opened("colleague", width=360, height=740, has_touch=True)
    actions.take_up(
        ref=lesson, unit=city.units["north"].node.ref, state="uses",
        viewer=city.viewer("colleague"), now=timezone.now(),
    )  # fmt: skip
    page.goto(f"/en/lessons/{lesson}/")
    page.get_by_role("link", name="Ask for twenty minutes").tap()
    page.get_by_label("What do you want to ask?").fill("How did you begin?")
    first = workdays.after(timezone.localdate(), 2)
    page.get_by_label("First time").fill("2001-01-01T10:00")
    page.get_by_role("button", name="Ask", exact=True).tap()
    expect(page.get_by_text("Propose times on working days, from now", exact=False)).to_be_visible()
    expect(page.get_by_label("What do you want to ask?")).to_have_value("How did you begin?")
    page.get_by_label("First time").fill(f"{first}T10:00")
    page.get_by_label("Another time").fill(f"{first}T14:30")
    page.get_by_role("button", name="Ask", exact=True).tap()
    expect(page.get_by_text("Waits for an answer.", exact=True)).to_be_visible()

    owner.goto("/en/tests/")
    expect(owner.locator("section", has_text="What others do with your lessons")).to_contain_text(
        "Norra skolan"
    )
    owner.get_by_role("link", name="Kim Colleague asks you for a call").click()
    owner.get_by_text("14:30").click()
    owner.get_by_label("Where can you be reached?").fill("042-10 50 00")
    owner.get_by_role("button", name="Book it").click()
    expect(owner.locator(".lede")).to_contain_text("14:30")

    page.goto(f"/en/lessons/{lesson}/")
    page.get_by_role("link", name="You have asked Kim Employee for a call").tap()
    expect(page.get_by_text("042-10 50 00")).to_be_visible()
    with page.expect_download() as file:
        page.get_by_role("link", name="Put it in my calendar").tap()
    assert "LOCATION:042-10 50 00" in file.value.path().read_text()
    page.get_by_role("button", name="Call it off").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(TAUGHT["claim"])
    owner.reload()
    expect(owner.locator(".lede")).to_contain_text("has been called off")
    other = opened("hr")
    other.goto(f"/en/lessons/{lesson}/")
    expect(other.get_by_text("for a call", exact=False)).to_have_count(0)


def test_a_kin_is_shown_while_one_types_and_by_a_button_without_script(
    city: SmallCity, lesson: str, opened: Opener
) -> None:
    page = opened("colleague", width=360, height=740)
    page.goto("/en/tests/new/")
    page.locator("[name=title]").press_sequentially("Missade besök i hemtjänst", delay=10)
    expect(page.get_by_role("status").get_by_role("link", name=TAUGHT["claim"])).to_be_visible()

    bare = opened("colleague", java_script_enabled=False)
    bare.goto("/en/tests/new/")
    bare.locator("[name=title]").fill("Missade besök i hemtjänst")
    bare.get_by_role("button", name="Has anybody tried something like it?").click()
    expect(bare.get_by_role("link", name=TAUGHT["claim"])).to_be_visible()


def test_offers_come_with_reasons_and_a_no_is_enough(city: SmallCity, lesson: str, opened: Opener) -> None:
    Lesson.objects.update(group="older", setting="home")
    own: dict[str, Any] = {"viewer": city.viewer("colleague"), "now": timezone.now()}
    ref = actions.sketch(
        title="Tätare samtal", need="Oro", whom="Äldre", change="Vi ringer", measure="Samtal", sort="count",
        better="up", **own,
    )  # fmt: skip
    Experiment.objects.filter(node__ref=ref).update(group="older", setting="home")
    page = opened("colleague")
    page.goto("/en/lessons/offers/")
    page.get_by_role("button", name="See what fits me").click()
    expect(page.get_by_role("link", name=TAUGHT["claim"])).to_be_visible()
    expect(page.get_by_text("it is for the same people: Older people", exact=False)).to_be_visible()
    page.get_by_role("button", name="No, thanks").click()
    expect(page.get_by_role("link", name=TAUGHT["claim"])).to_have_count(0)
    page.get_by_text("What your noes have taught").click()
    expect(page.get_by_text("1 no", exact=False).first).to_be_visible()
