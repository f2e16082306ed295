"""`ledstjarna thread`: whether the chain of facts holds, and its head to keep elsewhere (T17)."""

import re

import click
from rich.progress import Progress

from ledstjarna.thread import memory, reads
from ledstjarna.thread.models import Tide


class Anchor(click.ParamType[tuple[int, str]]):
    """A fact's number and hash, as `thread head` prints them."""

    name = "N:HASH"

    def convert(
        self, value: str | tuple[int, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, str]:
        """The number and the hash."""
        if isinstance(value, tuple):
            return value
        if not re.fullmatch(r"\d+:[0-9a-f]{64}", value):
            self.fail("An anchor is a number, a colon and 64 hexadecimal digits, as `thread head` prints it.")
        number, _, seal = value.partition(":")
        return int(number), seal


@click.group("thread")
def group() -> None:
    """The one log of the city, each fact chained to the one before it."""


@group.command("head")
def head() -> None:
    """Print the latest fact's number and hash; keep it where the city's administrators cannot write."""
    tide = Tide.objects.filter(pk=1).first() or Tide()
    click.echo(f"{tide.number}:{tide.hash}")


@group.command("verify")
@click.option("--anchor", type=Anchor(), help="A head kept elsewhere; betrays a chain that was rebuilt.")
def verify(anchor: tuple[int, str] | None) -> None:
    """Walk the chain from its first fact; exit code 1 and the fact where it breaks.

    Example: ledstjarna thread verify --anchor 1041:9f86d0…
    """
    with Progress(transient=True) as progress:
        task = progress.add_task("Facts", total=memory.tide())
        verdict = reads.verify(anchor, lambda number: progress.update(task, completed=number))
    if verdict.broken_at is not None:
        raise click.ClickException(f"The chain breaks at fact {verdict.broken_at}: {verdict.why}.")
    click.echo(f"The chain of {verdict.facts} facts holds.")
