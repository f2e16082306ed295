"""What unites and what divides is told from a sheet of votes or a consultation's own files."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from ledstjarna.cli.main import main

DATA = Path(__file__).resolve().parents[2] / "../shared/data/polis"


def said(*words: object) -> Result:
    return CliRunner().invoke(main, ["opinion", *map(str, words)])


def sheets(folder: Path) -> tuple[Path, Path]:
    """80 people of two minds about eight statements, and at one about two more."""
    rng = np.random.default_rng(1)
    rows = []
    for person in range(80):
        for statement in range(10):
            chance = 0.95 if statement > 7 else 0.9 if (person < 40) == (statement < 4) else 0.1
            rows.append(f"p{person},Statement {statement},{'agree' if rng.random() < chance else 'disagree'}")
    votes, people = folder / "votes.csv", folder / "people.csv"
    votes.write_text("person,statement,vote\n" + "\n".join(rows), encoding="utf-8")
    lines = [f"p{person},{'Care' if person % 2 else 'School'}" for person in range(80)]
    people.write_text("person,Department\n" + "\n".join(lines), encoding="utf-8")
    return votes, people


def test_what_unites_leads_and_what_divides_follows(tmp_path: Path) -> None:
    votes, people = sheets(tmp_path)
    found = said(votes, "--people", people)
    assert found.exit_code == 0, found.output
    told = json.loads(said(votes, "--people", people, "--json").stdout)
    best = [told["statements"][one["statement"]] for one in told["unites"][:2]]
    assert sorted(best) == ["Statement 8", "Statement 9"]
    assert told["partitions"]["Department"] == ["Care", "School"]
    assert len(told["sizes"]) == 2
    assert "What marks Group A" in found.output
    rows = list(csv.reader(said(votes, "--csv").stdout.splitlines()))
    assert rows[1][0] in best


def test_no_form_of_the_answer_names_a_person(tmp_path: Path) -> None:
    votes, _ = sheets(tmp_path)
    page = tmp_path / "report.html"
    assert said(votes, "--html", page).exit_code == 0
    texts = (said(votes).output, said(votes, "--json").stdout, page.read_text("utf-8").split("<main")[1])
    assert all('"p17"' not in text and " p17 " not in text for text in texts)


def test_a_real_consultation_is_read_from_its_own_files() -> None:
    if not DATA.is_dir():
        pytest.skip("The real consultations are not beside this checkout.")
    folder = sorted(one for one in DATA.iterdir() if one.is_dir())[0]
    found = said(folder, "--most", 5)
    assert found.exit_code == 0, found.output
    assert "What unites" in found.output


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("person,statement,vote\na,One,perhaps\n", "is neither agree (1), disagree (-1) nor pass (0)"),
        ("person,statement,vote\na,One,1\na,One,-1\n", "on another row already"),
        ("person,vote\na,1\n", "has no column statement"),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "votes.csv"
    file.write_text(text, encoding="utf-8")
    found = said(file)
    assert found.exit_code == 2
    assert words in " ".join(found.output.split())


def test_a_folder_that_is_no_consultation_is_refused(tmp_path: Path) -> None:
    assert said(tmp_path).exit_code == 2
    assert "Example: ledstjarna opinion" in CliRunner().invoke(main, ["opinion", "--help"]).output


def test_a_handful_of_people_are_no_groups(tmp_path: Path) -> None:
    file = tmp_path / "votes.csv"
    file.write_text("person,statement,vote\na,One,1\nb,One,pass\n", encoding="utf-8")
    found = said(file)
    assert found.exit_code == 0, found.output
    assert "No groups stand apart" in found.output
