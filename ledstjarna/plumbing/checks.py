"""Start-up checks: is this machine fit to keep a city's memory?

They have the tag "machine"; those that touch the database are asked for by `--database default`.
"""

import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register, run_checks
from django.db import connections
from django.utils import timezone

UNSAFE_SQLITE = ((3, 7, 0), (3, 51, 2))
OLDEST_POSTGRESQL = 140000
FULL, NEARLY_FULL = 200 << 20, 2 << 30


class Unfit(Exception):
    """This machine may not serve; the words say why, one reason a line."""


def demand_fitness() -> None:
    """Raise Unfit where a check of the machine finds an error."""
    found = run_checks(tags=["machine"], databases=["default"])
    if faults := sorted(
        (fault.id or "", fault.msg, fault.hint or "") for fault in found if fault.is_serious()
    ):
        raise Unfit("\n".join(f"{said} {hint}".strip() for _, said, hint in faults))


def _uses_sqlite() -> bool:
    return connections["default"].vendor == "sqlite"


@register("machine")
def sqlite_is_sound(app_configs: Any, **kwargs: Any) -> Iterable[CheckMessage]:
    """The embedded database keeps what it is given, and can search it."""
    if not _uses_sqlite():
        return
    if UNSAFE_SQLITE[0] <= sqlite3.sqlite_version_info <= UNSAFE_SQLITE[1]:
        yield Error(
            f"SQLite {sqlite3.sqlite_version} can corrupt its write-ahead log.",
            hint="Use 3.51.3 or later: install the package pysqlite3.",
            id="plumbing.E001",
        )
    with closing(sqlite3.connect(":memory:")) as connection:
        if ("ENABLE_FTS5",) not in connection.execute("PRAGMA compile_options").fetchall():
            yield Error("This SQLite was built without full-text search (FTS5).", id="plumbing.E002")


@register("machine")
def journal_stands(
    app_configs: Any, databases: Iterable[str] | None = None, **kwargs: Any
) -> Iterable[CheckMessage]:
    """The file system of the database can share a write-ahead log; network file systems cannot."""
    if not _uses_sqlite() or "default" not in (databases or ()):
        return []
    folder = Path(connections["default"].settings_dict["NAME"]).parent
    try:
        mode = _tried_journal(folder)
    except (OSError, sqlite3.Error) as error:
        mode = str(error)
    if mode == "wal":
        return []
    hint = "Keep the data directory on a local disk."
    return [Error(f"No write-ahead log is possible in {folder}: {mode}.", hint=hint, id="plumbing.E003")]


def _tried_journal(folder: Path) -> str:
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        path = Path(scratch) / "try.sqlite3"
        with closing(sqlite3.connect(path)) as one, closing(sqlite3.connect(path)) as other:
            mode = str(one.execute("PRAGMA journal_mode = WAL").fetchone()[0])
            one.execute("CREATE TABLE tried (id INTEGER)")
            other.execute("SELECT * FROM tried").fetchall()
    return mode


@register("machine")
def postgresql_is_recent(
    app_configs: Any, databases: Iterable[str] | None = None, **kwargs: Any
) -> Iterable[CheckMessage]:
    """PostgreSQL, where it is used, is version 14 or later."""
    connection = connections["default"]
    if connection.vendor != "postgresql" or "default" not in (databases or ()):
        return []
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        version = int(cursor.fetchone()[0])
    if version >= OLDEST_POSTGRESQL:
        return []
    return [Error(f"PostgreSQL {version // 10000} is too old.", hint="Use 14 or later.", id="plumbing.E004")]


@register("machine")
def secret_is_secret(app_configs: Any, **kwargs: Any) -> Iterable[CheckMessage]:
    """The key that signs sessions is long and this installation's own (T20)."""
    key = str(settings.SECRET_KEY)
    if len(key) >= 50 and not key.startswith("django-insecure-"):
        return []
    hint = "Leave LEDSTJARNA_SECRET_KEY unset, and a key is made at the first start."
    return [Error("The secret key is short or a default.", hint=hint, id="plumbing.E005")]


@register("machine")
def data_is_private(app_configs: Any, **kwargs: Any) -> Iterable[CheckMessage]:
    """The data directory can be written by us, and opened by nobody unknown."""
    folder = Path(settings.HOME)
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        yield Error(f"The data directory {folder} cannot be written: {error.strerror}.", id="plumbing.E006")
        return
    if folder.stat().st_mode & stat.S_IRWXO:
        hint = f"chmod o-rwx {folder}"
        yield Error(f"Everybody on this machine can open {folder}.", hint=hint, id="plumbing.E007")


@register("machine")
def clock_is_sane(app_configs: Any, **kwargs: Any) -> Iterable[CheckMessage]:
    """The clock has been set: facts keep the time they are given."""
    if timezone.now().year >= 2025:
        return []
    return [Error(f"The clock says {timezone.now():%Y-%m-%d}.", hint="Set it first.", id="plumbing.E008")]


@register("machine")
def disk_has_room(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """There is room to write for a while."""
    free = shutil.disk_usage(settings.HOME).free
    if free < FULL:
        yield Error(f"Only {free >> 20} MB are free for {settings.HOME}.", id="plumbing.E009")
    elif free < NEARLY_FULL:
        yield Warning(f"Only {free >> 20} MB are free for {settings.HOME}.", id="plumbing.W001")
