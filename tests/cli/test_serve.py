"""`ledstjarna serve` and `worker`: refuse before they begin, and pass on what was asked."""

from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from ledstjarna.cli import _ready, serve, worker


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    found: list[Any] = []
    stand_in = SimpleNamespace(serve=lambda *args, **kwargs: found.append((args, kwargs)))
    monkeypatch.setattr(serve, "server", stand_in)
    monkeypatch.setattr(_ready, "faults", list)
    monkeypatch.setattr(_ready, "unmigrated", lambda: False)
    return found


def test_it_serves_where_it_was_told_to(served: list[Any]) -> None:
    words = ["--address", "::1", "--port", "8080", "--workers", "1", "--threads", "4", "--no-worker"]
    assert CliRunner().invoke(serve.command, words).exit_code == 0
    assert served == [(("::1", 8080), {"workers": 1, "threads": 4, "with_worker": False})]


def test_G7_it_refuses_a_machine_that_is_not_fit(served: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ready, "faults", lambda: ["The disk is full."])
    answer = CliRunner().invoke(serve.command)
    assert (answer.exit_code, "The disk is full." in answer.output, served) == (1, True, [])


def test_it_refuses_a_database_older_than_the_program(
    served: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_ready, "unmigrated", lambda: True)
    assert (CliRunner().invoke(serve.command).exit_code, served) == (1, [])


def test_the_worker_is_the_plumbing_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(worker, "call_command", called.append)
    assert (CliRunner().invoke(worker.command).exit_code, called) == (0, ["worker"])
