"""J6: the whole city on one page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ledstjarna.people.viewer import NOBODY, Held, Viewer
from ledstjarna.rooms.atlas import reads
from ledstjarna.rooms.atlas.models import Ceiling
from ledstjarna.thread import memory
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import NOW as SUMMER
from tests.fixtures.city import SmallCity
from tests.house import world
from tests.rooms.atlas.conftest import NOW, Sky, colleague


def page(viewer: Viewer | None = None) -> reads.Monday:
    return reads.monday(viewer=viewer or colleague(), now=NOW)


def test_J6_the_page_says_which_day_it_is_and_what_is_the_case(sky: Sky) -> None:
    assert (page().headline, page().begun) == ("No star in the sky yet", False)
    area = sky.area("Area", sky.vision())
    assert (page().headline, page().week) == ("Everything hangs together", 9)
    sky.area("Loose")
    assert page().headline == "Everything hangs together – almost"
    board = sky.node("board", "Board", ("given_to", area), days_ago=500)
    goal = sky.node("board_goal", "Goal", ("serves", area), ("given_to", board), days_ago=500)
    for number in range(9):
        sky.node("talk", f"Talk {number}", ("follows_up", goal), days_ago=60)
    assert page().headline == "It hangs together, but we forget to tell"
    for number in range(30):
        sky.node("board_goal", f"Still {number}", ("serves", area), days_ago=500)
    assert page().headline == "2 pitfalls ask for attention"


def test_J6_the_three_loose_threads_that_most_hangs_on_come_with_a_suggested_act(sky: Sky) -> None:
    sky.vision()
    for number in range(4):
        sky.area(f"Loose {number}")
    found = page()
    assert (len(found.loose), found.loose_total) == (3, 4)
    assert all(one.act.label for one in found.loose)


def test_T5_a_resident_has_no_monday(sky: Sky) -> None:
    with pytest.raises(Missing):
        page(NOBODY)


def led(sky: Sky) -> tuple[Node, Node, Node]:
    """Two boards and the city, each with a question whose day has passed."""
    sky.vision()
    city = sky.node("organisation", "Harbour town")
    beta, alpha = sky.node("board", "Beta"), sky.node("board", "Alpha")
    for place in (beta, alpha, city):
        sky.node("question", f"How, {place.title}?", ("asks_about", place), days_ago=90, due=NOW.date())
    Node.objects.filter(kind="question").update(due=None)
    for one in Node.objects.filter(kind="question"):
        one.promises.update(due=NOW.date().replace(month=2))
    return city, beta, alpha


def test_J6_one_s_own_comes_first_and_the_others_in_order_of_name_not_of_number(sky: Sky) -> None:
    city, beta, _alpha = led(sky)
    own = [(one.spot.title, one.own) for one in page(colleague(None, beta)).balances]
    assert own == [("Beta", True), ("Alpha", False), ("Harbour town", False)]
    top = page(colleague(role="city_director")).balances
    assert [(one.spot.title, one.own) for one in top] == [
        ("Harbour town", True),
        ("Alpha", False),
        ("Beta", False),
    ]
    assert (top[0].asked, top[0].done) == (1, 0)
    assert top[0].url == f"{reverse('atlas:dial', args=['leadership'])}?place={city.ref}"


def test_J6_no_person_is_named_anywhere_on_the_page(city: SmallCity) -> None:
    world.build(city)
    for role in ("city_director", "union", "employee"):
        shown = repr(reads.monday(viewer=city.viewer(role), now=SUMMER))
        for name in {one.family for one in city.persons.values()} - {"Protection"}:
            assert f"Kim {name}" not in shown


def test_all_who_may_see_the_same_meet_the_same_figures(city: SmallCity) -> None:
    world.build(city)
    roles = ("city_director", "manager", "union", "communicator", "hr")  # who all work at home care
    figures = {
        role: tuple((one.hits, one.total) for one in reads.monday(viewer=city.viewer(role), now=SUMMER).dials)
        for role in roles
    }
    assert len(set(figures.values())) == 1


def test_what_was_done_latest_comes_with_the_thread_that_it_hangs_on(sky: Sky) -> None:
    area = sky.area("Area", sky.vision("Star"))
    goal = sky.node("board_goal", "Goal", ("serves", area))
    for days in range(5):
        sky.node("talk", f"Talk {days}", ("follows_up", goal), days_ago=days)
    sky.node("talk", "Adrift", days_ago=3)
    found = page().learnt
    assert [one.spot.title for one in found] == ["Talk 0", "Talk 1", "Talk 2"]
    assert [spot.title for spot in found[0].why] == ["Star", "Area", "Goal", "Talk 0"]


def reached(sky: Sky) -> tuple[Node, Node]:
    """Two boards: eight goals are given to one, two to the other; and one unit that answers to each."""
    sky.vision()
    many, few = sky.node("board", "Many"), sky.node("board", "Few")
    for board, goals in ((many, 8), (few, 2)):
        for number in range(goals):
            sky.node("board_goal", f"{board.title} {number}", ("given_to", board), days_ago=900 - number)
        sky.node("unit", f"Unit of {board.title}", ("answers_to", board))
    return many, few


def test_J6_the_place_that_most_signals_reach_is_tried_without_the_five_that_lay_longest(sky: Sky) -> None:
    many, _few = reached(sky)
    assert page().overload is None
    Ceiling.objects.create(level="unit", most=6)
    sky.fact("atlas.capped", many)
    found = page().overload
    assert found is not None
    assert (found.spot.title, found.signals, found.most, found.over, found.dropped) == ("Many", 8, 6, True, 5)
    refs = list(
        Node.objects.filter(title__startswith="Many ").order_by("title").values_list("ref", flat=True)
    )
    query = "&".join(f"drop={ref}" for ref in refs[:5])
    assert found.url == f"{reverse('atlas:signals_at', args=[many.ref])}?{query}"


def test_J6_who_leads_a_unit_or_board_meets_their_own_and_there_may_be_room(sky: Sky) -> None:
    _many, few = reached(sky)
    Ceiling.objects.create(level="unit", most=6)
    sky.fact("atlas.capped", few)
    unit = Node.objects.get(title="Unit of Few")
    lead = Viewer(None, "", True, (Held("manager", unit.pk, None, None),), frozenset(), None, frozenset())
    found = page(lead).overload
    assert found is not None
    assert (found.spot.title, found.signals, found.over) == ("Unit of Few", 2, False)
    assert found.url == reverse("atlas:signals_at", args=[unit.ref])


def test_T5_nothing_that_is_opened_to_named_persons_is_on_the_page(sky: Sky) -> None:
    sky.area("Area", sky.vision())
    sky.node("talk", "A sealed talk", audience=Audience.NAMED)
    assert "A sealed talk" not in repr(page())


@pytest.mark.parametrize("count", [1, 3])
def test_G19_the_page_asks_as_often_for_much_as_for_little(sky: Sky, count: int) -> None:
    area = sky.area("Area", sky.vision())
    for number in range(count):
        goal = sky.node("board_goal", f"Goal {number}", ("serves", area), days_ago=300)
        sky.node("talk", f"Talk {number}", ("follows_up", goal), days_ago=60)
        sky.area(f"Loose {number}")
    memory.forget()
    with CaptureQueriesContext(connection) as asked:
        page()
    assert len(asked) == 17
    with CaptureQueriesContext(connection) as again:
        page()
    assert len(again) == 1
