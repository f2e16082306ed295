"""`ledstjarna prepare` and `check`: the database and the static files are of this version."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import override_settings

from ledstjarna.cli import _ready, check, prepare

pytestmark = pytest.mark.django_db


@pytest.fixture
def gathered(tmp_path: Path) -> Path:
    return tmp_path / "static"


def test_static_files_are_gathered_once(gathered: Path) -> None:
    said: list[str] = []
    with override_settings(STATIC_ROOT=gathered):
        _ready.gather(said.append)
        _ready.gather(said.append)
    assert said == ["Static files"]
    assert (gathered / _ready.STAMP).is_file()


def test_a_prepared_database_is_not_migrated_again(gathered: Path) -> None:
    said: list[str] = []
    with override_settings(STATIC_ROOT=gathered):
        _ready.prepare(said.append)
    assert said == ["Static files"]


def test_prepare_says_what_comes_next(gathered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ready, "faults", list)
    with override_settings(STATIC_ROOT=gathered):
        answer = CliRunner().invoke(prepare.command)
    assert (answer.exit_code, answer.output.splitlines()[-1]) == (0, "Ready. Next: ledstjarna serve")


def test_check_refuses_an_older_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ready, "faults", list)
    monkeypatch.setattr(_ready, "unmigrated", lambda: True)
    answer = CliRunner().invoke(check.command)
    assert (answer.exit_code, "ledstjarna prepare" in answer.output) == (1, True)


def test_check_says_that_all_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ready, "faults", list)
    assert CliRunner().invoke(check.command).output == "All is well.\n"
