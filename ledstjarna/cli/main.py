"""The command line: each file beside this one is a noun or a verb, found by its name."""

import os
import pkgutil
from importlib import import_module
from typing import Any

import click
import django

from ledstjarna import cli

SETTINGS = "ledstjarna.site.settings"
HIDDEN = ("main", "_")


def words() -> list[str]:
    """The commands there are, in order: the files beside this one that are not for its own use."""
    found = (module.name for module in pkgutil.iter_modules(cli.__path__))
    return sorted(name for name in found if not name.startswith(HIDDEN))


def loaded(name: str) -> click.Command:
    """The command of that file: its `group` where it is a noun, its `command` where it is a verb."""
    module = import_module(f"{cli.__name__}.{name}")
    found: click.Command = getattr(module, "group", None) or module.command
    return found


class Door(click.Group):
    """Commands that need Django ready, and the house's two ways to say no."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command by name."""
        return words()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, with Django made ready for it."""
        if cmd_name not in words():
            return None
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
        django.setup()
        return loaded(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was asked for; the demo's mode must be set before settings are read."""
        if args and args[0] == "demo":
            os.environ["LEDSTJARNA_DEMO"] = "1"
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the house refuses or misses is said in words, with exit code 1."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            if words := said(error):
                raise click.ClickException(words) from error
            raise


def said(error: Exception) -> str:
    """The words for an error that a person can do something about; nothing for any other."""
    from django.db import OperationalError  # noqa: PLC0415  Django must be ready first

    from ledstjarna.plumbing.backup import BadBackup  # noqa: PLC0415
    from ledstjarna.plumbing.checks import Unfit  # noqa: PLC0415
    from ledstjarna.plumbing.server import CannotServe  # noqa: PLC0415
    from ledstjarna.thread.reads import Missing, Refused  # noqa: PLC0415

    if isinstance(error, Refused):
        return error.reason
    if isinstance(error, BadBackup | CannotServe | Unfit):
        return str(error)
    if isinstance(error, Missing):
        return f"There is nothing by the name of {error}."
    if isinstance(error, OperationalError):
        return f"The database does not answer: {error}"
    return ""


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ledstjarna")
def main() -> None:
    """Ledstjärna: steering a city by a shared vision.

    Settings come from the environment: LEDSTJARNA_HOME (the folder for the database, ./var where it is
    not set) and DATABASE_URL (PostgreSQL instead of the database in that folder).
    """
