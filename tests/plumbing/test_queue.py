"""A job is on lease to one worker at a time, and comes back when the worker does not."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db.models import F
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from ledstjarna.plumbing import queue
from ledstjarna.plumbing.models import Job, State

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
AFTER_LEASE = NOW + queue.LEASE + timedelta(seconds=1)


def add(task: str = "a.task", *, after: datetime = NOW, limit: int = 3) -> Job:
    return Job.objects.create(task=task, args=[[], {}], limit=limit, run_after=after)


def claimed(now: datetime = NOW) -> Job:
    job = queue.claim(now)
    assert job is not None
    return job


def reloaded(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)


@pytest.mark.django_db
class TestClaim:
    def test_an_empty_queue_gives_nothing(self) -> None:
        assert queue.claim(NOW) is None

    def test_the_job_that_has_waited_longest_comes_first(self) -> None:
        add("young", after=NOW - timedelta(minutes=1))
        add("old", after=NOW - timedelta(minutes=2))
        assert [claimed().task, claimed().task] == ["old", "young"]

    def test_jobs_of_one_moment_come_in_the_order_they_were_put_in(self) -> None:
        for name in ("first", "second", "third"):
            add(name)
        assert [claimed().task for _ in range(3)] == ["first", "second", "third"]

    def test_a_job_is_given_to_one_worker(self) -> None:
        add()
        claimed()
        assert queue.claim(NOW) is None

    def test_a_job_put_off_waits_for_its_moment(self) -> None:
        add(after=NOW + timedelta(seconds=1))
        assert queue.claim(NOW) is None
        assert claimed(NOW + timedelta(seconds=1)).attempts == 1

    def test_G9_a_job_whose_lease_has_run_out_is_given_again(self) -> None:
        add()
        first = claimed()
        second = claimed(AFTER_LEASE)
        assert (first.pk, second.attempts) == (second.pk, 2)

    def test_G9_a_job_whose_worker_is_lost_each_time_is_given_up(self) -> None:
        job = add(limit=1)
        claimed()
        assert queue.claim(AFTER_LEASE) is None
        assert (reloaded(job).state, reloaded(job).error) == (State.FAILED, queue.LOST)


@pytest.mark.django_db
class TestHold:
    def test_a_renewed_lease_lasts(self) -> None:
        add()
        job = claimed()
        assert queue.renew(job, NOW + timedelta(seconds=9), 1, 4)
        assert queue.claim(AFTER_LEASE) is None
        assert (reloaded(job).done, reloaded(job).total) == (1, 4)

    def test_G9_a_worker_that_lost_its_lease_changes_nothing(self) -> None:
        add()
        first = claimed()
        second = claimed(AFTER_LEASE)
        assert not queue.renew(first, AFTER_LEASE, 1, 1)
        assert not queue.succeed(first, AFTER_LEASE, "stale")
        assert not queue.fail(first, AFTER_LEASE, "stale", again=True)
        assert queue.succeed(second, AFTER_LEASE, "fresh")
        assert reloaded(second).result == "fresh"


@pytest.mark.django_db
class TestHandBack:
    def test_a_job_done_keeps_its_result(self) -> None:
        add()
        job = claimed()
        queue.renew(job, NOW, 1, 4)
        assert queue.succeed(job, NOW, {"rows": 3})
        found = reloaded(job)
        assert (found.state, found.result, found.done, found.finished) == (
            State.SUCCESSFUL,
            {"rows": 3},
            4,
            NOW,
        )

    def test_a_job_that_failed_waits_longer_each_time_and_is_then_given_up(self) -> None:
        job, now, waits = add(limit=3), NOW, []
        while queue.fail(claimed(now), now, "ValueError", again=True) and reloaded(job).state == State.READY:
            waits.append((reloaded(job).run_after - now).total_seconds())
            now = reloaded(job).run_after
        assert waits == [4, 16]
        assert (reloaded(job).state, reloaded(job).attempts, reloaded(job).error) == (
            State.FAILED,
            3,
            "ValueError",
        )

    def test_a_job_that_is_hopeless_is_given_up_at_once(self) -> None:
        job = add()
        queue.fail(claimed(), NOW, "Row 3", again=False)
        assert (reloaded(job).state, reloaded(job).error) == (State.FAILED, "Row 3")

    def test_what_was_finished_a_week_ago_is_forgotten(self) -> None:
        old, new, waiting = add("old"), add("new"), add("waiting")
        Job.objects.filter(pk=old.pk).update(finished=NOW - queue.KEPT - timedelta(seconds=1))
        Job.objects.filter(pk=new.pk).update(finished=NOW - queue.KEPT)
        assert queue.forget(NOW) == 1
        assert list(Job.objects.order_by("pk")) == [new, waiting]


class Queue(RuleBasedStateMachine):
    """Workers come, die and come back in any order."""

    def __init__(self) -> None:
        super().__init__()
        Job.objects.all().delete()
        self.now = NOW
        self.hands: list[Job] = []
        self.done: list[int] = []

    @rule(limit=st.integers(1, 3))
    def put(self, limit: int) -> None:
        if Job.objects.count() < 5:
            add(after=self.now, limit=limit)

    @rule()
    def take(self) -> None:
        if job := queue.claim(self.now):
            self.hands.append(job)

    @rule(seconds=st.integers(1, 30))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(data=st.data())
    def finish(self, data: st.DataObject) -> None:
        if self.hands:
            job = self.hands.pop(data.draw(st.integers(0, len(self.hands) - 1)))
            if queue.succeed(job, self.now, None):
                self.done.append(job.pk)

    @rule(data=st.data(), again=st.booleans())
    def stumble(self, data: st.DataObject, again: bool) -> None:
        if self.hands:
            job = self.hands.pop(data.draw(st.integers(0, len(self.hands) - 1)))
            queue.fail(job, self.now, "stumbled", again=again)

    @invariant()
    def each_job_succeeds_at_most_once(self) -> None:
        succeeded = set(Job.objects.filter(state=State.SUCCESSFUL).values_list("pk", flat=True))
        assert sorted(self.done) == sorted(succeeded)

    @invariant()
    def no_job_is_tried_more_often_than_it_may(self) -> None:
        assert not Job.objects.filter(attempts__gt=F("limit")).exists()

    @invariant()
    def holders_are_all_different(self) -> None:
        holders: list[UUID | None] = list(
            Job.objects.filter(state=State.RUNNING).values_list("holder", flat=True)
        )
        assert None not in holders
        assert len(holders) == len(set(holders))


@pytest.mark.django_db
def test_G9_whatever_happens_to_workers_a_job_is_done_once_or_given_up() -> None:
    run_state_machine_as_test(Queue)
