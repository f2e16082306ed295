"""What Sundhamn is steered by holds to the rules that everybody's words hold to."""

import pytest

from ledstjarna.demo import city, draft, steering
from ledstjarna.rooms.missions import rules


def test_every_board_and_company_has_its_charge() -> None:
    codes = {code for code, _name in city.BOARDS} | {company.code for company in city.COMPANIES}
    assert {charge.code for charge in steering.CHARGES} == codes


def test_every_direction_and_charge_serves_an_area_of_the_vision() -> None:
    areas = {area[0] for area in draft.AREAS}
    assert {one.area for one in (*steering.DIRECTIONS, *steering.CHARGES)} <= areas


@pytest.mark.parametrize("way", steering.DIRECTIONS, ids=lambda way: way.title)
def test_R1_no_direction_has_a_target(way: steering.Way) -> None:
    assert rules.target_in(f"{way.title}. {way.text}") == ""


@pytest.mark.parametrize(
    "want", [want for charge in steering.CHARGES for want in charge.goals], ids=lambda want: want.title
)
def test_R2_every_goal_is_an_effect_for_somebody_outside(want: steering.Want) -> None:
    found = (rules.activity_in(want.title), rules.activity_in(want.text), rules.inside_in(want.whom))
    assert found == ("", "", "")


def test_every_question_is_about_a_goal_that_is_there() -> None:
    goals = {charge.code: len(charge.goals) for charge in steering.CHARGES}
    assert all(which < goals[code] for code, which, *_rest in steering.QUESTIONS)
