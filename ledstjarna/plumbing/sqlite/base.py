"""Django's SQLite wrapper with a durable journal and a write gate around every transaction.

Every `atomic()` block is a write transaction: it takes the gate, then BEGIN IMMEDIATE. Reads stand outside
`atomic()` and wait for nobody.
"""

import time
from pathlib import Path
from sqlite3 import OperationalError
from typing import Any

from django.db.backends.sqlite3 import base

from ledstjarna.plumbing.sqlite.gate import Gate, gate_of

TIMEOUT = 20.0
JOURNAL = "PRAGMA journal_mode = WAL"
# In this order after the journal: FULL waits for the disk before it says yes (G5), secure_delete
# overwrites what is erased (T19), and the log does not keep the size of its worst day.
HABITS = ("PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON", "PRAGMA journal_size_limit = 67108864")

# How many of SQLite's own steps pass between looks at the clock: about a millisecond.
STEPS = 20_000


class DatabaseWrapper(base.DatabaseWrapper):
    """An SQLite connection; raises OperationalError "database is locked" after `timeout` seconds in line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._entered: Gate | None = None
        self._patience = TIMEOUT
        self._longest = 0.0
        self.deadline = float("inf")

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters, with the waiting and the transactions of this house."""
        params = super().get_connection_params()
        self._patience = params.setdefault("timeout", TIMEOUT)
        self._longest = params.pop("longest", 0.0)
        self.transaction_mode = "IMMEDIATE"
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection that writes durably, to a file that others on the machine cannot read."""
        if not self.is_in_memory_db() and not (path := Path(conn_params["database"])).exists():
            path.touch(mode=0o600)
        connection = super().get_new_connection(conn_params)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] not in {"wal", "memory"}:
            connection.execute(JOURNAL)
        for habit in HABITS:
            connection.execute(habit)
        if self._longest:
            connection.set_progress_handler(self._is_overdue, STEPS)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor whose statements have `longest` seconds each, where that is not 0 (T18)."""
        self.deadline = time.monotonic() + self._longest if self._longest else float("inf")
        return super().create_cursor(name)

    def _is_overdue(self) -> bool:
        return time.monotonic() > self.deadline

    def gate(self) -> Gate:
        """The gate to this database."""
        return gate_of(str(self.settings_dict["NAME"]), in_memory=self.is_in_memory_db())

    def _enter(self) -> None:
        if self._entered is None:
            gate = self.gate()
            with self.wrap_database_errors:
                if not gate.enter(self._patience):
                    raise OperationalError("database is locked")
            self._entered = gate

    def _leave(self) -> None:
        if (gate := self._entered) is not None:
            self._entered = None
            gate.leave()

    def _start_transaction_under_autocommit(self) -> None:
        self._enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # not in the stubs
        except BaseException:
            self._leave()
            raise

    def commit(self) -> None:
        """Commit, and let the next writer in."""
        try:
            super().commit()
        finally:
            # A commit that failed leaves a transaction open; the gate is let go with its rollback.
            if self.connection is None or not self.connection.in_transaction:
                self._leave()

    def rollback(self) -> None:
        """Roll back, and let the next writer in."""
        try:
            super().rollback()
        finally:
            self._leave()

    def close(self) -> None:
        """Close, and let the next writer in; a database in memory stays open, as Django has it."""
        try:
            super().close()
        finally:
            if not self.is_in_memory_db():
                self._leave()
