"""`ledstjarna worker`: does the jobs that pages leave behind, until told to stop."""

import click
from django.core.management import call_command


@click.command("worker")
def command() -> None:
    """Do jobs until told to stop; `ledstjarna serve` already runs one."""
    call_command("worker")
