"""`ledstjarna worker`: does the jobs that pages leave behind, until told to stop."""

import signal
from threading import Event

import click

from ledstjarna.plumbing import jobs


@click.command("worker")
def command() -> None:
    """Do jobs until told to stop; `ledstjarna serve` already runs one."""
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    jobs.work(stop)
