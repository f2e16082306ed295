"""Work behind the pages, with the names of Django 6's tasks: `@task()`, `enqueue`, `using`, `get_result`.

A job is a row written in the caller's transaction: rolled back with it, and so never run (G9). It is run at
least once; a task must bear to be run again.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, ParamSpec, TypeVar
from uuid import UUID

from django.db import transaction

from ledstjarna.plumbing.models import OPEN, Job, State

P = ParamSpec("P")
R = TypeVar("R")

Tell = Callable[[int, int], None]

telling: ContextVar[Tell | None] = ContextVar("telling", default=None)


class Hopeless(Exception):
    """Raised by a task when trying again is no use; its words, at most 500 signs, are kept for who waits."""


@dataclass(frozen=True, slots=True)
class TaskResult:
    """A job as it stands: how far it has come, and what it gave. `done` of `total` is for a progress bar."""

    ref: UUID
    status: State
    attempts: int
    done: int
    total: int
    return_value: Any
    error: str

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen."""
        return self.status not in OPEN


@dataclass(frozen=True, slots=True)
class Task(Generic[P, R]):
    """A function of a module that can be put off; arguments and result are what JSON can hold."""

    func: Callable[P, R]
    attempts: int = 4
    run_after: datetime | None = None
    key: str | None = None

    @property
    def name(self) -> str:
        """Where the worker finds it."""
        return f"{self.func.__module__}.{self.func.__qualname__}"

    def using(self, *, run_after: datetime | None = None, key: str | None = None) -> "Task[P, R]":
        """The same task, later; or once: while a job of that `key` waits or runs no second is made (T18)."""
        return replace(self, run_after=run_after, key=key)

    def enqueue(self, *args: P.args, **kwargs: P.kwargs) -> TaskResult:
        """Put a call in the queue; raises TypeError where JSON cannot hold an argument."""
        fields: dict[str, Any] = {"task": self.name, "args": [list(args), kwargs], "limit": self.attempts}
        if self.run_after:
            fields["run_after"] = self.run_after
        with transaction.atomic():
            if self.key is None:
                return _result(Job.objects.create(**fields))
            return _result(
                Job.objects.get_or_create(key=self.key, state__in=OPEN, defaults=fields)[0],
            )

    def call(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call it here and now."""
        return self.func(*args, **kwargs)


def task(*, attempts: int = 4) -> Callable[[Callable[P, R]], Task[P, R]]:
    """Make a task of a function at the top of a module; it is tried at most `attempts` times."""

    def make(func: Callable[P, R]) -> Task[P, R]:
        return Task(func, attempts)

    return make


def get_result(ref: UUID) -> TaskResult:
    """The job of that ref; raises Job.DoesNotExist where there is none, or no longer."""
    return _result(Job.objects.get(ref=ref))


def find(ref: UUID) -> TaskResult | None:
    """The job of that ref, if there still is one."""
    job = Job.objects.filter(ref=ref).first()
    return _result(job) if job else None


def tell(done: int, total: int) -> None:
    """Say from inside a task how far it has come; outside the worker nobody listens."""
    if listener := telling.get():
        listener(done, total)


def _result(job: Job) -> TaskResult:
    return TaskResult(
        ref=job.ref,
        status=State(job.state),
        attempts=job.attempts,
        done=job.done,
        total=job.total,
        return_value=job.result,
        error=job.error,
    )
