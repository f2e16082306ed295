"""Sundhamn is as large and as whole as it is said to be, and the same every time."""

import csv
import io
from collections import Counter
from datetime import date

import pytest

from ledstjarna.demo.city import BOARDS, COMPANIES, DEPARTMENTS, HEADINGS, HOME_HELP, PROTECTED, city, hr_rows
from ledstjarna.demo.names import KNOWN
from ledstjarna.people import intake
from ledstjarna.plumbing import sheets

CITY = city()
PARENTS = {unit.code: unit.parent for unit in CITY.units}


def department(unit: str) -> str:
    while PARENTS[unit]:
        unit = PARENTS[unit]
    return unit


def sums_up(number: str) -> bool:
    """Whether the last digit of an organisation number checks the others."""
    digits = [int(one) for one in number.replace("-", "")]
    doubled = [digit * 2 if n % 2 == 0 else digit for n, digit in enumerate(digits)]
    return sum(sum(divmod(digit, 10)) for digit in doubled) % 10 == 0


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


def test_nobody_is_taken_for_somebody_widely_known() -> None:
    assert not KNOWN & {f"{row.given} {row.family}" for row in CITY.people}


def test_no_organisation_number_can_be_a_real_one() -> None:
    assert sums_up("212000-0142")
    assert not any(sums_up(row.organisation_number) for row in CITY.authorities)


@pytest.mark.parametrize(
    ("codes", "least", "most"),
    [("buf gvf", 3700, 4100), ("vof", 2700, 2900), ("sof", 650, 750), ("ham bos ene are", 650, 750)],
)
def test_departments_are_as_large_as_in_a_city_of_this_size(codes: str, least: int, most: int) -> None:
    staff = Counter(department(row.unit) for row in CITY.people if row.unit)
    assert least <= sum(staff[code] for code in codes.split()) <= most


def test_boards_and_departments_are_not_one_to_one_but_every_board_has_units() -> None:
    answered = {row.authority for row in CITY.units}
    assert answered == {row.code for row in CITY.authorities}
    assert {row.authority for row in CITY.units if department(row.code) == "sbf"} == {"sbn", "tkn"}


def test_every_unit_but_a_team_has_one_manager_and_only_the_top_has_none_above() -> None:
    led = Counter(role.unit for role in CITY.roles if role.role == "manager" and role.unit)
    assert led == Counter(row.code for row in CITY.units if row.kind != "team")
    assert [row.title for row in CITY.people if row.unit and not row.manager] == ["Stadsdirektör"]


def test_every_board_has_members_of_the_majority_and_of_the_opposition() -> None:
    side = {party.code: party.majority for party in CITY.parties}
    sits = {(role.authority, side[role.party]) for role in CITY.roles if role.role == "elected"}
    assert sits == {(code, majority) for code, _ in BOARDS for majority in (True, False)}


def test_the_first_two_elected_sit_on_either_side() -> None:
    side = {party.code: party.majority for party in CITY.parties}
    assert [side[role.party] for role in CITY.roles if role.role == "elected"][:2] == [True, False]


def test_the_first_manager_and_the_employee_work_in_the_same_unit() -> None:
    first = {role.role: role.unit for role in reversed(CITY.roles)}
    assert (first["manager"], first["employee"]) == (HOME_HELP, HOME_HELP)


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


def test_R18_a_few_have_protected_identity_and_none_of_them_holds_a_role() -> None:
    hidden = [row for row in CITY.people if row.protected]
    assert len(hidden) == PROTECTED
    assert not {row.number for row in hidden} & {role.number for role in CITY.roles}


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


def test_a_larger_city_keeps_everybody_in_units_of_their_own() -> None:
    large = city(scale=1.16)
    assert len([row for row in large.people if row.unit]) > 11_900
    assert max(Counter(unit.name for unit in large.units).values()) == 1


def test_hr_exports_every_employee_once_and_after_their_manager() -> None:
    rows = hr_rows(CITY)
    assert tuple(rows[0]) == HEADINGS
    assert [row["Anställningsnr"] for row in rows] == [row.number for row in CITY.people if row.unit]
    told = {""}
    for row in rows:
        assert row["Chefens anställningsnr"] in told
        told.add(row["Anställningsnr"])
    assert sum(row["Skyddad identitet"] == "Ja" for row in rows) == PROTECTED


def test_a_month_later_some_have_left_moved_come_or_a_new_name() -> None:
    before, after = hr_rows(CITY), hr_rows(CITY, changes=True)
    changed = [
        {heading for heading in HEADINGS if old[heading] != new[heading]}
        for old, new in zip(before, after, strict=False)
    ]
    assert sum(one == {"Efternamn"} for one in changed) == 90
    assert sum(one == {"Anställd till"} for one in changed) == 90
    assert sum(one >= {"Enhetskod", "Chefens anställningsnr"} for one in changed) == 90
    assert sum(bool(one) for one in changed) == 270
    came = after[len(before) :]
    assert len(came) == 90
    assert not {row["Anställningsnr"] for row in came} & {row["Anställningsnr"] for row in before}


def test_in_an_export_whoever_has_left_began_before() -> None:
    left = [row for row in hr_rows(CITY, changes=True) if row["Anställd till"]]
    assert all(row["Anställd från"] < row["Anställd till"] for row in left)
    assert left


def difference(rows: list[dict[str, str]]) -> intake.Difference:
    """What these rows, as a file, would change in Sundhamn."""
    file = io.StringIO()
    writer = csv.DictWriter(file, HEADINGS, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    table = sheets.read(file.getvalue().encode())
    staff, faults = intake.staff_of(table, intake.guess(table.header), tuple(intake.FIELDS))
    present = {
        row.number: intake.Present(
            row.given, row.family, row.email, row.title, row.unit, row.manager, row.protected
        )
        for row in CITY.people
        if row.unit
    }
    return intake.compare(staff, faults, present, set(PARENTS), date(2026, 10, 1))


def test_the_export_of_the_same_day_changes_nothing() -> None:
    found = difference(hr_rows(CITY))
    assert (found.touched, found.faults, found.units) == (0, (), ())
    assert found.unchanged == len([row for row in CITY.people if row.unit])


def test_the_export_of_a_month_later_is_taken_in_without_a_fault() -> None:
    found = difference(hr_rows(CITY, changes=True))
    counts = (len(found.new), len(found.changed), len(found.moved), len(found.leaving))
    assert (counts, found.faults, found.units) == ((90, 90, 90, 90), (), ())
