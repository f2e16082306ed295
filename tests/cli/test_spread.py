"""Who began when, on a spreadsheet, told in words."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from ledstjarna.cli.main import main

HEAD = "Unit;First use;Stopped;Learnt from;Need;Setting;Kind\n"
ROWS = """North;2026-01-05;;;play;town;school
South;2026-01-20;;North;play;town;school
East;2026-02-11;2026-05-02;North;play;land;school
West;2026-03-02;;South;care;town;care
Harbour;2026-04-15;;West;care;town;care
Hill;;;;care;land;care
Lake;;;;play;land;school
Mill;;;;;;care
"""
TIES = """unit,other,weight
North,South,2
North,East,
South,West,1
West,Harbour,1
Harbour,Hill,1
East,Lake,1
"""
UNTIL = ("--until", "2026-06-05")


def laid(folder: Path, rows: str = ROWS) -> str:
    (folder / "units.csv").write_text(HEAD + rows, encoding="utf-8")
    (folder / "ties.csv").write_text(TIES, encoding="utf-8")
    return str(folder / "units.csv")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["spread", *words])
    return result.exit_code, " ".join(result.output.split())


def test_everything_is_told_in_words(tmp_path: Path) -> None:
    code, said = run(laid(tmp_path), "--ties", str(tmp_path / "ties.csv"), *UNTIL)
    assert code == 0
    for words in (
        "5 of 8 units had begun by 2026-06-05.",
        "With fewer than 30 units",
        "1 of 5 units that began have stopped.",
        "It began of itself in North. From there it has come 3 steps.",
        "The second unit began 15 days after the first.",
        "Kinds of units differ in pace by no more than chance may bring about",
        "When a unit began,",
        "The chance that a unit begins in the coming month",
    ):
        assert words in said
    assert said.count("Hill") == 1


def test_the_same_seed_gives_the_same_answer_and_all_of_it_as_json(tmp_path: Path) -> None:
    path = laid(tmp_path)
    first, again = run(path, "--json", *UNTIL)[1], run(path, "--json", *UNTIL)[1]
    assert first == again
    found = json.loads(first)
    assert found["adoption"]["used"] == [1, 2, 4, 4, 5, 5]
    assert found["tree"]["generation"] == [0, 1, 1, 2, 3, -1, -1, -1]
    assert found["contagion"] is None
    assert found["channel"] == ["everyone", "alike"]
    assert {one["unit"] for one in found["next"]} == {5, 6, 7}
    assert found["second"]["wait"] == [15]


def test_weeks_are_counted_from_the_first_use(tmp_path: Path) -> None:
    found = json.loads(run(laid(tmp_path), "--json", "--period", "week", *UNTIL)[1])
    assert len(found["adoption"]["used"]) == 23  # 151 days: the 22nd week has begun
    assert found["adoption"]["used"][:4] == [1, 1, 1, 2]  # the fifteenth day is the first of the third week


def test_a_month_ends_on_its_last_day(tmp_path: Path) -> None:
    rows = "North;2026-01-31;;;;;\nSouth;2026-02-28;;;;;\nEast;2026-03-01;;;;;\n"
    found = json.loads(run(laid(tmp_path, rows), "--json")[1])
    assert found["adoption"]["used"] == [1, 2, 3]


def test_the_curve_comes_as_csv(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["spread", laid(tmp_path), "--csv", "--ahead", "3", *UNTIL])
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert [row["Month"] for row in rows] == [str(period) for period in range(9)]
    assert rows[0]["Ends"] == "2026-01-05"
    assert rows[5]["Have begun"] == "5"
    assert rows[6]["Have begun"] == ""
    assert 5 <= int(rows[6]["At least"]) <= int(rows[6]["At most"]) <= 8


@pytest.mark.parametrize("units", [8, 40])
def test_the_page_needs_nothing_from_outside_and_draws_a_curve_for_thirty(tmp_path: Path, units: int) -> None:
    rows = ROWS + "".join(f"Unit {at};;;;;;\n" for at in range(units - 8))
    page = tmp_path / "page.html"
    assert run(laid(tmp_path, rows), "--html", str(page), *UNTIL)[0] == 0
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"""(src|href)=["'](https?:)?//""", text)
    assert ('"have begun": ' in text) is (units == 40)


def test_every_bad_row_is_told_by_its_number(tmp_path: Path) -> None:
    rows = (
        "North;2026-01-05;;;;;\nNorth;2026-01-06;;;;;\nSouth;2026-13-01;;;;;\n;2026-01-05;;;;;\n",
        "North;2026-01-05;2026-01-01;;;;\nSouth;;2026-02-01;;;;\nEast;2026-07-01;;;;;\nWest;2026-01-06;2026-08-01;;;;\n",
        "North;2026-01-05;;North;;;\nSouth;2026-02-05;;Nowhere;;;\nEast;;;North;;;\nWest;2026-01-06;;South;;;\n"
        "Hill;2026-02-06;;Lake;;;\nLake;;;;;;\n",
    )
    told = (
        ("is not a day", "is empty"),
        ("before its first use", "has no first use", "2026-07-01", "is after 2026-06-05", "2026-08-01"),
        (
            "is the unit itself",
            "is not among the units",
            "but the unit has no",
            "began later",
            "has no first use",
        ),
    )
    for given, words in zip(rows, told, strict=True):
        code, said = run(laid(tmp_path, given), *UNTIL)
        assert code == 2
        assert all(word in said for word in words), said


def test_a_unit_is_there_once(tmp_path: Path) -> None:
    code, said = run(laid(tmp_path, "North;2026-01-05;;;;;\nNorth;2026-01-06;;;;;\n"))
    assert (code, "is there twice" in said) == (2, True)


def test_a_circle_is_refused_with_the_names_of_its_units(tmp_path: Path) -> None:
    code, said = run(laid(tmp_path, "North;2026-01-05;;South;;;\nSouth;2026-01-05;;North;;;\n"))
    assert code == 2
    assert "North, South: these units learnt from one another in a circle" in said


def test_ties_to_nowhere_are_refused(tmp_path: Path) -> None:
    path = laid(tmp_path)
    (tmp_path / "ties.csv").write_text("unit,other,weight\nNorth,Nowhere,\n", encoding="utf-8")
    code, said = run(path, "--ties", str(tmp_path / "ties.csv"))
    assert (code, "is not among the units" in said) == (2, True)
    (tmp_path / "ties.csv").write_text("unit,other,weight\nNorth,South,-1\n", encoding="utf-8")
    code, said = run(path, "--ties", str(tmp_path / "ties.csv"))
    assert (code, "is below 0" in said) == (2, True)


def test_where_nobody_has_begun_there_is_nothing_to_tell(tmp_path: Path) -> None:
    code, said = run(laid(tmp_path, "North;;;;;;\n"))
    assert (code, "no unit has a first use yet" in said) == (2, True)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("North;2026-01-05;;;;;\n", "No second unit has begun in 151 days."),
        ("North;2026-01-05;;;;;\n", "80 % of the units (1) were reached by 2026-01-05."),
        ("North;2026-01-05;;;;;\n" + "".join(f"U{at};;;;;;\n" for at in range(40)), "will hardly be reached"),
        ("North;2026-01-05;;;;;\nSouth;;;;;;\nEast;;;;;;\n", "Nothing known tells these units apart."),
        ("North;2026-01-05;;;;;\nSouth;;;;;;\nEast;;;;;;\n", "Nobody has stopped so far"),
        ("North;2026-01-05;;;;;\nSouth;2026-01-05;;;;;\n", "No unit is known to have learnt from another."),
    ],
)
def test_little_is_told_as_little(tmp_path: Path, rows: str, words: str) -> None:
    code, said = run(laid(tmp_path, rows), "--ahead", "2", *UNTIL)
    assert code == 0
    assert words in said


def test_ties_of_which_nothing_could_show_are_said_to_tell_nothing(tmp_path: Path) -> None:
    path = laid(tmp_path, "North;2026-01-05;;;;;\nSouth;;;;;;\n")
    (tmp_path / "ties.csv").write_text("unit,other\nNorth,South\n", encoding="utf-8")
    code, said = run(path, "--ties", str(tmp_path / "ties.csv"), *UNTIL)
    assert code == 0
    assert "too few ties are known, to tell" in said


def test_help_ends_with_an_example() -> None:
    assert "Example: ledstjarna spread units.csv --ties ties.csv" in run("--help")[1]
