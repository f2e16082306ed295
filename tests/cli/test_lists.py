"""Beside the rankings: who is spoken for, what a minority wants, what says the same, who voted as one."""

import json
from pathlib import Path

import numpy as np
from click.testing import CliRunner, Result

from ledstjarna.cli.main import main


def _told(folder: Path, matrix: np.ndarray, texts: list[str]) -> Result:
    sheet = folder / "votes.csv"
    rows = [
        f"p{person},{texts[statement]},{matrix[person, statement]}"
        for person, statement in zip(*np.nonzero(matrix != -128), strict=True)
    ]
    sheet.write_text("person,statement,vote\n" + "\n".join(rows), encoding="utf-8")
    return CliRunner().invoke(main, ["opinion", str(sheet)])


def _camps(people: int = 90, statements: int = 12) -> np.ndarray:
    """A larger camp and a smaller one that say the opposite, nine times of ten."""
    rng = np.random.default_rng(1)
    side = np.where(np.arange(people) < people * 2 // 3, 1, -1)[:, None]
    turn = np.where(np.arange(statements) % 2 == 0, 1, -1)
    return side * turn * np.where(rng.random((people, statements)) < 0.9, 1, -1)


def test_a_slate_speaks_for_the_smaller_camp_too_and_what_it_wants_is_told(tmp_path: Path) -> None:
    texts = [f"Statement {n}" for n in range(12)]
    found = _told(tmp_path, _camps(), texts)
    assert found.exit_code == 0, found.output
    assert "A few that speak for everybody" in found.output
    assert "What a minority stands behind" in found.output
    assert "Perhaps the same" not in found.output
    assert "Voted as one" not in found.output


def test_statements_that_say_the_same_are_told(tmp_path: Path) -> None:
    matrix = _camps()
    matrix[:, 2] = matrix[:, 0]
    texts = ["More buses at night", "Cleaner parks", "More buses at night please"]
    found = _told(tmp_path, matrix, texts + [f"Statement {n}" for n in range(9)])
    assert "Perhaps the same" in found.output


def test_who_voted_as_one_is_counted_and_never_named(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    matrix = np.where(rng.random((300, 80)) < 0.6, 1, -1)
    script = np.where(rng.random(80) < 0.5, 1, -1)
    texts = [f"Statement {n}" for n in range(80)]
    found = _told(tmp_path, np.vstack([matrix, *[script] * 8]), texts)
    assert "8 people in 1 set gave" in " ".join(found.output.split())
    sheet = tmp_path / "votes.csv"
    answer = json.loads(CliRunner().invoke(main, ["opinion", str(sheet), "--json"]).stdout)
    assert answer["voted_as_one"] == [8]
    assert answer["without_them"]
    assert "p305" not in json.dumps(answer)
