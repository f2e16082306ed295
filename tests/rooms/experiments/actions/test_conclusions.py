"""How a test ends: never without a lesson where one is demanded."""

from datetime import timedelta

import pytest

from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.models import Adoption, Experiment, Lesson
from ledstjarna.thread.models import Audience, Fact, Node, Strand
from ledstjarna.thread.reads import Refused
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import END, IDEA, TAUGHT, concluded, lesson_of, row, running, sketched

LATER = NOW + timedelta(days=15)


@pytest.mark.parametrize("verdict", ["scale", "close"])
def test_R7_a_verdict_that_demands_a_lesson_cannot_be_left_without_one(city: SmallCity, verdict: str) -> None:
    ref = running(city)
    with pytest.raises(Refused, match="Say what others can learn"):
        actions.conclude(ref=ref, **END | {"verdict": verdict}, viewer=city.viewer("employee"), now=LATER)
    assert Experiment.objects.get().stage == "running"
    assert not Lesson.objects.exists()


@pytest.mark.parametrize("verdict", ["adapt", "park"])
def test_a_verdict_that_demands_none_is_left_without(city: SmallCity, verdict: str) -> None:
    actions.conclude(
        ref=running(city), **END | {"verdict": verdict}, viewer=city.viewer("employee"), now=LATER
    )
    assert Experiment.objects.get().verdict == verdict


def test_a_lesson_comes_with_the_conclusion_and_is_read_by_the_unit_alone(city: SmallCity) -> None:
    concluded(city)
    lesson = Lesson.objects.select_related("node").get()
    assert (lesson.node.title, lesson.node.audience) == (TAUGHT["claim"], Audience.NAMED)
    names = set(lesson.node.outward.values_list("name", flat=True))
    assert names == {"learnt_from"}
    assert Strand.objects.filter(name="supports", target=lesson.node).count() == 1


def test_how_it_went_and_how_much_was_learnt_are_two_things(city: SmallCity) -> None:
    ref = concluded(city, verdict="close", learning="much")
    one = row(ref)
    assert (one.verdict, one.learning) == ("close", "much")


def test_R7_a_cancelled_test_keeps_how_far_it_had_come_and_asks_for_an_explanation(city: SmallCity) -> None:
    ref = running(city)
    half = NOW + timedelta(days=6)
    with pytest.raises(Refused):
        actions.cancel(ref=ref, explanation=" ", viewer=city.viewer("employee"), now=half)
    actions.cancel(ref=ref, explanation="Telefonerna togs bort", viewer=city.viewer("employee"), now=half)
    one = row(ref)
    assert (one.verdict, one.progress, one.reason) == ("cancelled", 50, "Telefonerna togs bort")
    assert one.node.ended == half


def test_a_sketch_is_let_go_without_an_explanation(city: SmallCity) -> None:
    ref = sketched(city)
    actions.cancel(ref=ref, explanation="", viewer=city.viewer("employee"), now=NOW)
    assert row(ref).progress == 0


def test_an_adopting_test_says_whether_the_lesson_held(city: SmallCity) -> None:
    lesson = lesson_of(city)
    ref = running(city, "colleague", lesson=lesson)
    with pytest.raises(Refused, match="held here"):
        actions.conclude(ref=ref, **END | TAUGHT, viewer=city.viewer("colleague"), now=LATER)
    actions.conclude(ref=ref, **END | TAUGHT, held="no", viewer=city.viewer("colleague"), now=LATER)
    node = Node.objects.get(ref=lesson)
    assert list(node.inward.filter(name="contradicts").values_list("source__ref", flat=True)) == [ref]


@pytest.mark.parametrize(
    ("verdict", "adaptation", "state"),
    [
        ("scale", "", "uses"),
        ("scale", "Vi skickar sms", "adapted"),
        ("close", "", "stopped"),
        ("adapt", "", "tries"),
    ],
)
def test_what_the_unit_does_with_it_follows_from_its_own_test(
    city: SmallCity, verdict: str, adaptation: str, state: str
) -> None:
    ref = running(city, "colleague", lesson=lesson_of(city), adaptation=adaptation)
    assert Adoption.objects.get().state == "tries"
    said = END | TAUGHT | {"verdict": verdict, "held": "yes"}
    actions.conclude(ref=ref, **said, viewer=city.viewer("colleague"), now=LATER)
    assert Adoption.objects.get().state == state


def test_one_goes_on_from_a_concluded_test_with_all_that_was_said(city: SmallCity) -> None:
    ref = actions.try_again(ref=concluded(city), viewer=city.viewer("employee"), now=LATER)
    one = row(ref)
    assert (one.stage, one.need, one.verdict) == ("sketch", IDEA["need"], "")
    assert one.node.audience == Audience.NAMED


def test_a_sketch_is_opened_to_nobody(city: SmallCity) -> None:
    with pytest.raises(Refused):
        actions.open_test(ref=sketched(city), audience="public", viewer=city.viewer("employee"), now=NOW)


def test_a_started_test_is_opened_to_everybody(city: SmallCity) -> None:
    ref = running(city)
    actions.open_test(ref=ref, audience="public", viewer=city.viewer("employee"), now=NOW)
    assert row(ref).node.audience == Audience.PUBLIC
    assert Fact.objects.latest("number").verb == "experiments.opened"
