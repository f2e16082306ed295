"""`ledstjarna prepare`: what to run once after installing and after every upgrade."""

import click

from ledstjarna.cli import _ready, warm


@click.command("prepare")
def command() -> None:
    """Bring the database, the static files and the compiled kernels up to this version."""
    _ready.prepare(lambda step: click.echo(f"  {step}"))
    warm.compile_all(lambda step: click.echo(f"  {step}"))
    _ready.refuse_faults()
    click.echo("Ready. Next: ledstjarna serve")
