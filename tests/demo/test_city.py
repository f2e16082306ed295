"""Sundhamn is as large and as whole as it is said to be, and the same every time."""

from collections import Counter

import pytest

from ledstjarna.demo.city import BOARDS, COMPANIES, DEPARTMENTS, PROTECTED, city

CITY = city()


def test_it_has_the_size_that_is_told() -> None:
    employees = [row for row in CITY.people if row.unit]
    assert 10_200 <= len(employees) <= 10_600
    assert (len(DEPARTMENTS), len(COMPANIES), len(BOARDS), len(CITY.parties)) == (9, 4, 11, 8)
    assert 400 <= sum(role.role == "manager" for role in CITY.roles) <= 500
    assert sum(party.seats for party in CITY.parties) == 61


def test_the_same_seed_is_the_same_city_and_another_is_another() -> None:
    assert city() == CITY
    assert city(7).people != CITY.people


def test_nobody_shares_a_number_an_address_or_a_full_name() -> None:
    for many in (
        Counter(row.number for row in CITY.people),
        Counter(row.email for row in CITY.people),
        Counter((row.given, row.family) for row in CITY.people),
    ):
        assert max(many.values()) == 1


def test_every_address_leads_nowhere_in_the_real_world() -> None:
    assert all(row.email.endswith("@sundhamn.example") for row in CITY.people)


def test_everybody_below_the_top_is_led_and_no_line_is_a_circle() -> None:
    boss = {row.number: row.manager for row in CITY.people if row.unit}
    for number in boss:
        seen = set()
        while number:
            assert number not in seen
            seen.add(number)
            number = boss.get(number, "")


def test_every_unit_hangs_under_one_that_came_before() -> None:
    known: set[str] = set()
    for unit in CITY.units:
        assert not unit.parent or unit.parent in known
        known.add(unit.code)
    assert {row.unit for row in CITY.people if row.unit} <= known


def test_R18_a_few_have_protected_identity_and_none_of_them_leads() -> None:
    hidden = [row for row in CITY.people if row.protected]
    assert len(hidden) == PROTECTED
    assert not {row.number for row in hidden} & {role.number for role in CITY.roles if role.role == "manager"}


def test_there_is_somebody_for_every_role() -> None:
    held = {role.role for role in CITY.roles}
    assert held >= {
        "employee", "manager", "director", "city_director", "elected", "union", "hr", "communicator",
        "registrar", "protection", "auditor", "administrator",
    }  # fmt: skip


@pytest.mark.parametrize("scale", [0.03, 0.2])
def test_a_smaller_city_is_whole_too(scale: float) -> None:
    small = city(scale=scale)
    assert len(small.people) < len(CITY.people) * (scale + 0.05)
    assert {unit.kind for unit in small.units} == {unit.kind for unit in CITY.units}
