"""What plumbing keeps: the jobs to be done behind the pages."""

from uuid import uuid4

from django.db import models
from django.db.models.functions import Now


class State(models.TextChoices):
    """How far a job has come; the names are those of Django 6."""

    READY = "READY"
    RUNNING = "RUNNING"
    SUCCESSFUL = "SUCCESSFUL"
    FAILED = "FAILED"


OPEN = (State.READY, State.RUNNING)


class Job(models.Model):
    """A call to be made by the worker, at least once."""

    ref = models.UUIDField(unique=True, default=uuid4, editable=False)
    task = models.CharField(max_length=200)
    args = models.JSONField()
    key = models.CharField(max_length=200, null=True)  # noqa: DJ001  NULLs differ from each other, "" does not
    state = models.CharField(max_length=10, choices=State, default=State.READY)
    attempts = models.PositiveSmallIntegerField(default=0)
    limit = models.PositiveSmallIntegerField()
    enqueued = models.DateTimeField(db_default=Now())
    run_after = models.DateTimeField(db_default=Now())
    holder = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(null=True)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("key",), condition=models.Q(state__in=OPEN), name="job_open_once"
            ),
        )
        indexes = (models.Index(fields=("run_after",), condition=models.Q(state__in=OPEN), name="job_open"),)
