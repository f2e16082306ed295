"""`ledstjarna demo`: a made-up city to walk about in."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click
from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from ledstjarna.cli import _ready
from ledstjarna.demo import load
from ledstjarna.plumbing import server
from ledstjarna.thread import memory

console = Console(highlight=False)
# The later years are told by rooms that are not built yet; each stage joins this list with them.
STAGES = ("start",)


def mark() -> Path:
    """The file that says that this folder's database holds the made-up city."""
    return Path(settings.HOME) / "demo.json"


def place() -> str:
    """Which database this is, so that a mark is not taken for another's."""
    return "{ENGINE} {HOST}:{PORT} {NAME}".format(**connection.settings_dict)


def marked() -> dict[str, str]:
    """What the mark says of this database; nothing where it has none."""
    found: dict[str, str] = json.loads(mark().read_text()) if mark().is_file() else {}
    return found if found.get("database") == place() else {}


def refuse_real_city() -> None:
    """Stop at a database that holds somebody's own city: a demo lets anybody sign in as anyone.

    Raises:
        click.ClickException: there are facts here that no demo wrote.
    """
    if connection.introspection.table_names() and not marked() and not _ready.unmigrated() and memory.tide():
        raise click.ClickException(
            "The database here holds a city of its own, and a demo lets anybody sign in as anyone in it. "
            "Set LEDSTJARNA_HOME to an empty folder and try again."
        )


def clear() -> None:
    """Take the made-up city away, and nothing but it."""
    if not marked():
        return
    if connection.vendor == "sqlite":
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{suffix}").unlink(missing_ok=True)
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
    mark().unlink()


def fill(stage: str, people: int | None, now: datetime) -> None:
    """Replay the city up to a stage, with a bar for each step; a load cut short is begun anew."""
    bars = (TextColumn("  {task.description:<28}"), BarColumn(), TimeElapsedColumn())
    with Progress(*bars, console=console) as progress:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, total: int) -> None:
            task = tasks.setdefault(
                step, progress.add_task(step, total=total) if step not in tasks else tasks[step]
            )
            progress.update(task, completed=done, total=total)

        load.load(stage, people, tell, now)


def remember(stage: str) -> None:
    """Leave the mark."""
    mark().write_text(json.dumps({"stage": stage, "database": place()}))


def invite(address: str, port: int) -> None:
    """Say where the city is and who one can be in it."""
    url = f"http://{address}:{port}"
    console.print(f"\n[bold]{url}/[/bold]        the city, in Swedish; {url}/en/ in English")
    console.print(f"{url}{reverse('people:personas')}   choose who to be; nobody needs a password")
    console.print("Stop with Ctrl+C.\n")


@click.command("demo")
@click.option(
    "--stage",
    type=click.Choice(STAGES),
    default="start",
    show_default=True,
    help="How far the city has come.",
)
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
    if fresh or marked().get("stage") == "loading":
        clear()
    _ready.prepare(lambda step: console.print(f"  {step}"))
    _ready.refuse_faults()
    if not marked():
        remember("loading")
        fill(stage, people, timezone.now())
        remember(stage)
    if not serve:
        sys.exit(0)
    invite(address, port)
    connection.close()
    server.serve(address, port)
