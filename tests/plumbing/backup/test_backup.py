"""What was backed up comes back, and what was tampered with does not, on either database (G10)."""

import json
import stat
from pathlib import Path

import pytest
from django.db import connection

from ledstjarna.plumbing.backup import BadBackup, backup, restore
from ledstjarna.plumbing.models import Job

pytestmark = pytest.mark.django_db(transaction=True)


def add(task: str) -> None:
    Job.objects.create(task=task, args=[[], {}], limit=1)


def tasks() -> list[str]:
    return list(Job.objects.order_by("pk").values_list("task", flat=True))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A backup with one job in it; a second one has come since."""
    add("before")
    path = tmp_path / "city.backup"
    backup(path)
    add("after")
    return path


def test_G10_a_restored_database_is_as_it_was(kept: Path) -> None:
    restore(kept)
    assert tasks() == ["before"]


def test_G10_the_replaced_database_is_set_aside(kept: Path) -> None:
    aside = restore(kept)
    assert aside.name.endswith(".before-restore")
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert aside.stat().st_size > 0


def test_G10_one_can_write_after_a_restore(kept: Path) -> None:
    restore(kept)
    add("afterwards")
    assert tasks() == ["before", "afterwards"]


def test_G10_a_backup_with_a_changed_byte_is_refused_and_nothing_changes(kept: Path) -> None:
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    kept.write_bytes(content)
    with pytest.raises(BadBackup, match="not the file"):
        restore(kept)
    assert tasks() == ["before", "after"]


def test_G10_a_backup_that_was_cut_short_is_refused(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-1])
    with pytest.raises(BadBackup, match="not the file"):
        restore(kept)


def test_a_backup_from_another_kind_of_database_is_refused(kept: Path) -> None:
    manifest = kept.with_name("city.backup.json")
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"vendor": "oracle"}))
    with pytest.raises(BadBackup, match="is from oracle"):
        restore(kept)


def test_a_backup_is_for_its_owner_alone_and_leaves_nothing_beside_it(kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert sorted(path.name for path in kept.parent.iterdir()) == ["city.backup", "city.backup.json"]


def test_a_backup_replaces_an_older_one(kept: Path) -> None:
    backup(kept)
    restore(kept)
    assert tasks() == ["before", "after"]


def test_a_backup_that_fails_leaves_the_older_one(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, target: Path) -> None:
        raise BadBackup("broken")

    old = kept.read_bytes()
    monkeypatch.setattr(f"ledstjarna.plumbing.backup.{connection.vendor}.Tools.copy", fail)
    with pytest.raises(BadBackup, match="broken"):
        backup(kept)
    assert kept.read_bytes() == old
    assert not kept.with_name("city.backup.partial").exists()
