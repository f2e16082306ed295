"""What an exception of the machine means."""

import errno
from collections.abc import Iterator

# PostgreSQL's class for a full disk, and how SQLite and the system put it in words.
PG_DISK_FULL = "53100"
WORDS = ("database or disk is full", "no space left on device", "disk quota exceeded")


# A statement that was given up: PostgreSQL's class for it, and SQLite's word.
PG_CANCELED = "57014"
INTERRUPTED = "interrupted"


def is_disk_full(exception: BaseException) -> bool:
    """Whether there was no room left to write, here or in what caused it (G7)."""
    return any(_says_full(one) for one in _chain(exception))


def is_too_slow(exception: BaseException) -> bool:
    """Whether a statement was given up because it took too long (T18)."""
    return any(
        getattr(one, "sqlstate", None) == PG_CANCELED or str(one) == INTERRUPTED for one in _chain(exception)
    )


def _says_full(exception: BaseException) -> bool:
    if isinstance(exception, OSError):
        return exception.errno in {errno.ENOSPC, errno.EDQUOT}
    if getattr(exception, "sqlstate", None) == PG_DISK_FULL:
        return True
    return str(exception).lower().startswith(WORDS)


def _chain(exception: BaseException | None) -> Iterator[BaseException]:
    """The exception and what it came from; Django wraps the database's own."""
    seen = set()
    while exception is not None and id(exception) not in seen:
        seen.add(id(exception))
        yield exception
        exception = exception.__cause__ or exception.__context__
