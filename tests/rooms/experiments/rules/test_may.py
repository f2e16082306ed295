"""Who may try, lead, count and learn."""

import pytest

from ledstjarna.rooms.experiments import rules
from tests.fixtures.eyes import Eye, Held

NOBODY = Eye(signed_in=False)
HERE, ABOVE, ELSEWHERE = 10, 5, 20
LINE = frozenset({HERE, ABOVE})


def test_whoever_works_somewhere_may_try_and_nobody_else() -> None:
    assert rules.may_try(Eye(person_id=1, unit_ids=frozenset({HERE})))
    assert not rules.may_try(Eye(person_id=1))
    assert not rules.may_try(NOBODY)


@pytest.mark.parametrize(
    ("looking", "may"),
    [
        (Eye(person_id=7), True),
        (Eye(person_id=8), False),
        (Eye(person_id=8, roles=(Held("manager", HERE),)), True),
        (Eye(person_id=8, roles=(Held("director", ABOVE),)), True),
        (Eye(person_id=8, roles=(Held("manager", ELSEWHERE),)), False),
        (Eye(person_id=8, roles=(Held("hr", HERE),)), False),
        (NOBODY, False),
    ],
)
def test_a_test_is_led_by_those_in_it_and_who_leads_their_unit(looking: Eye, may: bool) -> None:
    assert rules.may_lead(looking, {7}, LINE) is may


def test_everybody_in_the_unit_may_count_and_nobody_outside_it() -> None:
    assert rules.may_log(Eye(person_id=1, unit_ids=frozenset({HERE})), set(), LINE, HERE)
    assert not rules.may_log(Eye(person_id=1, unit_ids=frozenset({ELSEWHERE})), set(), LINE, HERE)
    assert not rules.may_log(NOBODY, set(), LINE, HERE)


def test_one_ticks_oneself_in_and_out_but_not_out_of_ones_own() -> None:
    assert rules.may_join(Eye(person_id=8), {7})
    assert not rules.may_join(Eye(person_id=7), {7})
    assert rules.may_leave(Eye(person_id=7), {7}, maker=6)
    assert not rules.may_leave(Eye(person_id=7), {7}, maker=7)
    assert not rules.may_join(NOBODY, set())


def test_only_those_who_work_or_lead_there_say_what_a_unit_does_with_anothers_lesson() -> None:
    works = Eye(person_id=1, unit_ids=frozenset({HERE}))
    assert rules.may_take_up(works, HERE, ELSEWHERE)
    assert not rules.may_take_up(works, HERE, HERE)
    assert not rules.may_take_up(works, ELSEWHERE, HERE)
    assert rules.may_take_up(Eye(person_id=1, roles=(Held("manager", HERE),)), HERE, ELSEWHERE)


def test_an_administrator_may_retire_a_lesson_that_nobody_is_left_to_answer_for() -> None:
    assert rules.may_teach(Eye(person_id=1, roles=(Held("administrator", None),)), set(), LINE)
    assert not rules.may_teach(Eye(person_id=1), set(), LINE)
    assert rules.may_guide(Eye(person_id=1))
    assert not rules.may_guide(NOBODY)
