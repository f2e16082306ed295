"""What a backup must be: kept beside it, read before it is trusted."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path


class BadBackup(Exception):
    """The file is not what its manifest says, or not from this kind of database; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The kind of database, the size in bytes and the SHA-256 in hexadecimal."""

    vendor: str
    size: int
    sha256: str


def describe(path: Path, *, vendor: str) -> Manifest:
    """The manifest of the file as it is."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Manifest(vendor, path.stat().st_size, digest)


def write(manifest: Manifest, path: Path) -> None:
    """Lay the manifest beside the backup at `path`."""
    _beside(path).write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")


def read(path: Path) -> Manifest:
    """The manifest beside the backup at `path`; raises BadBackup where there is none that can be read."""
    if not path.is_file():
        raise BadBackup(f"There is no backup at {path}.")
    try:
        return Manifest(**json.loads(_beside(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BadBackup(f"{_beside(path).name} is missing or cannot be read.") from error


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")
