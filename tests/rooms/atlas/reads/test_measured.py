"""The four pitfalls as counted for a viewer: shared by those who see the same."""

from ledstjarna.rooms.atlas.reads.measured import measured
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.atlas.conftest import NOW as THEN
from tests.rooms.atlas.conftest import Sky, colleague


def test_those_who_see_the_same_share_one_answer_until_the_next_fact(sky: Sky) -> None:
    sky.vision()
    first = measured(colleague(), THEN)
    assert measured(colleague(role="union"), THEN) is first
    sky.area("Another")
    assert measured(colleague(), THEN) is not first


def test_T5_what_an_authority_keeps_to_itself_is_counted_for_nobody_else(sky: Sky) -> None:
    board = sky.node("board", "Board")
    sky.node("board_goal", "Theirs", audience=Audience.AUTHORITY, authority=board.pk)
    ours = measured(colleague(None, board), THEN).cases["all-in"]
    others = measured(colleague(), THEN).cases["all-in"]
    assert len(ours.rows) == len(others.rows) + 1


def test_a_unit_of_fewer_than_five_people_is_counted_with_the_one_it_is_part_of(city: SmallCity) -> None:
    whole = measured(city.viewer("employee"), NOW)
    units = {whole.past.told.titles[one.place]: one.units for one in whole.covers}
    # The departments have nobody of their own but what is below them; the harbour has nobody at all.
    assert units == {"Skolnämnden": 2, "Omsorgsnämnden": 2, "Hamnen AB": 1}
    for code in ("home", "north"):
        city.units[code].employments.all().delete()
    thread.record(who=None, verb="people.imported", node=city.units["home"].node, at=NOW)
    merged = measured(city.viewer("city_director"), NOW)
    assert {one.units for one in merged.covers} == {1, 2}


def test_only_the_acts_of_elected_members_and_top_officials_are_read(city: SmallCity) -> None:
    city.viewer("city_director")
    goal = thread.add_node(kind="board_goal", title="Goal")
    thread.record(who=city.persons["manager"].pk, verb="missions.set", node=goal, at=NOW)
    for role in ("city_director", "director", "elected"):
        thread.record(who=city.persons[role].pk, verb="missions.changed", node=goal, at=NOW)
    acts = measured(city.viewer("union"), NOW).past.told.acts
    who = {person for node, person, _at in acts if node == goal.pk}
    assert who == {city.persons[role].pk for role in ("city_director", "director", "elected")}
