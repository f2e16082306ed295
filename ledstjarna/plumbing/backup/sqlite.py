"""Backup and restore of SQLite, by its own online copy."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connection, connections

from ledstjarna.plumbing.backup.manifest import BadBackup
from ledstjarna.plumbing.sqlite.base import TIMEOUT, DatabaseWrapper

ENDINGS = ("", "-wal", "-shm")


class Tools:
    """Copy the database out, and a copy in."""

    def copy(self, target: Path) -> None:
        """One snapshot of the database, checked; raises BadBackup where it does not hold together."""
        connection.ensure_connection()
        with closing(sqlite3.connect(target)) as made:
            connection.connection.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
            _demand_integrity(made, target)

    def replace(self, source: Path) -> Path:
        """Copy `source` over the database while no one writes; returns where the old one lies."""
        wrapper = connections[DEFAULT_DB_ALIAS]
        assert isinstance(wrapper, DatabaseWrapper)
        live = Path(wrapper.settings_dict["NAME"])
        aside = live.with_name(f"{live.name}.before-restore")
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as found:
            _demand_integrity(found, source)
            gate = wrapper.gate()
            if not gate.enter(TIMEOUT):
                raise BadBackup("Somebody has been writing all the while; stop the server first.")
            try:
                _set_aside(live, aside)
                _overwrite(live, found)
            finally:
                gate.leave()
        return aside


def _demand_integrity(opened: sqlite3.Connection, path: Path) -> None:
    try:
        said = opened.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        raise BadBackup(f"{path.name} does not hold together: {said}.")


def _set_aside(live: Path, aside: Path) -> None:
    """Copy the database that is to be replaced; one too broken to be copied is moved."""
    for ending in ENDINGS:
        Path(f"{aside}{ending}").unlink(missing_ok=True)
    if not live.exists():
        return
    aside.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(live)) as old, closing(sqlite3.connect(aside)) as kept:
            old.backup(kept)
    except sqlite3.DatabaseError:
        for ending in ENDINGS:
            if (path := Path(f"{live}{ending}")).exists():
                path.replace(f"{aside}{ending}")


def _overwrite(live: Path, found: sqlite3.Connection) -> None:
    """Into the file that is there, so that a process that has it open sees the new content."""
    live.touch(mode=0o600)
    with closing(sqlite3.connect(live, timeout=TIMEOUT)) as made:
        found.backup(made)
