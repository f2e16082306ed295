"""A process of writers, in which Django is ready.

Each line it prints is a write acknowledged (`ok <id> <milliseconds>`) or one that failed (`no <reason>`).
"""

import os
import threading
import time

from django.db import DatabaseError, connection, transaction

from ledstjarna.plumbing.errors import is_disk_full
from ledstjarna.plumbing.models import Job


def main(threads: int, seconds: float, pause: float) -> None:
    """Write from so many threads for so long, each resting `pause` seconds between writes."""
    until = time.monotonic() + seconds
    crowd = [threading.Thread(target=write, args=(until, pause)) for _ in range(threads)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()


def write(until: float, pause: float) -> None:
    """Commit one row after another."""
    connection.ensure_connection()
    while time.monotonic() < until:
        os.write(1, f"{one_write()}\n".encode())
        time.sleep(pause)
    connection.close()


def one_write() -> str:
    """Commit a row as a page would, and say how it went."""
    start = time.perf_counter()
    try:
        with transaction.atomic():
            job = Job.objects.create(task="drill", args=["x" * 200], limit=1, state="SUCCESSFUL")
    except DatabaseError as error:
        return f"no {'full' if is_disk_full(error) else error}"
    return f"ok {job.pk} {(time.perf_counter() - start) * 1000:.3f}"
