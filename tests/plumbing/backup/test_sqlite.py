"""SQLite is copied while others write, and restored over what is broken."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, transaction

from ledstjarna.plumbing.backup import BadBackup, backup, restore, sqlite
from ledstjarna.plumbing.backup.manifest import describe, write
from ledstjarna.plumbing.models import Job

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has tools of its own."),
]


def live() -> Path:
    return Path(connection.settings_dict["NAME"])


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    Job.objects.create(task="kept", args=[[], {}], limit=1)
    path = tmp_path / "city.backup"
    backup(path)
    return path


def test_the_copy_is_a_database_in_one_file(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as opened:
        assert opened.execute("SELECT task FROM plumbing_job").fetchall() == [("kept",)]
        assert opened.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_G10_a_backup_is_made_while_another_writes(tmp_path: Path) -> None:
    with closing(sqlite3.connect(live())) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE plumbing_job SET attempts = 1")
        backup(tmp_path / "city.backup")
        writer.rollback()
    assert (tmp_path / "city.backup").exists()


def test_G10_another_open_connection_sees_what_was_restored(kept: Path) -> None:
    with closing(sqlite3.connect(live())) as other:
        Job.objects.all().delete()
        assert other.execute("SELECT count(*) FROM plumbing_job").fetchone() == (0,)
        restore(kept)
        assert other.execute("SELECT count(*) FROM plumbing_job").fetchone() == (1,)


def test_G10_a_database_that_is_broken_is_moved_aside_and_replaced(kept: Path) -> None:
    connection.close()
    for ending in ("-wal", "-shm"):
        Path(f"{live()}{ending}").unlink(missing_ok=True)
    live().write_bytes(b"not a database, " * 4096)
    aside = restore(kept)
    assert aside.read_bytes().startswith(b"not a database")
    assert Job.objects.get().task == "kept"


def test_G10_a_database_that_is_gone_is_restored(kept: Path) -> None:
    connection.close()
    for ending in sqlite.ENDINGS:
        Path(f"{live()}{ending}").unlink(missing_ok=True)
    restore(kept)
    assert Job.objects.get().task == "kept"


def test_G10_a_backup_that_does_not_hold_together_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "city.backup"
    path.write_bytes(b"not a database, " * 4096)
    write(describe(path, vendor="sqlite"), path)
    with pytest.raises(BadBackup, match="does not hold together"):
        restore(path)


def test_a_restore_waits_for_a_writer_and_says_so(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "TIMEOUT", 0.05)
    gate = connection.gate()  # type: ignore[attr-defined]
    gate.enter(1)
    with pytest.raises(BadBackup, match="stop the server"):
        restore(kept)
    gate.leave()
    with transaction.atomic():
        assert Job.objects.count() == 1
