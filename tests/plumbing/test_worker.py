"""The worker does what is in the queue, bears what goes wrong, and can be killed."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError

from ledstjarna.plumbing import queue, worker
from ledstjarna.plumbing.models import Job, State
from ledstjarna.plumbing.tasks import TaskResult, get_result, tell
from tests.plumbing.job_examples import add, count, fail, refuse, unspeakable

pytestmark = pytest.mark.django_db(transaction=True)


def outcome(made: TaskResult) -> tuple[State, object, str]:
    assert worker.step()
    found = get_result(made.ref)
    return found.status, found.return_value, found.error


def test_a_task_that_succeeds_gives_its_result() -> None:
    assert outcome(add.enqueue(1, other=2)) == (State.SUCCESSFUL, 3, "")


def test_a_task_that_fails_is_tried_again_and_its_words_are_not_kept() -> None:
    made = fail.enqueue()
    assert outcome(made) == (State.READY, None, "ValueError")
    Job.objects.update(run_after=Job.objects.get().enqueued)
    assert outcome(made) == (State.FAILED, None, "ValueError")


def test_a_task_that_gives_up_says_why_to_who_waits() -> None:
    assert outcome(refuse.enqueue()) == (State.FAILED, None, "Row 3 has no e-mail address.")


def test_a_result_that_json_cannot_hold_is_a_failure() -> None:
    assert outcome(unspeakable.enqueue()) == (State.READY, None, "TypeError")


@pytest.mark.parametrize("name", ["tests.plumbing.job_examples.plain", "os.getcwd"])
def test_what_is_not_a_task_is_never_called(name: str) -> None:
    Job.objects.create(task=name, args=[[], {}], limit=1)
    assert worker.step()
    assert Job.objects.get().error == "TypeError"


def test_an_empty_queue_is_no_work() -> None:
    assert not worker.step()


def test_progress_and_lease_are_written_while_the_task_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "BEAT", 0.01)
    seen = threading.Event()
    renew = queue.renew

    def renewed(*args: object) -> bool:
        held = renew(*args)  # type: ignore[arg-type]
        if Job.objects.filter(state=State.RUNNING, done=2, total=3).exists():
            seen.set()
        return held

    monkeypatch.setattr(queue, "renew", renewed)
    monkeypatch.setattr("tests.plumbing.job_examples.tell", waiting_at(2, seen))
    made = count.enqueue(3)
    worker.step()
    found = get_result(made.ref)
    assert seen.is_set()
    assert (found.status, found.done, found.total) == (State.SUCCESSFUL, 3, 3)


def waiting_at(step: int, seen: threading.Event) -> Callable[[int, int], None]:
    """A `tell` that waits at one step until what it told has been seen in the table."""

    def told(done: int, total: int) -> None:
        tell(done, total)
        if done == step:
            seen.wait(10)

    return told


def test_a_database_that_does_not_answer_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "REST", 0)
    stop = threading.Event()
    looks: list[str] = []

    def step() -> bool:
        looks.append("look")
        if len(looks) == 1:
            raise OperationalError("database or disk is full")
        stop.set()
        return True

    monkeypatch.setattr(worker, "step", step)
    worker.work(stop)
    assert looks == ["look", "look"]


def test_the_worker_stops_when_told_and_leaves_the_rest() -> None:
    made = [add.enqueue(number) for number in range(2)]
    stop = threading.Event()
    stop.set()
    worker.work(stop)
    assert {get_result(one.ref).status for one in made} == {State.READY}


def failing(now: object) -> None:
    """A tick that always fails."""
    raise ValueError("no")


HEARD: list[object] = []


def test_a_tick_that_fails_stops_no_other(settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    HEARD.clear()
    settings.TICKS = ["tests.plumbing.test_worker.failing", "tests.plumbing.test_worker.heard"]
    worker.tick()
    assert len(HEARD) == 1
    assert "failed at this tick" in caplog.text


def heard(now: object) -> None:
    """A tick that says it was called."""
    HEARD.append(now)
