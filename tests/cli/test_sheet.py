"""A person's spreadsheet is read as it is, and every row that cannot be used is named."""

import datetime
from pathlib import Path

import pytest

from ledstjarna.cli._sheet import Column, Faulty, Unread, date, number, read_sheet, whole, yes_no

COLUMNS = [Column("unit"), Column("score", number), Column("day", date, required=False)]


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "tests.csv"
    file.write_text(text, encoding=encoding)
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_columns_are_found_by_name_in_any_order_and_case(tmp_path: Path, encoding: str) -> None:
    file = written(tmp_path, "Score;UNIT;Note\n3,5;Väst;hej\n-1 200;Öst;\n", encoding)
    sheet = read_sheet(file, COLUMNS)
    assert sheet.columns == {"unit": ["Väst", "Öst"], "score": [3.5, -1200.0], "day": [None, None]}
    assert sheet.extra == {"Note": ["hej", ""]}
    assert sheet.numbers == [2, 3]


def test_every_bad_cell_is_named_by_its_row(tmp_path: Path) -> None:
    file = written(tmp_path, "unit,score,day\nA,many,2026-01-01\n,2,soon\nC,3,\n")
    with pytest.raises(Faulty) as refusal:
        read_sheet(file, COLUMNS)
    assert refusal.value.faults == [
        (2, "score", "many", "is not a number"),
        (3, "day", "soon", "is not a day like 2026-03-31"),
        (3, "unit", "", "is empty"),
    ]
    assert refusal.value.exit_code == 2


def test_what_only_the_whole_table_shows_is_refused_by_row_too(tmp_path: Path) -> None:
    sheet = read_sheet(written(tmp_path, "unit,score\nA,1\n\nA,2\n"), COLUMNS)
    sheet.refuse([])
    with pytest.raises(Faulty) as refusal:
        sheet.refuse([(1, "unit", "is there twice")])
    assert refusal.value.faults == [(4, "unit", "A", "is there twice")]


def test_the_bad_rows_are_shown_as_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Faulty("tests.csv", [(n, "score", "x", "is not a number") for n in range(2, 250)]).show()
    shown = capsys.readouterr().err
    assert "tests.csv: 248 rows cannot be used." in shown
    assert "… and 48 more." in shown


def test_a_column_that_is_lacking_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(Unread, match=r"has no column score\. It has: unit, day\."):
        read_sheet(written(tmp_path, "unit,day\nA,\n"), COLUMNS)


def test_what_is_no_table_is_refused_in_english(tmp_path: Path) -> None:
    with pytest.raises(Unread, match=r"tests\.csv: The file is empty\."):
        read_sheet(written(tmp_path, "  \n"), COLUMNS)


@pytest.mark.parametrize("cell", ["", "x", "nan", "inf", "1e999"])
def test_what_is_no_finite_number_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="number"):
        number(cell)


def test_whole_numbers_days_and_answers_are_read_or_refused() -> None:
    assert (whole("7,0"), yes_no("Ja"), yes_no("0")) == (7, True, False)
    assert date("2026-03-31") == datetime.date(2026, 3, 31)
    with pytest.raises(ValueError, match="whole"):
        whole("7.5")
    with pytest.raises(ValueError, match="neither"):
        yes_no("maybe")
