"""Every bad row is told by its number, its value and what is wrong with it."""

import pytest

from ledstjarna.people import intake
from ledstjarna.plumbing import sheets

HEADER = (
    "Anställningsnr;Förnamn;Efternamn;E-post;Befattning;Enhetskod;Enhet;Förvaltning;"
    "Chefens anställningsnr;Anställd från;Anställd till;Skyddad identitet"
)
GOOD = "1;Kim;Ek;kim@x.example;Lärare;u1;;;;2020-01-01;;nej"


def told(*rows: str) -> tuple[list[intake.Staff], list[intake.Fault]]:
    table = sheets.read("\n".join([HEADER, *rows]).encode())
    return intake.staff_of(table, intake.guess(table.header), list(intake.FIELDS))


def test_a_good_row_is_a_person() -> None:
    staff, faults = told(GOOD)
    assert (staff[0].number, staff[0].unit, staff[0].protected, faults) == ("1", "u1", False, [])


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        (";Kim;Ek;;;u1;;;;;;", "number", "missing"),
        ("1;;Ek;;;u1;;;;;;", "given", "missing"),
        ("1;Kim;;;;u1;;;;;;", "family", "missing"),
        ("1;Kim;Ek;;;;;;;;;", "unit", "missing"),
        ("1;Kim;Ek;kim at x;;u1;;;;;;", "email", "mail"),
        ("1;Kim;Ek;;;u1;;;;2026-02-30;;", "valid_from", "date"),
        ("1;Kim;Ek;;;u1;;;;;31/12 2026;", "valid_to", "date"),
        ("1;Kim;Ek;;;u1;;;;2026-02-01;2025-01-01;", "valid_to", "order"),
        ("1;Kim;Ek;;;u1;;;;;;kanske", "protected", "flag"),
        ("1;Kim;Ek;;;u1;;;1;;;", "manager", "own_manager"),
        ("1;=CMD();Ek;;;u1;;;;;;", "given", "formula"),
    ],
)
def test_a_bad_row_is_told_by_what_is_wrong(row: str, field: str, reason: str) -> None:
    staff, faults = told(GOOD.replace("1;", "2;", 1), row)
    assert [(one.row, one.field, one.reason) for one in faults] == [(3, field, reason)]
    assert len(staff) == 1


def test_a_number_that_stands_twice_is_bad_both_times() -> None:
    staff, faults = told(GOOD, GOOD)
    assert staff == []
    assert [(one.row, one.reason) for one in faults] == [(2, "twice"), (3, "twice")]


@pytest.mark.parametrize(
    ("word", "hidden"), [("ja", True), ("X", True), ("1", True), ("nej", False), ("", False)]
)
def test_R18_protection_is_read_in_many_words(word: str, hidden: bool) -> None:
    assert told(GOOD.replace("nej", word))[0][0].protected is hidden


def test_a_row_that_is_too_short_lacks_what_it_lacks() -> None:
    assert told("1;Kim")[1][0].reason == "missing"
