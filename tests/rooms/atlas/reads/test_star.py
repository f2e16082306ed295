"""The star map: which vision is in the middle, what hangs on it, who sees what."""

from math import hypot, sqrt

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import reads
from ledstjarna.rooms.atlas.reads.star import Ray, Star, StarMap, Thing
from ledstjarna.thread import actions as thread
from ledstjarna.thread import memory
from ledstjarna.thread.reads import Missing, Spot
from tests.rooms.atlas.conftest import NOW, Sky, colleague


def _middle(page: StarMap) -> str:
    assert page.star is not None
    return page.star.spot.title


def _hanging(page: StarMap) -> dict[str, list[tuple[str, list[str]]]]:
    return {
        ray.kind: [(thing.spot.title, [each.title for each in thing.below]) for thing in ray.things]
        for ray in page.rays
    }


def test_the_newest_decided_vision_is_in_the_middle(sky: Sky) -> None:
    old, new, shaped = sky.vision("Old"), sky.vision("New"), sky.vision("Shaped")
    sky.fact("vision.decided", new, sky.node("round", "Asked"))
    sky.fact("vision.decided", old)
    page = reads.star_map(now=NOW, viewer=colleague())
    assert _middle(page) == "Old"
    assert [(each.spot.title, each.decided) for each in page.stars] == [
        ("Old", True),
        ("New", True),
        (shaped.title, False),
    ]


def test_the_newest_vision_is_chosen_where_none_is_decided(sky: Sky) -> None:
    sky.vision("First")
    sky.vision("Second")
    assert _middle(reads.star_map(now=NOW, viewer=colleague())) == "Second"


def test_a_consultation_brought_in_is_listed_and_not_chosen(sky: Sky) -> None:
    sky.vision("Ours")
    theirs = sky.vision("Theirs")
    sky.fact("vision.imported", sky.node("round", "Theirs", ("shapes", theirs)), theirs)
    page = reads.star_map(now=NOW, viewer=colleague())
    assert _middle(page) == "Ours"
    assert [(each.spot.title, each.imported) for each in page.stars] == [("Ours", False), ("Theirs", True)]


def test_a_consultation_brought_in_is_shown_where_there_is_nothing_else(sky: Sky) -> None:
    theirs = sky.vision("Theirs")
    sky.fact("vision.imported", theirs)
    assert _middle(reads.star_map(now=NOW, viewer=colleague())) == "Theirs"


def test_a_vision_can_be_chosen_by_its_ref(sky: Sky) -> None:
    first = sky.vision("First")
    sky.vision("Second")
    assert _middle(reads.star_map(now=NOW, viewer=colleague(), star=first.ref)) == "First"


def test_T5_a_vision_not_for_this_viewer_is_as_missing_as_one_that_is_not_there(sky: Sky) -> None:
    hidden = sky.vision("Hidden")
    for ref in (hidden.ref, "nowhere"):
        with pytest.raises(Missing):
            reads.star_map(now=NOW, viewer=NOBODY, star=ref)


def test_only_a_star_can_be_in_the_middle(sky: Sky) -> None:
    area = sky.area("Harbour", sky.vision())
    with pytest.raises(Missing):
        reads.star_map(now=NOW, viewer=colleague(), star=area.ref)


def test_areas_and_shifts_hang_on_the_vision_with_the_statements_they_grew_from(sky: Sky) -> None:
    vision = sky.vision()
    area = sky.area("Open harbour", vision)
    shared = sky.grown(area, "The harbour is open all year")
    sky.grown(area, "Boats for all")
    shift = sky.node("shift", "Cars → trees", ("moves", vision))
    thread.tie(source=shift, name="turned_from", target=shared)
    page = reads.star_map(now=NOW, viewer=colleague())
    assert _hanging(page) == {
        "area": [("Open harbour", ["The harbour is open all year", "Boats for all"])],
        "shift": [("Cars → trees", ["The harbour is open all year"])],
    }


def test_what_hangs_on_another_vision_is_not_on_the_map(sky: Sky) -> None:
    other = sky.vision("Other")
    sky.area("Theirs", other)
    vision = sky.vision("Ours")
    sky.area("Ours", vision)
    assert _hanging(reads.star_map(now=NOW, viewer=colleague())) == {"area": [("Ours", [])]}


def test_the_newer_word_of_a_party_replaces_its_older_one(sky: Sky) -> None:
    vision = sky.vision()
    sea, forest = sky.node("party", "Sea party"), sky.node("party", "Forest party")
    sky.word(sea, vision, "Sea party: Against")
    sky.word(sea, vision, "Sea party: For")
    sky.word(forest, vision, "Forest party: For")
    assert _hanging(reads.star_map(now=NOW, viewer=colleague())) == {
        "endorsement": [("Forest party: For", []), ("Sea party: For", [])]
    }


def test_a_resident_sees_what_is_public_and_nothing_else(sky: Sky) -> None:
    vision = sky.vision(audience="public")
    area = sky.area("Public area", vision, audience="public")
    sky.grown(area, "Public statement", audience="public")
    sky.grown(area, "City statement")
    sky.area("City area", vision)
    assert _hanging(reads.star_map(now=NOW, viewer=NOBODY)) == {
        "area": [("Public area", ["Public statement"])]
    }


def test_what_is_kept_for_one_authority_is_not_answered_to_another(sky: Sky) -> None:
    vision = sky.vision()
    port, school = sky.node("board", "Port board"), sky.node("board", "School board")
    sky.node("area", "Of the port", ("belongs_to", vision), audience="authority", authority=port.pk)
    at_port, at_school = colleague(None, port), colleague(None, school)
    assert _hanging(reads.star_map(now=NOW, viewer=at_port)) == {"area": [("Of the port", [])]}
    assert _hanging(reads.star_map(now=NOW, viewer=at_school)) == {}


def test_R18_what_a_named_reader_has_just_seen_is_not_kept_for_others(sky: Sky) -> None:
    vision = sky.vision()
    reader, other = sky.node("person", "Reader"), sky.node("person", "Other")
    secret = thread.add_node(kind="area", title="Sealed", audience="named", readers=[reader.pk])
    thread.tie(source=secret, name="belongs_to", target=vision)
    assert _hanging(reads.star_map(now=NOW, viewer=colleague(reader))) == {"area": [("Sealed", [])]}
    assert _hanging(reads.star_map(now=NOW, viewer=colleague(other))) == {}
    assert _hanging(reads.star_map(now=NOW, viewer=NOBODY)) == {}


def test_the_map_is_kept_until_the_next_fact(sky: Sky) -> None:
    vision = sky.vision()
    before = reads.star_map(now=NOW, viewer=colleague())
    thread.tie(source=thread.add_node(kind="area", title="New"), name="belongs_to", target=vision)
    assert reads.star_map(now=NOW, viewer=colleague()) == before
    sky.fact("vision.drafted", vision)
    assert _hanging(reads.star_map(now=NOW, viewer=colleague())) == {"area": [("New", [])]}


def test_the_map_speaks_the_language_of_each_reader(sky: Sky) -> None:
    sky.area("Harbour", sky.vision())
    urls = []
    for language in ("en", "sv"):
        with translation.override(language):
            urls.append(reads.star_map(now=NOW, viewer=colleague()).rays[0].things[0].spot.url)
    assert [url.startswith("/en/") for url in urls] == [True, False]


def test_a_sky_without_a_star_says_where_to_begin(sky: Sky) -> None:
    page = reads.star_map(now=NOW, viewer=colleague())
    assert (page.star, page.stars, page.rays) == (None, (), ())
    assert page.begin is not None
    assert page.chart == {}


@pytest.mark.parametrize("many", [1, 3])
def test_G19_the_map_asks_as_many_questions_of_three_areas_as_of_one(
    sky: Sky, many: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    vision = sky.vision()
    for number in range(many):
        sky.grown(sky.area(f"Area {number}", vision), f"Statement {number}")
        sky.area(f"Loose {number}")
    memory.forget()
    viewer = colleague(sky.node("person", "Ada"))
    with django_assert_num_queries(14):
        reads.star_map(now=NOW, viewer=viewer)
    with django_assert_num_queries(5):
        reads.star_map(now=NOW, viewer=viewer)


def test_the_drawing_holds_each_dot_once_and_every_dot_is_a_link(sky: Sky) -> None:
    vision = sky.vision()
    one, two = sky.area("One", vision), sky.area("Two", vision)
    shared = sky.grown(one, "Shared")
    thread.tie(source=two, name="grew_from", target=shared)
    sky.fact("vision.drafted", two)
    chart = reads.star_map(now=NOW, viewer=colleague()).chart
    assert chart["name"] == [vision.title, "One", "Two", "Shared"]
    assert chart["up"] == [-1, 0, 0, 1]
    assert chart["ref"] == [vision.ref, one.ref, two.ref, shared.ref]
    assert all(url.startswith("/") for url in chart["url"])


def test_the_farther_from_the_star_the_farther_out(sky: Sky) -> None:
    vision = sky.vision()
    sky.grown(sky.area("One", vision), "Statement")
    chart = reads.star_map(now=NOW, viewer=colleague()).chart
    out = [hypot(x, y) for x, y in zip(chart["x"], chart["y"], strict=True)]
    assert out == pytest.approx([0, sqrt(0.5), 1], abs=1e-3)


def test_what_hangs_on_the_star_itself_is_drawn_next_to_it_wherever_else_it_hangs(sky: Sky) -> None:
    vision = sky.vision()
    one, two = sky.area("One", vision), sky.area("Two", vision)
    thread.tie(source=one, name="grew_from", target=two)
    thread.tie(source=two, name="grew_from", target=one)
    sky.fact("vision.drafted", two)
    chart = reads.star_map(now=NOW, viewer=colleague()).chart
    assert list(zip(chart["name"], chart["up"], strict=True)) == [(vision.title, -1), ("One", 0), ("Two", 0)]


def _spot(number: int) -> Spot:
    return Spot(number, f"r{number}", "area", "Area", f"Title {number}", "", f"/{number}/")


spots = st.integers(1, 8).map(_spot)
things = st.builds(Thing, spots, st.just("hangs on"), st.lists(spots, max_size=4).map(tuple))


@given(st.lists(things, max_size=6))
def test_every_dot_is_drawn_once_and_after_what_it_hangs_on(found: list[Thing]) -> None:
    star = Star(_spot(0), decided=True, imported=False, current=True)
    page = StarMap(star, (star,), (Ray("area", "Areas", tuple(found)),), False, "whole", 0, 0, None)
    drawn = page.chart["ref"]
    assert len(drawn) == len(set(drawn))
    assert {spot.ref for thing in found for spot in (thing.spot, *thing.below)} | {"r0"} == set(drawn)
    assert all(up < at for at, up in enumerate(page.chart["up"]))
    assert set(page.chart["kind"]) == set(range(len(page.chart["kinds"])))
