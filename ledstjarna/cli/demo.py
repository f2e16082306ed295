"""`ledstjarna demo`: a made-up city to walk about in."""

from datetime import datetime
from pathlib import Path

import click
from django.db import connection
from django.urls import reverse
from django.utils import timezone, translation
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from ledstjarna.cli import _mark, _ready
from ledstjarna.demo import load
from ledstjarna.people import reads
from ledstjarna.plumbing import server
from ledstjarna.thread import memory
from ledstjarna.thread.models import Tide

console = Console(highlight=False)
STAGES = ("start", "year3", "year7")


def refuse_real_city() -> None:
    """Stop at a database that holds somebody's own city: a demo lets anybody sign in as anyone.

    Raises:
        click.ClickException: there are facts here that no demo wrote.
    """
    if _mark.stage() or Tide._meta.db_table not in connection.introspection.table_names():
        return
    if memory.tide():
        raise click.ClickException(
            "The database here holds a city of its own, and a demo lets anybody sign in as anyone in it. "
            "Set LEDSTJARNA_HOME to an empty folder and try again."
        )


def clear() -> None:
    """Take the made-up city away, and nothing but it."""
    if not _mark.stage():
        return
    if connection.vendor == "sqlite":
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{suffix}").unlink(missing_ok=True)
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
    _mark.remove()


def fill(stage: str, people: int | None, now: datetime) -> None:
    """Replay the city up to a stage, with a bar for each step."""
    bars = (TextColumn("  {task.description:<28}"), BarColumn(), TimeElapsedColumn())
    with Progress(*bars, console=console) as progress:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(step, total=total)
            progress.update(tasks[step], completed=done, total=total)

        load.load(stage, people, tell, now)


def invite(address: str, port: int) -> None:
    """Say where the city is and who one can be in it."""
    url = f"http://{address}:{port}"
    console.print(f"\n[bold]{url}/[/bold] is the city, and {url}/en/ in English.")
    console.print(f"Choose who to be at [bold]{url}{reverse('people:personas')}[/bold]; no passwords:")
    people = Table(box=None, show_header=False)
    with translation.override("en"):
        for one in reads.personas(now=timezone.now()):
            people.add_row(one.label, one.name, one.title)
    console.print(people)
    console.print("Stop with Ctrl+C.\n")


@click.command("demo")
@click.option("--stage", type=click.Choice(STAGES), default="start", help="How far the city has come.")
@click.option("--address", default="127.0.0.1", show_default=True)
@click.option("--port", default=8035, show_default=True, type=click.IntRange(1, 65535))
@click.option("--people", type=click.IntRange(min=200), help="A smaller city, loaded sooner.")
@click.option("--fresh", is_flag=True, help="Begin anew with an untouched city.")
@click.option("--serve/--no-serve", default=True, help="Whether to serve it once it is there.")
def command(stage: str, address: str, port: int, people: int | None, fresh: bool, serve: bool) -> None:
    """Sundhamn, a made-up city in the middle of shaping its vision, served on this machine.

    Example: ledstjarna demo --port 8080
    """
    refuse_real_city()
    if fresh or _mark.stage() == _mark.LOADING:
        clear()
    _ready.prepare(lambda step: console.print(f"  {step}"))
    _ready.refuse_faults()
    if not _mark.stage():
        # A load that is cut short keeps this mark, and the next start begins anew.
        _mark.leave(_mark.LOADING)
        fill(stage, people, timezone.now())
        _mark.leave(stage)
    if serve:
        invite(address, port)
        connection.close()
        server.serve(address, port)
