"""Pages of small tests, from thought to conclusion, through the door."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from ledstjarna.rooms.experiments.models import Experiment, Lesson
from tests.fixtures.city import SmallCity
from tests.rooms.experiments.stage import END, IDEA, TAUGHT, concluded, lesson_of, row, running, sketched

Clients = Callable[..., Client]


def at(name: str, ref: str) -> str:
    return reverse(f"experiments:{name}", args=[ref])


def test_an_idea_becomes_a_running_test_in_two_presses(city: SmallCity, client_as: Clients) -> None:
    client = client_as("employee")
    made = client.post(reverse("experiments:new"), IDEA)
    assert made.status_code == 303
    ref = Experiment.objects.get().node.ref
    assert made.headers["Location"] == at("test", ref)
    assert "Start" in client.get(at("test", ref)).content.decode()
    started = client.post(at("start", ref))
    assert started.headers["Location"] == at("sprint", ref)
    assert client.get(at("sprint", ref)).status_code == 200


def test_what_is_missing_in_an_idea_is_said_and_what_was_typed_stays(
    city: SmallCity, client_as: Clients
) -> None:
    answer = client_as("employee").post(reverse("experiments:new"), IDEA | {"measure": ""})
    assert answer.status_code == 422
    assert IDEA["need"] in answer.content.decode()


def test_every_page_of_a_test_can_be_read(city: SmallCity, client_as: Clients) -> None:
    client = client_as("employee")
    sketch, run = sketched(city), running(city)
    ended = concluded(city)
    for name, ref in [
        ("test", sketch), ("mend", sketch), ("lay", sketch), ("test", run), ("sprint", run), ("bring", run),
        ("alter", run), ("review", run), ("test", ended), ("sprint", ended), ("teach", ended),
    ]:  # fmt: skip
        assert client.get(at(name, ref)).status_code == 200, name
    for name in ("home", "tests", "new", "lessons"):
        assert client.get(reverse(f"experiments:{name}")).status_code == 200, name


def test_the_review_asks_for_the_lesson_that_the_verdict_demands(city: SmallCity, client_as: Clients) -> None:
    ref, client = running(city), client_as("employee")
    page = client.get(at("review", ref) + "?verdict=close").content.decode()
    assert IDEA["title"] in page
    assert client.post(at("review", ref), END | {"verdict": "close"}).status_code == 422
    assert client.post(at("review", ref), END | TAUGHT | {"verdict": "close"}).status_code == 303
    assert row(ref).verdict == "close"


def test_a_lesson_can_be_tried_elsewhere_from_its_page(city: SmallCity, client_as: Clients) -> None:
    ref, client = lesson_of(city), client_as("colleague")
    assert client.get(at("lesson", ref)).status_code == 200
    page = client.get(reverse("experiments:new") + f"?to={ref}").content.decode()
    assert IDEA["measure"] in page
    client.post(reverse("experiments:new"), IDEA | {"lesson": ref, "adaptation": "Vi skickar sms"})
    one = Experiment.objects.latest("pk")
    assert (one.adopts, one.adaptation) == (Lesson.objects.get(), "Vi skickar sms")


def test_a_sketch_is_laid_by_a_few_answers(city: SmallCity, client_as: Clients) -> None:
    ref, client = sketched(city), client_as("employee")
    answers = {"places": "\n".join(f"Lag {n}" for n in range(8)), "weekly": "40", "days": "28", "apart": "on"}
    shown = client.post(at("lay", ref), answers)
    assert shown.status_code == 200
    assert row(ref).design == "series"
    client.post(at("lay", ref), answers | {"save": "1"})
    assert row(ref).design == "staggered"


def test_what_has_not_started_is_for_nobody_else(city: SmallCity, client_as: Clients) -> None:
    ref = sketched(city)
    for who in ("colleague", "communicator", "administrator"):
        assert client_as(who).get(at("test", ref)).status_code == 404


def test_the_first_page_leads_its_words_to_the_good_search(city: SmallCity, client_as: Clients) -> None:
    page = client_as("hr").get(reverse("experiments:home")).content.decode()
    assert f'role="search" action="{reverse("experiments:find")}"' in page


def test_a_manager_answers_on_the_page_of_the_sketch(city: SmallCity, client_as: Clients) -> None:
    ref, manager = sketched(city), client_as("manager")
    client_as("employee").post(at("ask", ref))
    assert manager.get(at("test", ref)).status_code == 200
    short = manager.post(at("let_decide", ref), {"answer": "not_now"})
    assert short.status_code == 422
    assert 'value="not_now"' in short.content.decode()
    assert manager.post(at("let_decide", ref), {"answer": "alone", "words": "Kör"}).status_code == 303
    assert "Kör" in client_as("employee").get(at("test", ref)).content.decode()
