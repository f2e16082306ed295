"""Who works with whom is read from a spreadsheet, and told by unit alone."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from ledstjarna.cli.main import main


def town(folder: Path) -> tuple[Path, Path]:
    """40 people in three large units and one of three, who mostly work within their own."""
    rng = np.random.default_rng(1)
    unit = np.repeat(["North", "South", "East", "Tiny", "Mini"], [14, 12, 8, 3, 4])
    people = folder / "people.csv"
    people.write_text("ref;unit\n" + "\n".join(f"p{n};{one}" for n, one in enumerate(unit)), encoding="utf-8")
    rows: list[str] = []
    while len(rows) < 150:
        a = int(rng.integers(len(unit)))
        pool = np.flatnonzero(unit == unit[a]) if rng.random() < 0.8 else np.arange(len(unit))
        b = int(rng.choice(pool))
        if a != b:
            rows.append(f"p{a};p{b}")
    joint = folder / "joint.csv"
    joint.write_text("a;b\n" + "\n".join(rows), encoding="utf-8")
    return joint, people


def said(joint: Path, people: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["ties", str(joint), "--people", str(people), *options])


def test_silos_units_and_introductions_are_told(tmp_path: Path) -> None:
    found = said(*town(tmp_path))
    assert found.exit_code == 0, found.output
    assert "less across units than" in " ".join(found.output.split())
    assert "Introductions that would bridge most" in found.output
    assert "North" in found.output


def test_small_units_and_persons_are_nowhere_in_any_form(tmp_path: Path) -> None:
    files = town(tmp_path)
    page = tmp_path / "report.html"
    assert said(*files, "--html", str(page)).exit_code == 0
    texts = [said(*files).output, said(*files, "--json").stdout, page.read_text("utf-8").split("<main")[1]]
    for text in texts:
        assert "Tiny" not in text
        assert "Mini" not in text
        assert "p17" not in text.split("<script>")[0]


def test_the_answer_is_there_as_json_and_csv(tmp_path: Path) -> None:
    files = town(tmp_path)
    told = json.loads(said(*files, "--json").stdout)
    assert told["units"] == ["East", "North", "South", "small units"]
    assert told["silos"]["unit_index"][-1] is None
    rows = list(csv.reader(said(*files, "--csv").stdout.splitlines()))
    assert rows[1][0] == "Index"


def test_a_camp_and_oneself_are_told_when_asked_for(tmp_path: Path) -> None:
    files = town(tmp_path)
    camp = tmp_path / "camp.csv"
    camp.write_text("a;b\n" + "\n".join(f"p{n};p{n + 15}" for n in range(14)), encoding="utf-8")
    found = said(*files, "--camp", str(camp), "--me", "p0")
    assert found.exit_code == 0, found.output
    assert "What the camp would change" in found.output
    assert "For you alone." in found.output


@pytest.mark.parametrize(
    ("joint", "people", "words"),
    [
        ("a,b\nx,y\n", "ref,unit\nx,1\n", "is nobody among the people"),
        ("a,b\nx,x\n", "ref,unit\nx,1\n", "is the same person as a"),
        ("a,b,weight\nx,y,0\n", "ref,unit\nx,1\ny,1\n", "must be over 0"),
        ("a,b\nx,y\n", "ref,unit\nx,1\nx,2\n", "is on another row already"),
        ("a,c\nx,y\n", "ref,unit\nx,1\n", "has no column b"),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, joint: str, people: str, words: str) -> None:
    files = tmp_path / "joint.csv", tmp_path / "people.csv"
    files[0].write_text(joint, encoding="utf-8")
    files[1].write_text(people, encoding="utf-8")
    found = said(*files)
    assert found.exit_code == 2
    assert words in " ".join(found.output.split())


def test_nobody_else_is_told_of(tmp_path: Path) -> None:
    found = said(*town(tmp_path), "--me", "somebody")
    assert found.exit_code == 2
    assert "Example: ledstjarna ties" in CliRunner().invoke(main, ["ties", "--help"]).output
