"""The worker as a process: killed at any moment, the job at hand is done all the same (G9)."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from ledstjarna.plumbing.models import Job, State
from tests.plumbing.job_examples import add, sign

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="The process finds the test's database by its path."
    ),
]

SETTINGS = """
from ledstjarna.site.settings import *
DATABASES["default"]["NAME"] = {name!r}
"""

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a worker on the database of this test."""
    (tmp_path / "worker_settings.py").write_text(SETTINGS.format(name=connection.settings_dict["NAME"]))
    path = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[4])])
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "worker_settings", "PYTHONPATH": path}
    started: list[subprocess.Popen[bytes]] = []

    def make(*options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "django", "worker", *options]
        started.append(subprocess.Popen(command, env=environment))
        return started[-1]

    yield make
    for process in started:
        process.kill()
        process.wait()


def eventually(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 20
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)
    return holds()


def all_done() -> bool:
    return not Job.objects.exclude(state=State.SUCCESSFUL).exists()


def test_the_worker_does_what_waits_and_stops_when_told(start: Start) -> None:
    add.enqueue(1, other=2)
    process = start()
    assert eventually(all_done)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0


def test_G9_a_job_whose_worker_is_killed_is_done_by_the_next(start: Start, tmp_path: Path) -> None:
    signs, hold = tmp_path / "signs", tmp_path / "hold"
    hold.touch()
    sign.enqueue(str(signs), str(hold))
    first = start()
    assert eventually(signs.exists)
    first.kill()
    first.wait()
    hold.unlink()
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))  # rather than wait for it
    second = start()
    assert eventually(all_done)
    assert signs.read_text().split() == [str(first.pid), str(second.pid)]


def test_T10_a_job_that_asks_for_too_much_memory_fails_alone(start: Start) -> None:
    Job.objects.create(task="tests.plumbing.job_examples.hoard", args=[[], {}], limit=1)
    add.enqueue(1)
    start("--memory", "512")
    assert eventually(lambda: Job.objects.filter(state=State.SUCCESSFUL).exists())
    assert Job.objects.get(state=State.FAILED).error == "MemoryError"
