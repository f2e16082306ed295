"""A call's form and criteria in another order."""

from typing import Any

import pytest

from ledstjarna.rooms.accelerator import actions, reads
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Refused
from tests.rooms.accelerator.conftest import Lab
from tests.rooms.accelerator.test_actions import shaped


@pytest.fixture
def draft(lab: Lab) -> str:
    """A call that is being shaped, with three questions and two criteria."""
    ref = shaped(lab)
    for text in ("Ett", "Två", "Tre"):
        actions.add_question(ref=ref, text=text, sort="short", **lab.by("communicator"))
    for title in ("Nytta", "Nytt"):
        actions.add_criterion(ref=ref, title=title, low="0", high="1", weight=1, **lab.by("communicator"))
    return ref


def order(lab: Lab, ref: str) -> tuple[list[str], list[str]]:
    page = reads.call_form(ref=ref, viewer=lab.city.viewer("communicator"))
    assert [one.place for one in page.questions] == list(range(len(page.questions)))
    return [one.text for one in page.questions], [one.title for one in page.criteria]


def moved(lab: Lab, ref: str, what: str, place: int, way: str, by: str = "communicator") -> None:
    actions.move_part(ref=ref, what=what, place=place, way=way, **lab.by(by))


def test_a_question_changes_places_with_the_one_before_or_after_it(lab: Lab, draft: str) -> None:
    moved(lab, draft, "question", 2, "up")
    assert order(lab, draft) == (["Ett", "Tre", "Två"], ["Nytta", "Nytt"])
    moved(lab, draft, "question", 0, "down")
    assert order(lab, draft)[0] == ["Tre", "Ett", "Två"]
    assert Fact.objects.latest("number").verb == "accelerator.shaped"


def test_a_criterion_is_moved_in_the_same_way(lab: Lab, draft: str) -> None:
    moved(lab, draft, "criterion", 1, "up")
    assert order(lab, draft) == (["Ett", "Två", "Tre"], ["Nytt", "Nytta"])


@pytest.mark.parametrize(
    ("place", "way", "why"),
    [(0, "up", "It stands first"), (2, "down", "It stands last"), (3, "up", "It is not there")],
)
def test_what_stands_at_the_end_goes_no_further(lab: Lab, draft: str, place: int, way: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        moved(lab, draft, "question", place, way)
    assert order(lab, draft)[0] == ["Ett", "Två", "Tre"]


def test_nothing_is_moved_in_a_call_that_is_open_nor_by_others_than_the_office(lab: Lab, draft: str) -> None:
    with pytest.raises(Refused, match=r"^It has been opened"):
        moved(lab, lab.call, "question", 0, "down")
    with pytest.raises(Refused, match=r"^This is done by the innovation office"):
        moved(lab, draft, "question", 0, "down", by="hr")


def test_an_order_is_kept_when_one_is_taken_away(lab: Lab, draft: str) -> None:
    top: dict[str, Any] = lab.by("communicator")
    moved(lab, draft, "question", 0, "down")
    actions.drop_part(ref=draft, what="question", place=0, **top)
    assert order(lab, draft)[0] == ["Ett", "Tre"]
