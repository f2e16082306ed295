"""Several lessons in one sheet are compared, and each can be told by itself."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ledstjarna.cli.main import main
from ledstjarna.engines.spread import survival

SHEET = """lesson,unit,first use,stopped,learnt from
Yard,North,2026-01-01,,
Yard,South,2026-01-31,2026-03-02,North
Bus,North,2026-02-01,,
Bus,South,2026-02-11,,
Bus,East,2026-03-01,,South
Lamp,West,2026-03-01,,
Bench,West,,,
"""


def run(folder: Path, *options: str, rows: str = SHEET) -> tuple[int, str]:
    (folder / "lessons.csv").write_text(rows, encoding="utf-8")
    result = CliRunner().invoke(main, ["spread", str(folder / "lessons.csv"), *options])
    return result.exit_code, " ".join(result.output.split())


def test_lessons_are_compared_and_wait_for_their_second_unit_together(tmp_path: Path) -> None:
    code, said = run(tmp_path, "--until", "2026-03-31")
    assert code == 0, said
    assert "How 4 lessons spread, up to 2026-03-31" in said
    assert "2 of 3 lessons in use have reached a second unit. Half of them do within 30 days." in said
    assert "1 of 6 uses have stopped." in said
    assert "none in 30" in said
    found = json.loads(CliRunner().invoke(main, ["spread", str(tmp_path / "lessons.csv"), "--json"]).stdout)
    assert found["begun"] == [2, 3, 1, 0]
    assert dict(zip(found["second"]["lesson"], found["second"]["came"], strict=True)) == {
        "Bus": True,
        "Lamp": False,
        "Yard": True,
    }


def test_the_share_still_in_one_unit_is_the_survival_over_lessons(tmp_path: Path) -> None:
    run(tmp_path)
    words = ["spread", str(tmp_path / "lessons.csv"), "--until", "2026-03-31", "--json"]
    found = json.loads(CliRunner().invoke(main, words).stdout)
    assert found["second"]["waiting"]["share"] == survival([30, 10, 30], [1, 1, 0]).share.tolist()


def test_one_of_them_is_told_by_itself(tmp_path: Path) -> None:
    code, said = run(tmp_path, "--lesson", "Bus", "--until", "2026-03-31")
    assert code == 0, said
    assert "3 of 3 units had begun by 2026-03-31." in said
    assert "It began of itself in North, South." in said


@pytest.mark.parametrize(
    ("options", "rows", "words"),
    [
        (("--lesson", "Car"), SHEET, "has Yard, Bus, Lamp, Bench"),
        ((), SHEET + "Bus,East,2026-03-02,,\n", "is there twice"),
        ((), "lesson,unit,first use\nYard,North,\nBus,North,\n", "no unit has a first use yet"),
    ],
)
def test_what_cannot_be_compared_is_told(
    tmp_path: Path, options: tuple[str, ...], rows: str, words: str
) -> None:
    code, said = run(tmp_path, *options, rows=rows)
    assert code == 2
    assert words in said
