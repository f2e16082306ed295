"""The queue seen from the worker: take a job on lease, keep the lease, hand the job back.

Who holds a job is written in it. A worker that lost its lease, asleep or presumed dead, cannot write over
the one that took the job up again.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import F, Q, QuerySet

from ledstjarna.plumbing.models import OPEN, Job, State

LEASE = timedelta(seconds=10)
KEPT = timedelta(days=7)
LOST = "The worker was lost."


def claim(now: datetime) -> Job | None:
    """The job that has waited longest, now leased to the caller; None where nothing is due."""
    if not _due(now).exists():  # a look costs no write: an idle worker leaves the gate alone
        return None
    with transaction.atomic():
        _bury(now)
        job = _due(now).select_for_update(skip_locked=True).order_by("run_after", "pk").first()
        if job is not None:
            job.state, job.holder, job.lease_until = State.RUNNING, uuid4(), now + LEASE
            job.attempts += 1
            job.save(update_fields=["state", "holder", "lease_until", "attempts"])
    return job


def renew(job: Job, now: datetime, done: int, total: int) -> bool:
    """Hold the job a while longer and write down how far it has come; whether it is still ours."""
    return _hand(job, lease_until=now + LEASE, done=done, total=total)


def succeed(job: Job, now: datetime, result: Any) -> bool:
    """The job is done; whether it was still ours. Raises TypeError where JSON cannot hold the result."""
    return _hand(job, state=State.SUCCESSFUL, finished=now, result=result, done=F("total"), error="")


def fail(job: Job, now: datetime, error: str, *, again: bool) -> bool:
    """The job failed; with `again` it waits 4, 16, 64 seconds for its next attempt while it has one."""
    if again and job.attempts < job.limit:
        wait = timedelta(seconds=4**job.attempts)
        return _hand(job, state=State.READY, run_after=now + wait, error=error, holder=None)
    return _hand(job, state=State.FAILED, finished=now, error=error)


@transaction.atomic
def forget(now: datetime) -> int:
    """Delete what was finished a week ago or more; how many jobs."""
    return Job.objects.filter(finished__lt=now - KEPT).delete()[0]


def _due(now: datetime) -> QuerySet[Job]:
    ready = Q(state=State.READY, run_after__lte=now)
    dropped = Q(state=State.RUNNING, lease_until__lt=now)
    return Job.objects.filter(ready | dropped, state__in=OPEN)


def _bury(now: datetime) -> None:
    """A job whose worker was lost at every attempt is not tried for ever."""
    lost = Job.objects.filter(state=State.RUNNING, lease_until__lt=now, attempts__gte=F("limit"))
    lost.update(state=State.FAILED, finished=now, error=LOST)


@transaction.atomic
def _hand(job: Job, **fields: Any) -> bool:
    return bool(Job.objects.filter(pk=job.pk, state=State.RUNNING, holder=job.holder).update(**fields))
