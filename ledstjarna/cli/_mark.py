"""The mark that a database holds the made-up city, and so may be cleared and walked about in by anyone."""

import json
from pathlib import Path

from django.conf import settings
from django.db import connection

LOADING = "loading"


def path() -> Path:
    """The file of the mark, beside the database."""
    return Path(settings.HOME) / "demo.json"


def place() -> str:
    """Which database this is, so that a mark is not taken for another's."""
    return "{ENGINE} {HOST}:{PORT} {NAME}".format(**connection.settings_dict)


def stage() -> str:
    """How far the made-up city has come here; nothing where the database is somebody's own."""
    found: dict[str, str] = json.loads(path().read_text()) if path().is_file() else {}
    return found.get("stage", "") if found.get("database") == place() else ""


def leave(stage: str) -> None:
    """Mark this database as the made-up city's."""
    path().write_text(json.dumps({"stage": stage, "database": place()}))


def remove() -> None:
    """Take the mark away, if it is there."""
    path().unlink(missing_ok=True)
