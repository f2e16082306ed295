"""What an exception of the machine means."""

import errno


def is_disk_full(exception: BaseException) -> bool:
    """Whether there was no room left to write (G7)."""
    if isinstance(exception, OSError) and exception.errno in {errno.ENOSPC, errno.EDQUOT}:
        return True
    words = str(exception).lower()
    return "disk is full" in words or "no space left on device" in words
