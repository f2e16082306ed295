"""Loose threads: which they are, why they are listed, what is suggested."""

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import reads
from ledstjarna.rooms.atlas.reads.loose import LoosePage
from ledstjarna.thread import actions as thread
from ledstjarna.thread import memory, room
from ledstjarna.thread.reads import Missing
from tests.rooms.atlas.conftest import Sky, colleague


def _titles(page: LoosePage) -> dict[str, list[str]]:
    return {sheaf.kind: [row.spot.title for row in sheaf.rows] for sheaf in page.sheaves}


def test_what_has_no_path_to_the_vision_is_loose(sky: Sky) -> None:
    vision = sky.vision()
    sky.area("Hangs", vision)
    sky.area("Loose")
    page = reads.loose_threads(viewer=colleague())
    assert _titles(page) == {"area": ["Loose"]}
    assert (page.hanging, page.total) == (1, 1)


def test_kinds_that_need_not_lead_to_the_vision_are_never_loose(sky: Sky) -> None:
    sky.vision()
    sky.node("statement", "Said by somebody")
    sky.node("person", "Ada Holm")
    assert _titles(reads.loose_threads(viewer=colleague())) == {}


def test_loose_threads_are_gathered_by_kind_in_the_order_of_the_rooms(sky: Sky) -> None:
    sky.vision()
    sky.area("B")
    sky.area("A")
    sky.node("round", "R")
    page = reads.loose_threads(viewer=colleague())
    assert list(_titles(page).items()) == [("round", ["R"]), ("area", ["A", "B"])]
    assert [(one.kind, one.total, one.current) for one in page.choices] == [
        ("", 3, True),
        ("round", 1, False),
        ("area", 2, False),
    ]


def test_one_kind_can_be_shown_alone_and_the_choices_still_count_all(sky: Sky) -> None:
    sky.vision()
    sky.area("A")
    sky.node("shift", "S")
    page = reads.loose_threads(viewer=colleague(), kind="shift")
    assert _titles(page) == {"shift": ["S"]}
    assert page.total == 2
    assert [one.kind for one in page.choices if one.current] == ["shift"]


@pytest.mark.parametrize("kind", ["statement", "person", "vision", "' OR 1=1 --"])
def test_a_kind_that_cannot_be_loose_is_not_there(sky: Sky, kind: str) -> None:
    with pytest.raises(Missing):
        reads.loose_threads(viewer=colleague(), kind=kind)


def test_a_thread_tied_to_nothing_says_so_and_suggests_its_own_page(sky: Sky) -> None:
    sky.vision()
    area = sky.area("Loose")
    row = reads.loose_threads(viewer=colleague()).sheaves[0].rows[0]
    assert row.act.url == reverse("vision:area", args=[area.ref])
    assert row.reason != ""


def test_a_thread_that_ends_higher_up_leads_to_where_it_ends(sky: Sky) -> None:
    sky.vision()
    party = sky.node("party", "Sea party")
    word = sky.node("endorsement", "Sea party: For", ("spoken_by", party))
    rows = {
        row.spot.title: row for sheaf in reads.loose_threads(viewer=colleague()).sheaves for row in sheaf.rows
    }
    assert "Sea party: For" in rows["Sea party"].reason
    assert rows["Sea party"].act.url == reverse("atlas:node", args=[word.ref])
    assert "Sea party" not in rows["Sea party: For"].reason


def test_a_room_that_can_lift_a_loose_thread_is_suggested(sky: Sky, monkeypatch: pytest.MonkeyPatch) -> None:
    ties = (
        room.Tie("serves", "area", ("shift",), "serves", "is served by", start="vision:new_round"),
        room.Tie("lifts", "area", ("shift",), "lifts", "be lifted", up="source", start="vision:rounds"),
    )
    monkeypatch.setitem(room._rooms, "cranes", room.Room("cranes", ties=ties))
    sky.vision()
    shift = sky.node("shift", "Loose")
    act = reads.loose_threads(viewer=colleague()).sheaves[0].rows[0].act
    assert (act.label, act.url) == ("be lifted", f"{reverse('vision:rounds')}?to={shift.ref}")


def test_without_a_star_nothing_is_called_loose(sky: Sky) -> None:
    sky.area("Waits for a vision")
    page = reads.loose_threads(viewer=colleague())
    assert (page.starred, page.total, page.sheaves) == (False, 0, ())


def test_a_resident_is_told_of_public_threads_alone(sky: Sky) -> None:
    sky.vision(audience="public")
    sky.area("Public", audience="public")
    sky.area("Of the city")
    assert _titles(reads.loose_threads(viewer=NOBODY)) == {"area": ["Public"]}


def test_R18_a_loose_thread_for_named_readers_is_told_to_nobody_else(sky: Sky) -> None:
    sky.vision()
    reader = sky.node("person", "Reader")
    thread.add_node(kind="area", title="Sealed", audience="named", readers=[reader.pk])
    sky.fact("vision.drafted", reader)
    assert _titles(reads.loose_threads(viewer=colleague(reader))) == {"area": ["Sealed"]}
    assert _titles(reads.loose_threads(viewer=colleague(sky.node("person", "Other")))) == {}


def test_the_pages_together_hold_every_loose_thread_once(sky: Sky) -> None:
    sky.vision()
    for number in range(45):
        sky.area(f"Area {number:02}")
    pages = [reads.loose_threads(viewer=colleague(), number=number) for number in (1, 2, 3)]
    assert [title for page in pages for title in _titles(page)["area"]] == [f"Area {n:02}" for n in range(45)]
    assert [(page.number, page.pages) for page in pages] == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(("asked", "shown"), [(-1, 1), (0, 1), (99, 1)])
def test_a_page_that_is_not_there_is_the_nearest_that_is(sky: Sky, asked: int, shown: int) -> None:
    sky.vision()
    sky.area("Loose")
    assert reads.loose_threads(viewer=colleague(), number=asked).number == shown


@pytest.mark.parametrize(
    ("hanging", "loose", "state"), [(0, 0, "bare"), (2, 0, "whole"), (2, 1, "nearly"), (1, 2, "thin")]
)
def test_the_weave_says_how_it_stands(sky: Sky, hanging: int, loose: int, state: str) -> None:
    vision = sky.vision()
    for number in range(hanging):
        sky.area(f"Hangs {number}", vision)
    for number in range(loose):
        sky.area(f"Loose {number}")
    assert reads.weave(viewer=colleague()).state == state


@pytest.mark.parametrize("many", [1, 3])
def test_G19_three_loose_threads_ask_as_many_questions_as_one(
    sky: Sky, many: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    vision = sky.vision()
    for number in range(many):
        sky.area(f"Hangs {number}", vision)
        sky.area(f"Loose {number}")
    memory.forget()
    viewer = colleague(sky.node("person", "Ada"))
    with django_assert_num_queries(7):
        reads.loose_threads(viewer=viewer)
    with django_assert_num_queries(3):
        reads.loose_threads(viewer=viewer)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["star", "hidden", "nothing"]), max_size=8))
def test_a_thread_is_loose_exactly_when_no_star_it_hangs_on_can_be_seen(sky: Sky, ends: list[str]) -> None:
    with transaction.atomic():
        stars = {"star": sky.vision(), "hidden": sky.vision("Hidden", audience="named"), "nothing": None}
        for number, end in enumerate(ends):
            sky.area(f"{number} {end}", stars[end])
        memory.forget()
        loose = {each.title for each in reads.weave(viewer=colleague()).loose}
        transaction.set_rollback(True)
    assert loose == {f"{number} {end}" for number, end in enumerate(ends) if end != "star"}
