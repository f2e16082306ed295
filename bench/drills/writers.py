"""G3: sixty-four writers at once, and nobody is told that the database is locked."""

from pathlib import Path

from bench.drills.finding import Finding, percentile
from bench.drills.scratch import Writers

SECONDS = 5.0
PROCESSES, THREADS = 2, 32


def drill(home: Path) -> Finding:
    """Two processes of 32 threads each, as many requests as a busy city makes at once."""
    logs = [home / f"writers-{number}.txt" for number in range(PROCESSES)]
    crowd = [Writers(home, log, threads=THREADS, seconds=SECONDS) for log in logs]
    lines = [line for one in crowd for line in one.lines()]
    times = [float(line[2]) for line in lines if line[0] == "ok"]
    failed = len(lines) - len(times)
    rate, p99 = len(times) / SECONDS, percentile(times, 0.99)
    met = failed == 0 and rate >= 400 and p99 < 500
    figures = (
        f"64 writers: {rate:.0f} writes/s, p99 {p99:.0f} ms, longest {max(times):.0f} ms, {failed} failed"
    )
    return Finding("G3", met, figures)
