"""G7: the disk fills up, nothing acknowledged is lost, and writing goes on once there is room."""

import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bench.drills.finding import Finding
from bench.drills.scratch import Writers, found

SIZE = 24 << 20


def drill(home: Path) -> Finding:
    """Fill a small disk to the brim under a running writer, then make room."""
    with small_disk(home / "small") as folder:
        if folder is None:
            return Finding("G7", True, "not measured: only root can make a small disk")
        city = found(folder / "city")
        ballast = folder / "ballast"
        crowd = Writers(city, home / "writers.txt", threads=4, seconds=6)
        crowd.begun()
        time.sleep(1)
        fill(ballast)
        time.sleep(2)
        ballast.unlink()
        return judged(crowd.lines(), rows(city))


def judged(words: list[list[str]], kept: set[int]) -> Finding:
    """What the writers said, against what is in the table."""
    full = [number for number, line in enumerate(words) if line[:2] == ["no", "full"]]
    strange = sum(line[0] == "no" and line[1] != "full" for line in words)
    lost = {int(line[1]) for line in words if line[0] == "ok"} - kept
    again = sum(line[0] == "ok" for line in words[full[-1] :]) if full else 0
    met = bool(full) and not lost and not strange and again > 0
    figures = (
        f"disk full: {len(lost)} lost, {len(full)} told so, {strange} other errors, {again} writes afterwards"
    )
    return Finding("G7", met, figures)


def fill(ballast: Path) -> None:
    """Take every byte that is left."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return


def rows(city: Path) -> set[int]:
    """The rows that are there, in a database that holds together."""
    with closing(sqlite3.connect(city / "ledstjarna.sqlite3")) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return {row for (row,) in opened.execute("SELECT id FROM plumbing_job")}


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """A file system of 24 MB in memory at `folder`, unmounted afterwards; None where we may not mount."""
    folder.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", f"size={SIZE},mode=700", "ledstjarna-drill", str(folder)]
    if (
        os.geteuid()
        or not mount
        or subprocess.run([mount, *options], capture_output=True, check=False).returncode
    ):
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
