"""A small test is read from a spreadsheet and told in words."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from ledstjarna.cli.main import main


def said(folder: Path, text: str, *options: str) -> Result:
    file = folder / "test.csv"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["trial", str(file), *options])


def arms(first: float, second: float, many: int = 60) -> str:
    rng = np.random.default_rng(1)
    rows = [
        f"{name},{int(rng.random() < share)}"
        for _ in range(many)
        for name, share in (("old", first), ("new", second))
    ]
    return "arm,value\n" + "\n".join(rows) + "\n"


def test_two_arms_are_told_in_words_with_the_rule_s_verdict(tmp_path: Path) -> None:
    found = said(tmp_path, arms(0.2, 0.8), "--measure", "yes-no", "--worth", "0.1")
    assert found.exit_code == 0, found.output
    assert "percentage points" in found.output
    assert "Scale it" in found.output


def test_what_cannot_be_told_is_said_to_be_so(tmp_path: Path) -> None:
    found = said(tmp_path, "arm,value\nold,3\nnew,4\n")
    assert found.exit_code == 0, found.output
    assert "too few observations" in found.output


def test_the_answer_is_there_as_json_as_csv_and_as_a_page(tmp_path: Path) -> None:
    text = arms(0.2, 0.8)
    told = json.loads(said(tmp_path, text, "--measure", "yes-no", "--json").stdout)
    assert (told["why"], told["n"]) == ("enough", [60, 60])
    rows = list(csv.reader(said(tmp_path, text, "--measure", "yes-no", "--csv").stdout.splitlines()))
    assert rows[1][1] == "60 and 60"
    page = tmp_path / "report.html"
    assert said(tmp_path, text, "--measure", "yes-no", "--html", str(page)).exit_code == 0
    assert "A small test" in page.read_text("utf-8")


def test_before_and_after_needs_a_start_and_counts_what_is_missing(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    values = np.concatenate([rng.normal(10, 1, 14), rng.normal(16, 1, 10)])
    rows = "\n".join(f"2026-03-{day:02},{value:.2f}" for day, value in enumerate(values, 1))
    text = f"date,value\n{rows}\n2026-03-30,\n"
    found = said(tmp_path, text, "--start", "2026-03-15")
    assert found.exit_code == 0, found.output
    assert "14 and 10" in found.output
    assert "it lies from +" in found.output
    assert "--start" in said(tmp_path, text, "--design", "before-after").output


def test_matched_pairs_and_staggered_starts_are_read(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    levels = rng.normal(10, 2, 14)
    changed = levels + rng.normal(3, 0.8, 14)
    pairs = "\n".join(f"p{n},old,{levels[n]:.2f}\np{n},new,{changed[n]:.2f}" for n in range(14))
    found = said(tmp_path, f"pair,arm,value\n{pairs}\n")
    assert "A small test: matched" in found.output
    assert "it lies from +" in found.output
    starts = rng.permutation(8) + 2
    rows = "\n".join(
        f"u{unit},2026-01-{day + 1:02},2026-01-{starts[unit] + 1:02},"
        f"{10 + (day >= starts[unit]) * 3 + rng.normal(0, 0.5):.2f}"
        for unit in range(8)
        for day in range(12)
    )
    told = said(tmp_path, f"unit,date,start,value\n{rows}\n")
    assert "A small test: staggered" in told.output
    assert "it lies from +" in told.output


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        ("arm,value\nold,many\n", (), "is not a number"),
        ("arm,value\nold,0.5\nnew,1\n", ("--measure", "yes-no"), "yes-no needs 1 for yes"),
        ("arm,value\nold,1\n", (), "must have two values"),
        ("arm,value\nold,1\nnew,2\n", ("--without", "neither"), "No row has the arm neither"),
        ("date,value\n2026-01-01,1\n", (), "Say with --design"),
        ("arm,score\nold,1\n", (), "no column value"),
        ("pair,arm,value\na,x,1\na,x,2\n,y,2\n", (), "has this arm on another row"),
        ("date,value\n,1\n2026-01-02,1\n", ("--start", "2026-01-02"), "is empty"),
        ("unit,date,start,value\na,2026-01-01,2026-01-02,1\na,2026-01-02,2026-01-03,1\n", (), "differs from"),
    ],
)
def test_bad_input_says_what_where_and_how(
    tmp_path: Path, text: str, options: tuple[str, ...], words: str
) -> None:
    found = said(tmp_path, text, *options)
    assert found.exit_code == 2
    assert words in " ".join(found.output.split())


def test_a_test_is_planned_before_it_begins() -> None:
    asked = ["trial", "--plan", "48", "--measure", "yes-no", "--usual", "0.4", "--change", "0.3"]
    found = CliRunner().invoke(main, asked)
    assert found.exit_code == 0, found.output
    assert "Smallest change noticed" in found.output
    assert CliRunner().invoke(main, ["trial", "--plan", "48"]).exit_code == 2
    assert CliRunner().invoke(main, ["trial"]).exit_code == 2


def test_help_ends_with_an_example() -> None:
    assert "Example: ledstjarna trial" in CliRunner().invoke(main, ["trial", "--help"]).output
