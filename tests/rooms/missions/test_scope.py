"""Whose a thing is."""

from datetime import date

import pytest

from ledstjarna.rooms.missions import actions, scope
from ledstjarna.rooms.missions.models import Delegation
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing
from tests.rooms.missions.conftest import ITEM, Chain


def test_a_unit_s_line_is_itself_and_all_that_it_is_part_of(chain: Chain) -> None:
    home, care = chain.city.units["home"].pk, chain.city.units["care"].pk
    assert scope.line_of(home) == {home, care}


@pytest.mark.parametrize(
    ("what", "who"),
    [
        ("programme", {"city_director", "administrator"}),
        ("direction", {"city_director", "administrator"}),
        ("mission", {"city_director", "administrator", "registrar", "director"}),
        ("goal", {"city_director", "administrator", "registrar", "director"}),
        ("plan", {"city_director", "administrator", "director", "manager"}),
        ("board", {"city_director", "administrator", "registrar", "director"}),
        ("unit", {"city_director", "administrator", "director", "manager"}),
        ("star", set()),
    ],
)
def test_each_thing_is_answered_for_by_those_nearest_it(chain: Chain, what: str, who: set[str]) -> None:
    node = Node.objects.get(ref=getattr(chain, what))
    roles = ("employee", "manager", "director", "city_director", "elected", "registrar", "administrator")
    assert {role for role in roles if scope.answers_for(node, chain.viewer(role))} == who


def test_a_board_does_not_word_its_own_mission(chain: Chain) -> None:
    aim = scope.found(ref=chain.mission, viewer=chain.viewer("director"))
    assert not scope.may_change(aim, chain.viewer("director"))
    assert scope.may_change(aim, chain.viewer("registrar"))


def test_what_is_no_aim_is_missing(chain: Chain) -> None:
    with pytest.raises(Missing):
        scope.found(ref=chain.star, viewer=chain.viewer("employee"))


def test_what_is_said_of_a_unit_is_for_the_city(chain: Chain) -> None:
    assert scope.audience_of(Node.objects.get(ref=chain.unit)) == "city"
    assert scope.audience_of(Node.objects.get(ref=chain.goal)) == "public"


def test_somebody_is_led_by_the_one_who_leads_them_today(chain: Chain) -> None:
    persons, today = chain.city.persons, chain.now.date()
    assert scope.led_by(persons["employee"].pk, today) == persons["manager"].pk
    assert scope.led_by(persons["manager"].pk, today) is None
    assert scope.led_by(persons["employee"].pk, date(2019, 1, 1)) is None


def test_decisions_are_entered_by_the_one_whose_post_it_is_and_by_clerks(chain: Chain) -> None:
    ref = actions.delegate(ref=chain.board, **ITEM, **chain.by("registrar"))
    one = Delegation.objects.get(node__ref=ref)
    roles = ("employee", "manager", "director", "registrar", "city_director", "elected", "resident")
    assert {role for role in roles if scope.may_decide_by(one, chain.viewer(role))} == {
        "manager", "registrar", "city_director",
    }  # fmt: skip
