"""From thought to a running test on a phone (J1), and from the sprint's end to what others can learn (J5)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.models import Experiment, Lesson, Observation
from tests.fixtures.city import SmallCity
from tests.rooms.experiments.stage import IDEA

Opener = Callable[..., Page]


def test_J1_an_assistant_nurse_gets_from_thought_to_a_running_test_on_a_phone(
    city: SmallCity, opened: Opener
) -> None:
    page = opened("employee", width=360, height=740, has_touch=True)
    page.goto("/tests/")
    page.get_by_role("link", name="Jag har en idé").tap()
    page.get_by_label("Din idé med några ord").fill("Ring kvällen innan")
    page.get_by_label("Vad är behovet?").fill("Besök missas för att ingen öppnar")
    page.get_by_label("Vem hjälper det?").fill("Den som bor ensam")
    page.get_by_label("Vad vill du prova?").fill("Vi ringer kvällen innan")
    page.get_by_label("Hur märker du att det hjälper?").fill("Missade besök")
    page.get_by_label("Åt vilket håll är bättre?").select_option("down")
    page.get_by_role("button", name="Vidare till försökskortet").tap()
    expect(page.get_by_text("Ni märker bara en mycket stor förändring", exact=False)).to_be_visible()
    expect(page.get_by_role("link", name="Se ditt uppdragskort")).to_be_visible()
    page.get_by_role("button", name="Starta i dag").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gör som vanligt i dag, och räkna.")
    page.get_by_role("button", name="En till").tap()
    expect(page.locator(".counted strong")).to_have_text("1")
    page.get_by_role("button", name="En till").tap()
    expect(page.locator(".counted strong")).to_have_text("2")
    page.get_by_role("button", name="Ångra det senaste").tap()
    expect(page.locator(".counted strong")).to_have_text("1")
    page.get_by_label("Vad såg ni?").fill("Lugnare vid dörren")
    page.get_by_role("button", name="Skriv ned").tap()
    expect(page.get_by_text("Lugnare vid dörren")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert Observation.objects.count() == 1
    assert Experiment.objects.get().stage == "running"


def test_J1_works_without_script(city: SmallCity, opened: Opener) -> None:
    ref = _ended(city)
    page = opened("employee", java_script_enabled=False)
    page.goto(f"/en/tests/{ref}/sprint/")
    before = Observation.objects.count()
    page.get_by_role("button", name="One more").click()
    expect(page.locator(".counted strong")).to_have_text("1")
    assert Observation.objects.count() == before + 1


def _ended(city: SmallCity) -> str:
    """A test that made no difference, whose sprint was over yesterday."""
    viewer, now = city.viewer("employee"), timezone.now()
    began = now - timedelta(days=14)
    ref = actions.sketch(**IDEA, viewer=viewer, now=began)
    actions.start(ref=ref, viewer=viewer, now=began)
    for n, value in enumerate((3, 4, 2, 3, 4, 3, 2, 4, 3, 3, 4, 2, 3)):
        actions.log(ref=ref, value=value, on=(began + timedelta(days=n)).date(), viewer=viewer, now=now)
    return ref


def test_J5_a_manager_reviews_closes_and_lets_others_learn(city: SmallCity, opened: Opener) -> None:
    ref = _ended(city)
    page = opened("manager")
    page.goto(f"/tests/{ref}/review/")
    expect(page.get_by_text("har säkert minskat, med ungefär en femtedel")).to_be_visible()
    expect(page.get_by_text("Regeln är inte uppfylld", exact=False)).to_be_visible()
    page.get_by_role("link", name="Lägg ned").click()
    expect(page.get_by_label("Lärdomen i en mening")).to_have_value("”Ring kvällen innan” hjälpte inte")
    expect(page.get_by_text("Säg hur det fungerar", exact=False)).to_be_visible()
    page.get_by_label("Varför?", exact=True).fill("Ingen skillnad")
    page.get_by_label("Hur mycket lärde ni er?").select_option("much")
    page.get_by_label("Vad lärde ni er?").fill("De som missas hör inte telefonen")
    page.get_by_role("button", name="Lägg ned").click()
    page.get_by_role("link", name="hjälpte inte", exact=False).first.click()
    expect(page.get_by_text("Andra skulle få ut mer av den")).to_be_visible()
    page.get_by_role("link", name="Justera").first.click()
    page.get_by_label("Hur fungerar det?").fill("Den som inte hör telefonen nås inte av ett samtal")
    page.get_by_label("Vad får anpassas?").fill("Tiden")
    page.get_by_label("Varför det ändras").fill("Hur det hänger ihop saknades")
    page.get_by_role("button", name="Spara det").click()
    expect(page.get_by_text("Ingen är nämnd på sidan.")).to_be_visible()
    page.get_by_label("Alla", exact=True).check()
    page.get_by_role("button", name="Låt dem läsa").click()
    expect(page.get_by_text("Alla kan läsa den.")).to_be_visible()
    one = Lesson.objects.select_related("node", "experiment").get()
    assert (one.node.audience, one.experiment and one.experiment.learning) == ("public", "much")


@pytest.mark.parametrize("width", [360, 1280])
def test_J2_a_lesson_is_tried_on_the_other_side_of_town(city: SmallCity, opened: Opener, width: int) -> None:
    viewer, now = city.viewer("employee"), timezone.now()
    ref = _ended(city)
    actions.conclude(
        ref=ref, verdict="close", reason="Ingen skillnad", learning="much", learnt="De hör inte",
        claim="Ett samtal når inte den som hör dåligt", viewer=viewer, now=now,
    )  # fmt: skip
    lesson = Lesson.objects.select_related("node").get().node.ref
    actions.open_lesson(ref=lesson, audience="city", viewer=viewer, now=now)
    page = opened("colleague", width=width)
    page.goto(f"/lessons/{lesson}/")
    page.get_by_role("link", name="Prova hos oss").click()
    expect(page.get_by_label("Hur märker du att det hjälper?")).to_have_value("Missade besök på en dag")
    page.get_by_label("Vad gör ni på ert eget sätt?").fill("Vi skickar sms")
    page.get_by_role("button", name="Vidare till försökskortet").click()
    page.get_by_role("button", name="Starta i dag").click()
    page.goto(f"/lessons/{lesson}/")
    expect(page.get_by_text("Provar", exact=False).first).to_be_visible()
