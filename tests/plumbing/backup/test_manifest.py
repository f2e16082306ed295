"""A backup is trusted when it is what its manifest says."""

from pathlib import Path

import pytest

from ledstjarna.plumbing.backup.manifest import BadBackup, describe, read, write


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "city.backup"
    path.write_bytes(b"abc")
    return path


def test_a_manifest_describes_its_file(kept: Path) -> None:
    found = describe(kept, vendor="sqlite")
    # The digest of "abc" is the first example of FIPS 180-4.
    assert found.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert (found.vendor, found.size) == ("sqlite", 3)


def test_a_manifest_is_read_as_it_was_written(kept: Path) -> None:
    manifest = describe(kept, vendor="sqlite")
    write(manifest, kept)
    assert read(kept) == manifest


def test_a_file_that_is_not_there_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(BadBackup, match="no backup"):
        read(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"vendor": "sqlite", "size": 3, "sha256": "", "more": 1}'],
)
def test_G10_a_manifest_that_cannot_be_read_is_refused(kept: Path, text: str) -> None:
    kept.with_name("city.backup.json").write_text(text)
    with pytest.raises(BadBackup, match=r"city\.backup\.json"):
        read(kept)


def test_G10_a_backup_without_a_manifest_is_refused(kept: Path) -> None:
    with pytest.raises(BadBackup, match="missing"):
        read(kept)
