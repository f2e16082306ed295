"""Kernels are compiled before anybody waits for them."""

from importlib import import_module

import pytest
from click.testing import CliRunner

from ledstjarna.cli import warm
from ledstjarna.cli.main import main


def test_every_engine_with_kernels_says_how_to_compile_them() -> None:
    assert "groups" in warm.kernels()
    lacking = [
        name
        for name in warm.kernels()
        if not hasattr(import_module(f"ledstjarna.engines.{name}._kernels"), "warm")
    ]
    assert lacking == []


def test_warming_names_each_engine() -> None:
    said = CliRunner().invoke(main, ["warm"])
    assert said.exit_code == 0, said.output
    assert [line.split(":")[0] for line in said.output.splitlines()] == warm.kernels()


def test_without_a_compiler_nothing_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "find_spec", lambda name: None)
    said = CliRunner().invoke(main, ["warm"])
    assert (said.exit_code, "plain forms" in said.output) == (0, True)
