"""The SQLite in use is the one that was installed."""

import subprocess
import sys

PROBE = """
from ledstjarna.plumbing import modern_sqlite
modern_sqlite.install()
import sqlite3, sqlite3.dbapi2
from django.db.backends.sqlite3 import base
print(sqlite3.__name__, sqlite3.dbapi2 is base.Database, sqlite3.sqlite_version_info > (3, 51, 2))
"""


def test_django_uses_the_installed_sqlite() -> None:
    said = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["pysqlite3", "True", "True"]
