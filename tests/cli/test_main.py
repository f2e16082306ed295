"""The command line finds its commands, and says no in words."""

import click
import pytest
from click.testing import CliRunner
from django.db import OperationalError

from ledstjarna.cli import main as cli
from ledstjarna.plumbing.backup import BadBackup
from ledstjarna.plumbing.checks import Unfit
from ledstjarna.plumbing.server import CannotServe
from ledstjarna.thread.reads import Missing, Refused


def test_every_file_beside_it_is_a_command() -> None:
    assert {"backup", "check", "demo", "prepare", "restore", "serve", "thread", "vision", "worker"} <= set(
        cli.words()
    )
    assert [name for name in cli.words() if name.startswith("_") or name == "main"] == []


@pytest.mark.parametrize("name", cli.words())
def test_every_command_explains_itself(name: str) -> None:
    answer = CliRunner().invoke(cli.main, [name, "--help"])
    assert (answer.exit_code, answer.output.startswith("Usage:")) == (0, True)
    assert cli.loaded(name).help


def test_an_unknown_command_is_said_to_be_unknown() -> None:
    answer = CliRunner().invoke(cli.main, ["fly"])
    assert (answer.exit_code, "No such command 'fly'" in answer.output) == (2, True)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Refused("Not now."), "Not now."),
        (Missing("k3m9"), "There is nothing by the name of k3m9."),
        (OperationalError("no route"), "The database does not answer: no route"),
        (CannotServe("The port is taken."), "The port is taken."),
        (BadBackup("It is not the file."), "It is not the file."),
        (Unfit("SQLite is too old."), "SQLite is too old."),
    ],
)
def test_what_a_person_can_mend_is_said_in_words(
    error: Exception, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(cli, "loaded", lambda name: click.Command("check", callback=fail))
    answer = CliRunner().invoke(cli.main, ["check"])
    assert (answer.exit_code, answer.output) == (1, f"Error: {words}\n")


def test_what_nobody_foresaw_is_not_dressed_up() -> None:
    assert cli.said(ZeroDivisionError()) == ""
