"""`ledstjarna backup` and `restore`: out and in again, and nothing written over (G10)."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from ledstjarna.cli import _mark, backup, restore

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, Path]]:
    """What was copied and put back; the copying itself is the plumbing's to prove."""
    found: list[tuple[str, Path]] = []

    def copy(target: Path) -> None:
        target.write_bytes(b"city")
        found.append(("backup", target))

    def put_back(source: Path) -> Path:
        found.append(("restore", source))
        return tmp_path / "aside"

    stand_in = SimpleNamespace(backup=copy, restore=put_back)
    monkeypatch.setattr(backup, "backup", stand_in)
    monkeypatch.setattr(restore, "backup", stand_in)
    monkeypatch.setattr(_mark, "path", lambda: tmp_path / "demo.json")
    return found


def test_a_copy_is_made_where_nothing_lies(done: list[Any], tmp_path: Path) -> None:
    answer = CliRunner().invoke(backup.command, [str(tmp_path / "city")])
    assert (answer.exit_code, done) == (0, [("backup", tmp_path / "city")])


def test_nothing_is_written_over(done: list[Any], tmp_path: Path) -> None:
    (tmp_path / "city").write_bytes(b"older")
    answer = CliRunner().invoke(backup.command, [str(tmp_path / "city")])
    assert (answer.exit_code, done) == (1, [])


def test_T20_a_restored_city_is_no_demo_any_more(done: list[Any], tmp_path: Path) -> None:
    (tmp_path / "city").write_bytes(b"city")
    _mark.leave("start")
    answer = CliRunner().invoke(restore.command, [str(tmp_path / "city"), "--yes"])
    assert (answer.exit_code, _mark.stage()) == (0, "")
    assert done == [("restore", tmp_path / "city")]


def test_nothing_is_put_back_without_a_yes(done: list[Any], tmp_path: Path) -> None:
    (tmp_path / "city").write_bytes(b"city")
    answer = CliRunner().invoke(restore.command, [str(tmp_path / "city")], input="n\n")
    assert (answer.exit_code, done) == (1, [])
