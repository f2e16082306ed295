"""Makes an installation ready to serve: its checks, its database, its static files."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import click
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core import checks
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

Tell = Callable[[str], None]
STAMP = "sources.sha256"


def unmigrated() -> bool:
    """Whether the database is older than the program."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def faults() -> list[str]:
    """Every start-up check that fails, in words, with what to do about it."""
    found = checks.run_checks(databases=["default"])
    return [
        f"{one.msg} {one.hint or ''}".strip() for one in found if one.is_serious() and not one.is_silenced()
    ]


def refuse_faults() -> None:
    """Stop where a start-up check fails.

    Raises:
        click.ClickException: with every fault in words.
    """
    if found := faults():
        raise click.ClickException("This cannot be served:\n" + "\n".join(f"  - {words}" for words in found))


def prepare(tell: Tell) -> None:
    """Bring the database and the static files up to this version of the program."""
    if unmigrated():
        tell("Database")
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    gather(tell)


def gather(tell: Tell) -> None:
    """Collect the static files under far-future names, where they have changed since last time."""
    root = Path(settings.STATIC_ROOT)
    stamp, present = root / STAMP, sources()
    if stamp.is_file() and stamp.read_text() == present:
        return
    tell("Static files")
    root.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, clear=True, stdout=io.StringIO())
    stamp.write_text(present)


def sources() -> str:
    """The SHA-256, in hexadecimal, of what static files there are, by place, size and time."""
    seal = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            seal.update(f"{name}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return seal.hexdigest()
