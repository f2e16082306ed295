"""A node among its neighbours: up, down and sideways."""

import pytest
from pytest_django import DjangoAssertNumQueries

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import reads
from ledstjarna.rooms.atlas.reads.node import SHOWN, Side
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Missing
from tests.rooms.atlas.conftest import NOW, Sky, colleague


def _titles(side: Side) -> list[str]:
    return [each.spot.title for each in side.near]


def test_a_node_tells_why_it_is_there_what_hangs_on_it_and_who_else(sky: Sky) -> None:
    vision = sky.vision("Harbour 2040")
    area = sky.area("Open harbour", vision)
    sky.area("Calm traffic", vision)
    sky.grown(area, "Open all year")
    page = reads.surroundings(ref=area.ref, viewer=colleague())
    assert [each.title for each in page.why] == ["Harbour 2040", "Open harbour"]
    assert (_titles(page.up), _titles(page.down), _titles(page.beside)) == (
        ["Harbour 2040"],
        ["Open all year"],
        ["Calm traffic"],
    )
    assert page.beside.near[0].label == "Harbour 2040"
    assert page.hangs


def test_a_strand_is_read_in_the_words_of_the_end_one_stands_at(sky: Sky) -> None:
    vision = sky.vision()
    area = sky.area("Open harbour", vision)
    from_area = reads.surroundings(ref=area.ref, viewer=colleague()).up.near[0]
    from_vision = reads.surroundings(ref=vision.ref, viewer=colleague()).down.near[0]
    assert from_area.tie == from_vision.tie == "belongs_to"
    assert from_area.label != from_vision.label


def test_those_beside_are_of_the_same_kind_and_told_once(sky: Sky) -> None:
    vision, other = sky.vision(), sky.vision("Other")
    area, twin = sky.area("Area", vision), sky.area("Twin", vision)
    for each in (area, twin):
        thread.tie(source=each, name="belongs_to", target=other)
    sky.node("shift", "Another kind", ("moves", vision))
    page = reads.surroundings(ref=area.ref, viewer=colleague())
    assert _titles(page.beside) == ["Twin"]


def test_a_loose_node_has_no_path_but_a_page(sky: Sky) -> None:
    sky.vision()
    area = sky.area("Loose")
    page = reads.surroundings(ref=area.ref, viewer=colleague())
    assert (page.hangs, page.aims, [each.title for each in page.why]) == (False, True, ["Loose"])
    assert (page.up.near, page.down.near, page.beside.near) == ((), (), ())


def test_the_star_itself_hangs_together(sky: Sky) -> None:
    page = reads.surroundings(ref=sky.vision().ref, viewer=colleague())
    assert (page.hangs, page.aims) == (True, False)


def test_the_facts_about_a_node_are_told_newest_first(sky: Sky) -> None:
    vision = sky.vision()
    who = thread.add_node(kind="person", title="Ada Holm")
    thread.record(who=who.pk, verb="vision.decided", node=vision, at=NOW)
    events = reads.surroundings(ref=vision.ref, viewer=colleague()).events
    assert [(each.number, each.who) for each in events] == [(2, "Ada Holm"), (1, "")]


def test_T11_a_protected_person_is_not_named_in_facts_nor_found_as_a_node(sky: Sky) -> None:
    vision = sky.vision()
    hidden = thread.add_node(kind="person", title="Hidden Person", audience="named")
    thread.record(who=hidden.pk, verb="vision.decided", node=vision, at=NOW)
    page = reads.surroundings(ref=vision.ref, viewer=colleague())
    assert [each.who for each in page.events] == ["", ""]
    with pytest.raises(Missing):
        reads.surroundings(ref=hidden.ref, viewer=colleague())


def test_T5_a_neighbour_that_is_not_for_the_viewer_is_not_among_the_neighbours(sky: Sky) -> None:
    vision = sky.vision(audience="public")
    area = sky.area("Public", vision, audience="public")
    sky.area("Of the city", vision)
    sky.grown(area, "Of the city too")
    page = reads.surroundings(ref=area.ref, viewer=NOBODY)
    assert (_titles(page.down), _titles(page.beside)) == ([], [])
    with pytest.raises(Missing):
        reads.surroundings(ref=vision.ref + "x", viewer=NOBODY)


def test_more_neighbours_than_fit_are_owned_up_to(sky: Sky) -> None:
    vision = sky.vision()
    for number in range(SHOWN + 1):
        sky.area(f"Area {number}", vision)
    page = reads.surroundings(ref=vision.ref, viewer=colleague())
    assert (len(page.down.near), page.down.more, page.up.more) == (SHOWN, True, False)


@pytest.mark.parametrize("many", [1, 3])
def test_G19_three_neighbours_ask_as_many_questions_as_one(
    sky: Sky, many: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    vision = sky.vision()
    area = sky.area("Area", vision)
    for number in range(many):
        sky.grown(area, f"Statement {number}")
        sky.area(f"Beside {number}", vision)
    with django_assert_num_queries(7):
        reads.surroundings(ref=area.ref, viewer=colleague())
