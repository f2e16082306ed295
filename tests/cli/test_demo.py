"""`ledstjarna demo`: loads once, begins anew when asked, and never touches a real city."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from ledstjarna.cli import _mark, _ready, demo
from ledstjarna.demo import load as loading
from ledstjarna.thread import actions
from tests.fixtures.city import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, int | None]]:
    """The loads that were asked for; nothing is really loaded or served."""
    asked: list[tuple[str, int | None]] = []

    def load(stage: str, people: int | None, tell: Callable[[str, int, int], None], now: datetime) -> None:
        asked.append((stage, people))
        for done in (1, 2):
            tell("People", done, 2)

    def prepare(tell: Callable[[str], None]) -> None:
        tell("Database")

    monkeypatch.setattr(_mark, "path", lambda: tmp_path / "demo.json")
    monkeypatch.setattr(loading, "load", load)
    monkeypatch.setattr(_ready, "prepare", prepare)
    monkeypatch.setattr(_ready, "faults", list)
    return asked


def run(*words: str) -> Any:
    return CliRunner().invoke(demo.command, [*words, "--no-serve"])


def test_the_city_is_loaded_once(loads: list[Any]) -> None:
    assert [run("--people", "300").exit_code, run().exit_code] == [0, 0]
    assert (loads, _mark.stage()) == ([("start", 300)], "start")


def test_a_load_that_was_cut_short_is_begun_anew(loads: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    cleared: list[bool] = []

    def clear() -> None:
        cleared.append(True)
        _mark.remove()

    monkeypatch.setattr(demo, "clear", clear)
    _mark.leave(_mark.LOADING)
    assert run().exit_code == 0
    assert (cleared, len(loads)) == ([True], 1)


def test_fresh_begins_anew(loads: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "clear", _mark.remove)
    run()
    run("--fresh")
    assert len(loads) == 2


def test_T20_a_real_city_is_never_opened_to_all(loads: list[Any]) -> None:
    actions.record(who=None, verb="x", node=actions.add_node(kind="party", title="x"), at=NOW)
    answer = run("--fresh")
    assert (answer.exit_code, loads) == (1, [])
    assert "holds a city of its own" in answer.output


@pytest.mark.usefixtures("loads")
def test_a_mark_of_another_database_is_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark.leave("start")
    monkeypatch.setattr(_mark, "place", lambda: "another")
    assert _mark.stage() == ""


@pytest.mark.usefixtures("loads")
def test_nothing_is_cleared_without_a_mark() -> None:
    node = actions.add_node(kind="party", title="x")
    demo.clear()
    node.refresh_from_db()


def test_a_later_year_is_not_promised_before_its_rooms_are_there(loads: list[Any]) -> None:
    assert (run("--stage", "year9").exit_code, loads) == (2, [])


def test_a_machine_that_is_not_fit_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ready, "faults", lambda: ["SQLite is too old."])
    with pytest.raises(click.ClickException, match="SQLite is too old"):
        _ready.refuse_faults()
