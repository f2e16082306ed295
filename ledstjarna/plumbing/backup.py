"""Backup and restore, with a manifest that says what the copy must be (G10).

The copy of an SQLite database is made while it is written to, in one snapshot, and nobody waits for it.
PostgreSQL's own tools do its part.
"""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection

from ledstjarna.plumbing import copy_postgresql, copy_sqlite

CHUNK = 1 << 20


class BadBackup(Exception):
    """The file is not what its manifest says, or not from this kind of database; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What lies beside a backup, as `<file>.json`: kind of database, size in bytes, SHA-256, when it was made."""

    vendor: str
    size: int
    sha256: str
    made: str


def backup(target: Path, *, now: datetime) -> Manifest:
    """Write the database to `target`, readable by us alone, and its manifest beside it.

    Raises OSError where there is no room and BadBackup where the copy does not hold together.
    """
    partial = target.with_name(f"{target.name}.partial")
    os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        _writer()(partial)
        manifest = Manifest(connection.vendor, partial.stat().st_size, _digest(partial), now.isoformat())
        _settle(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    _write_manifest(target, manifest)
    return manifest


