"""Backup and restore of PostgreSQL, by pg_dump and pg_restore."""

import os
import subprocess
from pathlib import Path

from django.db import connection

from ledstjarna.plumbing.backup.manifest import BadBackup

# A restore replaces every table: it waits this long for those who use them, and then gives up unchanged.
PATIENCE = "-c lock_timeout=60000"


class Tools:
    """Copy the database out, and a copy in; raises FileNotFoundError where the tools are not installed."""

    def copy(self, target: Path) -> None:
        """One snapshot in the custom format, whose contents can be listed."""
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
        _run("pg_restore", "--list", "--file=-", str(target))

    def replace(self, source: Path) -> Path:
        """Replace all tables in one transaction; the old ones are dumped to `<source>.before-restore`."""
        aside = source.with_name(f"{source.name}.before-restore")
        aside.touch(mode=0o600)
        self.copy(aside)
        options = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction")
        name = str(connection.settings_dict["NAME"])
        _run("pg_restore", *options, f"--dbname={name}", str(source))
        return aside


def _run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs, with the password where other users cannot see it."""
    done = subprocess.run(  # noqa: S603  a fixed program, and no shell reads it
        [program, *arguments], env=_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BadBackup(f"{program} failed: {done.stderr.strip()[-500:]}")


def _environment() -> dict[str, str]:
    here = connection.settings_dict
    names = {
        "PGDATABASE": "NAME",
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
    }
    told = {variable: str(here[key]) for variable, key in names.items() if here.get(key)}
    return os.environ | told | {"PGOPTIONS": PATIENCE}
