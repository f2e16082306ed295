"""G9: the worker is killed over a job, and the job is done all the same."""

import time
from pathlib import Path

from bench.drills.finding import Finding
from bench.drills.scratch import begin, run

ENQUEUE = """
import django, sys; django.setup()
from django.db import transaction
from bench.drills.sign import leave
with transaction.atomic():
    leave.enqueue(sys.argv[1], 0)
    transaction.set_rollback(True)
leave.enqueue(sys.argv[2], 1.0)
"""
STATE = """
import django; django.setup()
from ledstjarna.plumbing.models import Job
from ledstjarna.plumbing.queue import LEASE
print(Job.objects.get(task="bench.drills.sign.leave").state, LEASE.total_seconds())
"""


def drill(home: Path) -> Finding:
    """Kill the worker once its job has begun; another takes over when the lease runs out."""
    never, sign = home / "never", home / "sign"
    run(home, "-c", ENQUEUE, str(never), str(sign))
    first = begin(home, "-m", "django", "worker")
    await_lines(sign, 1)
    first.kill()
    first.wait()
    killed = time.monotonic()
    second = begin(home, "-m", "django", "worker")
    await_lines(sign, 2)
    taken = time.monotonic() - killed
    time.sleep(1.5)
    second.terminate()
    second.wait(30)
    state, lease = run(home, "-c", STATE).split()
    met = state == "SUCCESSFUL" and taken < float(lease) + 5 and not never.exists()
    ghosts = "ran after a rollback" if never.exists() else "none ran after a rollback"
    return Finding("G9", met, f"worker killed: job taken up after {taken:.1f} s, {state}; {ghosts}")


def await_lines(path: Path, count: int) -> None:
    """Wait until the file has so many lines; at most half a minute."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if path.exists() and len(path.read_text().splitlines()) >= count:
            return
        time.sleep(0.02)
