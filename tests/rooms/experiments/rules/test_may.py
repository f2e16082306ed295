"""Who may try, lead, count and learn."""

from dataclasses import dataclass, field

import pytest

from ledstjarna.rooms.experiments import rules


@dataclass(frozen=True)
class Held:
    role: str
    unit_id: int | None


@dataclass(frozen=True)
class Looking:
    person_id: int | None = 1
    roles: tuple[Held, ...] = ()
    unit_ids: frozenset[int] = field(default_factory=frozenset)

    @property
    def signed_in(self) -> bool:
        return self.person_id is not None

    def holds(self, *roles: str) -> bool:
        return any(held.role in roles for held in self.roles)


NOBODY = Looking(person_id=None)
HERE, ABOVE, ELSEWHERE = 10, 5, 20
LINE = frozenset({HERE, ABOVE})


def test_whoever_works_somewhere_may_try_and_nobody_else() -> None:
    assert rules.may_try(Looking(unit_ids=frozenset({HERE})))
    assert not rules.may_try(Looking())
    assert not rules.may_try(NOBODY)


@pytest.mark.parametrize(
    ("looking", "may"),
    [
        (Looking(person_id=7), True),
        (Looking(person_id=8), False),
        (Looking(person_id=8, roles=(Held("manager", HERE),)), True),
        (Looking(person_id=8, roles=(Held("director", ABOVE),)), True),
        (Looking(person_id=8, roles=(Held("manager", ELSEWHERE),)), False),
        (Looking(person_id=8, roles=(Held("hr", HERE),)), False),
        (NOBODY, False),
    ],
)
def test_a_test_is_led_by_those_in_it_and_who_leads_their_unit(looking: Looking, may: bool) -> None:
    assert rules.may_lead(looking, {7}, LINE) is may


def test_everybody_in_the_unit_may_count_and_nobody_outside_it() -> None:
    assert rules.may_log(Looking(unit_ids=frozenset({HERE})), set(), LINE, HERE)
    assert not rules.may_log(Looking(unit_ids=frozenset({ELSEWHERE})), set(), LINE, HERE)
    assert not rules.may_log(NOBODY, set(), LINE, HERE)


def test_one_ticks_oneself_in_and_out_but_not_out_of_ones_own() -> None:
    assert rules.may_join(Looking(person_id=8), {7})
    assert not rules.may_join(Looking(person_id=7), {7})
    assert rules.may_leave(Looking(person_id=7), {7}, maker=6)
    assert not rules.may_leave(Looking(person_id=7), {7}, maker=7)
    assert not rules.may_join(NOBODY, set())


def test_only_those_who_work_or_lead_there_say_what_a_unit_does_with_anothers_lesson() -> None:
    works = Looking(unit_ids=frozenset({HERE}))
    assert rules.may_take_up(works, HERE, ELSEWHERE)
    assert not rules.may_take_up(works, HERE, HERE)
    assert not rules.may_take_up(works, ELSEWHERE, HERE)
    assert rules.may_take_up(Looking(roles=(Held("manager", HERE),)), HERE, ELSEWHERE)


def test_an_administrator_may_retire_a_lesson_that_nobody_is_left_to_answer_for() -> None:
    assert rules.may_teach(Looking(roles=(Held("administrator", None),)), set(), LINE)
    assert not rules.may_teach(Looking(), set(), LINE)
    assert rules.may_guide(Looking())
    assert not rules.may_guide(NOBODY)
