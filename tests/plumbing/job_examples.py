"""Tasks for the tests of the queue: the worker finds a task by its module and name."""

import os
import time
from pathlib import Path

from ledstjarna.plumbing.tasks import Hopeless, task, tell


@task()
def add(one: int, other: int = 0) -> int:
    """A task that succeeds."""
    return one + other


@task(attempts=2)
def fail() -> None:
    """A task that fails each time."""
    raise ValueError("a name that must not be kept")


@task()
def refuse() -> None:
    """A task that says trying again is no use."""
    raise Hopeless("Row 3 has no e-mail address.")


@task()
def unspeakable() -> object:
    """A task whose result JSON cannot hold."""
    return object()


@task()
def count(total: int) -> None:
    """A task that tells how far it has come."""
    for done in range(1, total + 1):
        tell(done, total)


@task()
def sign(path: str, hold: str = "") -> None:
    """A task that leaves its process id in a file, and waits while `hold` is there."""
    with Path(path).open("a") as file:
        file.write(f"{os.getpid()}\n")
    while hold and Path(hold).exists():
        time.sleep(0.05)


def plain() -> None:
    """Not a task."""
    raise AssertionError("called")


@task()
def hoard() -> int:
    """A task that asks for a gigabyte."""
    return len(bytearray(1 << 30))
