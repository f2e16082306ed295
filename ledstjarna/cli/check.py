"""`ledstjarna check`: whether this machine and what the rooms declare can be served."""

import click

from ledstjarna.cli import _ready


@click.command("check")
def command() -> None:
    """Check the machine, the database and what every room declares; exit code 1 with the faults."""
    _ready.refuse_faults()
    if _ready.unmigrated():
        raise click.ClickException("The database is older than the program. Run: ledstjarna prepare")
    click.echo("All is well.")
