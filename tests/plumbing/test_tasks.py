"""A task put off is a row in the caller's transaction."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from ledstjarna.plumbing.models import Job, State
from ledstjarna.plumbing.tasks import get_result, tell
from tests.plumbing.job_examples import add, count, plain

pytestmark = pytest.mark.django_db

LATER = datetime(2027, 3, 1, 9, tzinfo=UTC)


def test_an_enqueued_task_waits_to_be_done() -> None:
    result = add.enqueue(1, other=2)
    job = Job.objects.get()
    assert (job.ref, job.task, job.args) == (
        result.ref,
        "tests.plumbing.job_examples.add",
        [[1], {"other": 2}],
    )
    assert (result.status, result.is_finished, result.attempts) == (State.READY, False, 0)


def test_G9_a_task_enqueued_in_a_transaction_that_is_rolled_back_is_never_there() -> None:
    with transaction.atomic():
        add.enqueue(1)
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_a_task_can_be_put_off_until_a_moment() -> None:
    add.using(run_after=LATER).enqueue(1)
    assert Job.objects.get().run_after == LATER


def test_T18_a_task_of_one_key_is_enqueued_once_while_it_is_open() -> None:
    export = add.using(key="export of 7")
    first, second = export.enqueue(1), export.enqueue(1)
    assert (first.ref, Job.objects.count()) == (second.ref, 1)


def test_T18_a_task_of_one_key_is_enqueued_again_once_it_is_finished() -> None:
    export = add.using(key="export of 7")
    first = export.enqueue(1)
    Job.objects.update(state=State.FAILED)
    assert export.enqueue(1).ref != first.ref


def test_tasks_without_a_key_are_each_their_own() -> None:
    assert add.enqueue(1).ref != add.enqueue(1).ref


def test_an_argument_that_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError), transaction.atomic():
        add.enqueue(object())  # type: ignore[arg-type]
    assert not Job.objects.exists()


def test_a_result_is_found_by_its_ref() -> None:
    made = add.enqueue(1)
    Job.objects.update(state=State.SUCCESSFUL, result={"sum": 3}, done=2, total=2, attempts=1)
    found = get_result(made.ref)
    assert (found.is_finished, found.return_value, found.done, found.total) == (True, {"sum": 3}, 2, 2)


def test_a_result_that_is_gone_is_not_found() -> None:
    made = add.enqueue(1)
    Job.objects.all().delete()
    with pytest.raises(Job.DoesNotExist):
        get_result(made.ref)


def test_a_task_can_be_called_here_and_now() -> None:
    assert add.call(1, other=2) == 3


def test_outside_the_worker_nobody_listens_to_progress() -> None:
    count.call(3)
    tell(1, 2)
    assert not Job.objects.exists()


def test_a_plain_function_is_no_task() -> None:
    assert not hasattr(plain, "enqueue")
