"""A task for the drill of the worker."""

import time
from pathlib import Path

from ledstjarna.plumbing.tasks import task


@task()
def leave(path: str, seconds: float) -> None:
    """Leave a sign, and take a while."""
    with Path(path).open("a") as file:
        file.write("begun\n")
    time.sleep(seconds)
