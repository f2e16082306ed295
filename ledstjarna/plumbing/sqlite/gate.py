"""The write gate: one writer at a time, among the threads of a process and among processes.

SQLite's own waiting is a sleep that grows and favours nobody, so under many writers some wait for seconds
and some give up. Behind the gate they wait in line and find the database free.
"""

import fcntl
import os
import threading
import time
from pathlib import Path

# Between two looks at another process's lock. A process that lets go often takes the lock again before the
# next look, a handful of writes in a row: cheap, and too short a row to keep the others waiting.
LOOK = 0.0005


class Gate:
    """One lock between threads and, where `path` is given, one file lock between processes."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._threads = threading.Lock()
        self._handle: int | None = None

    def enter(self, seconds: float) -> bool:
        """Wait at most `seconds` for the gate; whether it is now ours."""
        until = time.monotonic() + seconds
        if not self._threads.acquire(timeout=seconds):
            return False
        try:
            entered = self._path is None or self._enter_file(self._path, until)
        except BaseException:
            self._threads.release()
            raise
        if not entered:
            self._threads.release()
        return entered

    def leave(self) -> None:
        """Let the next one in; from whichever thread holds the connection now."""
        if self._handle is not None:
            fcntl.flock(self._handle, fcntl.LOCK_UN)
        self._threads.release()

    def _enter_file(self, path: Path, until: float) -> bool:
        if self._handle is None:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        while not _locked(self._handle):
            if time.monotonic() >= until:
                return False
            time.sleep(LOOK)
        return True

    def forget(self) -> None:
        """Close the file without unlocking: the parent process may hold the same lock."""
        if self._handle is not None:
            os.close(self._handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


_gates: dict[str, Gate] = {}
_gates_lock = threading.Lock()


def gate_of(name: str, *, in_memory: bool) -> Gate:
    """The one gate of this process to the database `name`."""
    key = name if in_memory else str(Path(name).resolve())
    with _gates_lock:
        if key not in _gates:
            _gates[key] = Gate(None if in_memory else Path(f"{key}.gate"))
        return _gates[key]


def _after_fork() -> None:
    """A child starts with gates of its own; a lock copied in mid-use would never open."""
    global _gates_lock  # noqa: PLW0603  a lock copied while held cannot be unlocked
    _gates_lock = threading.Lock()
    for gate in _gates.values():
        gate.forget()
    _gates.clear()


os.register_at_fork(after_in_child=_after_fork)
