"""G10: a backup while the city votes, and a restore of half a million rows."""

from pathlib import Path
from statistics import median

from bench.drills.finding import Finding
from bench.drills.scratch import Writers, run

ROWS = 500_000
ROUNDS = 3
RATE = 100  # votes a second, as when ten thousand people vote within 100 seconds (G2)
FILL = f"""
import django; django.setup()
from django.db import connection, transaction
with transaction.atomic(), connection.cursor() as cursor:
    cursor.execute('''
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})
        INSERT INTO plumbing_job (ref, task, args, state, attempts, "limit", done, total, error)
        SELECT lower(hex(randomblob(16))), 'drill', '[]', 'SUCCESSFUL', 1, 1, 0, 0, '' FROM n''')
"""
BACKUP = """
import django, sys; django.setup()
from pathlib import Path
from statistics import median
from ledstjarna.plumbing.backup import backup
backup(Path(sys.argv[1]))
"""
RESTORE = f"""
import django, sys, time; django.setup()
from pathlib import Path
from statistics import median
from ledstjarna.plumbing.backup import restore
from ledstjarna.plumbing.models import Job
start = time.monotonic()
restore(Path(sys.argv[1]))
assert Job.objects.count() >= {ROWS}
print(time.monotonic() - start)
"""


def drill(home: Path) -> Finding:
    """A hundred votes a second, with and without a backup beside them; then the backup comes back.

    The median of three rounds is judged, as on a busy machine something else may hold up the disk in one.
    """
    run(home, "-c", FILL)
    target = home / "city.backup"
    calm = median(longest(home, None) for _ in range(ROUNDS))
    busy = median(longest(home, target) for _ in range(ROUNDS))
    took = float(run(home, "-c", RESTORE, str(target)))
    size = target.stat().st_size >> 20
    waits = f"longest write at {RATE}/s {busy:.0f} ms while it was made ({calm:.0f} ms without)"
    figures = f"backup of {ROWS:,} rows, {size} MB: {waits}; restored and verified in {took:.1f} s"
    return Finding("G10", busy < 100 and took < 60, figures)


def longest(home: Path, target: Path | None) -> float:
    """The longest milliseconds that a write took, with a backup to `target` beside it if there is one."""
    crowd = Writers(home, home / "writers.txt", threads=8, seconds=4, pause=8 / RATE)
    if target:
        crowd.begun()
        run(home, "-c", BACKUP, str(target))
    return max(float(line[2]) for line in crowd.lines() if line[0] == "ok")
