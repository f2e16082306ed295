"""The worker: takes jobs from the queue one at a time until it is told to stop.

While a job runs a second thread renews its lease. Killed at any moment, the job is taken up again when the
lease runs out (G9).
"""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import Error, close_old_connections, connections
from django.utils import timezone
from django.utils.module_loading import import_string

from ledstjarna.plumbing import queue
from ledstjarna.plumbing.models import Job
from ledstjarna.plumbing.tasks import Hopeless, Task, telling

log = logging.getLogger(__name__)

# Seconds between looks at the queue, between renewals of a lease, after a database that did not answer,
# between clearings of old jobs, and between ticks of the clock.
LOOK = 0.5
BEAT = 1.0
REST = 5.0
TIDY = 3600.0
TICK = 2.0


def work(stop: threading.Event) -> None:
    """Do jobs until `stop` is set; the job at hand is finished first.

    A database that is full or away is waited for.
    """
    tidy = ticked = 0.0
    while not stop.is_set():
        try:
            if time.monotonic() >= tidy:
                queue.forget(timezone.now())
                tidy = time.monotonic() + TIDY
            if time.monotonic() >= ticked:
                tick()
                ticked = time.monotonic() + TICK
            if not step():
                stop.wait(LOOK)
        except Error:
            log.exception("The database did not answer; the worker waits.")
            stop.wait(REST)
        close_old_connections()
    connections.close_all()


def tick() -> None:
    """Call what the settings name for the clock; one that fails is logged and tried at the next tick."""
    for name in settings.TICKS:
        try:
            import_string(name)(timezone.now())
        except Error:
            raise
        except Exception:
            log.exception("%s failed at this tick.", name)


def step() -> bool:
    """Do the next job, if one is due; whether there was one."""
    job = queue.claim(timezone.now())
    if job is None:
        return False
    with _kept(job):
        _run(job)
    return True


def _run(job: Job) -> None:
    args, kwargs = job.args
    try:
        result = _task(job.task).call(*args, **kwargs)
        kept = queue.succeed(job, timezone.now(), result)
    except Hopeless as reason:
        kept = queue.fail(job, timezone.now(), str(reason)[:500], again=False)
    except Exception as error:
        log.exception("Job %s (%s) failed at attempt %s.", job.ref, job.task, job.attempts)
        kept = queue.fail(job, timezone.now(), type(error).__name__, again=True)
    if not kept:
        log.warning("Job %s (%s) had been taken over; its outcome is dropped.", job.ref, job.task)


def _task(name: str) -> Task[..., Any]:
    """The task of that name; nothing else that can be imported is ever called."""
    found = import_string(name)
    if not isinstance(found, Task):
        raise TypeError(f"{name} is not a task")
    return found


@contextmanager
def _kept(job: Job) -> Iterator[None]:
    """Renew the lease from a thread beside the work, and pass on what the task tells of its progress."""
    over = threading.Event()
    progress = [0, 0]

    def hear(done: int, total: int) -> None:
        progress[:] = done, total

    keeper = threading.Thread(target=_keep, args=(job, over, progress), daemon=True)
    token = telling.set(hear)
    keeper.start()
    try:
        yield
    finally:
        telling.reset(token)
        over.set()
        keeper.join()


def _keep(job: Job, over: threading.Event, progress: list[int]) -> None:
    held = True
    while held and not over.wait(BEAT):
        try:
            held = queue.renew(job, timezone.now(), *progress)
        except Error:
            # A task deep in one long transaction keeps the gate; nobody else can take its job meanwhile.
            log.info("The lease of job %s could not be renewed just now.", job.ref)
    connections.close_all()
