"""Puts a recent SQLite in place of the machine's, before Django loads it.

Debian 12's 3.40.1 lies in the range, 3.7.0 to 3.51.2, whose write-ahead log can be corrupted as it is reset.
"""

import sys


def install() -> None:
    """Let `import sqlite3` mean the SQLite that comes with this package; call it before Django is imported.

    Raises ImportError where the package is not installed.
    """
    import pysqlite3  # noqa: PLC0415  the swap is the import

    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
