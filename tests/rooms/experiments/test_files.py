"""A file of observations is read row by row, and what is wrong is told by its number."""

import io

import pytest
from openpyxl import Workbook

from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.experiments.files import observed
from tests.fixtures.city import NOW


def test_days_and_values_are_read_and_bad_rows_are_told_by_number() -> None:
    data = "Datum;Antal\n2026-08-30;3\n2026-08-31;tre\nigår;2\n2026-08-29;-1\n2027-01-01;1\n2026-08-28;4\n"
    found = observed(data.encode(), "count", (), NOW)
    assert [row["value"] for row in found.rows] == [3.0, 4.0]
    assert [number for number, _why in found.wrong] == [3, 4, 5, 6]
    assert found.wrong[0][1] == "“tre” is not a number."


def test_yes_and_no_are_read_as_words_and_out_of_how_many() -> None:
    words = observed(b"dag;ja\n2026-08-30;ja\n2026-08-30;nej\n", "yes_no", (), NOW)
    assert [row["value"] for row in words.rows] == [1.0, 0.0]
    shares = observed(b"day,value,of\n2026-08-30,3,5\n2026-08-31,6,5\n", "yes_no", (), NOW)
    assert [(row["value"], row["many"]) for row in shares.rows] == [(3.0, 5)]
    assert [number for number, _why in shares.wrong] == [3]


def test_a_place_that_is_not_in_the_test_is_wrong_and_a_way_is_understood() -> None:
    data = "day;value;place;way\n2026-08-30;3;Norra;ny\n2026-08-30;3;Södra;gammal\n".encode()
    found = observed(data, "count", ("Norra",), NOW)
    assert [(row["site"], row["having"]) for row in found.rows] == [("Norra", True)]
    assert found.wrong == [(3, "There is no place called “Södra” in the test.")]


def test_a_number_is_read_as_the_reader_writes_it() -> None:
    found = observed(b"day;value\n2026-08-30;1 234,5\n", "amount", (), NOW)
    assert found.rows[0]["value"] == 1234.5


def test_T9_a_formula_is_refused_by_its_row() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["day", "value"], ["2026-08-30", "=1+1"], ["2026-08-31", 2]):
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    found = observed(kept.getvalue(), "count", (), NOW)
    assert [row["value"] for row in found.rows] == [2.0]
    assert found.wrong == [(2, "It holds a formula. Save the values alone.")]


@pytest.mark.parametrize("data", [b"", b"a;b\n1;2\n", b"PK\x03\x04x"])
def test_what_is_no_such_table_says_so(data: bytes) -> None:
    with pytest.raises(Unreadable):
        observed(data, "count", (), NOW)
