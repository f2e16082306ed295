"""G4: killed while writing, again and again, and nothing acknowledged is lost."""

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from bench.drills.finding import Finding
from bench.drills.scratch import Writers


def drill(home: Path, kills: int) -> Finding:
    """Start eight writers, kill their process at a random moment, look for every row they acknowledged."""
    dice = random.Random(4)
    acknowledged = [row for _ in range(kills) for row in killed(home, dice.uniform(0.1, 0.6))]
    with closing(sqlite3.connect(home / "ledstjarna.sqlite3")) as opened:
        kept = {row for (row,) in opened.execute("SELECT id FROM plumbing_job")}
        whole = opened.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    lost = len(set(acknowledged) - kept)
    said = "integrity ok" if whole else "BROKEN"
    return Finding("G4", lost == 0 and whole, f"{kills} kills: {lost} of {len(acknowledged)} lost, {said}")


def killed(home: Path, seconds: float) -> list[int]:
    """The rows acknowledged by writers who were killed that long after their first."""
    crowd = Writers(home, home / "writers.txt", threads=8, seconds=60)
    crowd.begun()
    time.sleep(seconds)
    crowd.process.kill()
    return [int(line[1]) for line in crowd.lines() if line[0] == "ok"]
