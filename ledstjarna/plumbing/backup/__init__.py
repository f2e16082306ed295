"""Backup and restore, with a manifest that says what the copy must be (G10).

The copy of an SQLite database is one snapshot, made while it is written to, and nobody waits for it.
PostgreSQL's own tools do its part.
"""

import os
from pathlib import Path

from django.db import connection

from ledstjarna.plumbing.backup import postgresql, sqlite
from ledstjarna.plumbing.backup.manifest import BadBackup, Manifest, describe, read, write

__all__ = ["BadBackup", "Manifest", "backup", "restore"]


def backup(target: Path) -> Manifest:
    """Write the database to `target`, readable by us alone, and its manifest beside it as `<target>.json`.

    Raises OSError where there is no room, and BadBackup where the copy does not hold together: what lay at
    `target` is then still there.
    """
    partial = target.with_name(f"{target.name}.partial")
    os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        _tools().copy(partial)
        manifest = describe(partial, vendor=connection.vendor)
        _settle(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    write(manifest, target)
    return manifest


def restore(source: Path) -> Path:
    """Put the backup at `source` in place of the database; where the replaced one was set aside.

    Raises BadBackup, with nothing changed, where the file is not what its manifest says.
    """
    manifest = read(source)
    if manifest.vendor != connection.vendor:
        raise BadBackup(f"{source.name} is from {manifest.vendor}; this database is {connection.vendor}.")
    if describe(source, vendor=manifest.vendor) != manifest:
        raise BadBackup(f"{source.name} is not the file its manifest describes.")
    connection.close()
    return _tools().replace(source)


def _tools() -> sqlite.Tools | postgresql.Tools:
    return sqlite.Tools() if connection.vendor == "sqlite" else postgresql.Tools()


def _settle(partial: Path, target: Path) -> None:
    """Give the copy its name once all of it is on disk."""
    for path in (partial, target.parent):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        if path is partial:
            partial.replace(target)
