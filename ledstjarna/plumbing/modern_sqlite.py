"""Puts a recent SQLite in place of the machine's, before Django loads it."""

import sys


def install() -> None:
    """Let `import sqlite3` mean the SQLite that comes with this package."""
    import pysqlite3  # noqa: PLC0415  the swap is the import

    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
