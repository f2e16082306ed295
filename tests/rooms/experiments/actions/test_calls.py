"""Twenty minutes about a lesson, between two and for nobody else."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.actions.calls import forget
from ledstjarna.rooms.experiments.models import Call, Lesson
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Missing, Refused
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import WHEN, asked_call, guided


def by(city: SmallCity, who: str, days: int = 0) -> dict[str, Any]:
    return {"viewer": city.viewer(who), "now": NOW + timedelta(days=days)}


def test_a_call_is_proposed_and_booked_and_leaves_no_fact(city: SmallCity) -> None:
    guided(city)
    facts = Fact.objects.count()
    ref = asked_call(city)
    actions.pick_time(ref=ref, at=WHEN[1], place="Teams", **by(city, "employee"))
    one = Call.objects.get()
    assert (one.state, one.at, one.place, one.until) == ("booked", WHEN[1], "Teams", WHEN[1].date())
    assert Fact.objects.count() == facts


@pytest.mark.parametrize(
    "times",
    [
        [], [*WHEN, WHEN[0] + timedelta(hours=1), WHEN[0] + timedelta(hours=2)], [NOW],
        [NOW + timedelta(weeks=9)], [datetime(2026, 9, 5, 9, tzinfo=UTC)],
    ],
)  # fmt: skip
def test_one_to_three_times_on_working_days_ahead_are_proposed(
    city: SmallCity, times: list[datetime]
) -> None:
    guided(city)
    with pytest.raises(Refused, match="Propose"):
        asked_call(city, times=times)


def test_only_a_time_that_was_proposed_and_has_not_passed_is_picked(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city)
    for at, days in ((WHEN[0] + timedelta(hours=1), 0), (WHEN[0], 5)):
        with pytest.raises(Refused, match="Pick one"):
            actions.pick_time(ref=ref, at=at, **by(city, "employee", days))


def test_none_of_them_suits_so_others_are_proposed(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city)
    actions.answer_call(ref=ref, words="Hellre på morgonen", **by(city, "employee"))
    assert (Call.objects.get().state, Call.objects.get().words) == ("other", "Hellre på morgonen")
    actions.propose_again(ref=ref, times=[WHEN[0] - timedelta(hours=1)], **by(city, "colleague"))
    assert (Call.objects.get().state, len(Call.objects.get().times)) == ("asked", 1)


def test_a_no_asks_for_no_reason_and_forgets_what_was_asked(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city)
    actions.decline_call(ref=ref, **by(city, "employee"))
    one = Call.objects.get()
    assert (one.state, one.wish, one.times) == ("declined", "", [])
    with pytest.raises(Refused, match="asked already"):
        asked_call(city)
    assert asked_call(city, days=21)  # forgotten by then


def test_who_takes_their_name_back_has_declined_and_keeps_what_is_booked(city: SmallCity) -> None:
    lesson = guided(city)
    booked, waits = asked_call(city), asked_call(city, "hr")
    actions.pick_time(ref=booked, at=WHEN[0], **by(city, "employee"))
    actions.withdraw(ref=lesson, **by(city, "employee"))
    assert dict(Call.objects.values_list("ref", "state")) == {booked: "booked", waits: "declined"}
    with pytest.raises(Missing):
        asked_call(city, "manager")


def test_what_was_asked_is_taken_back_without_a_trace_and_what_is_booked_is_called_off(
    city: SmallCity,
) -> None:
    guided(city)
    actions.call_off(ref=asked_call(city), **by(city, "colleague"))
    assert not Call.objects.exists()
    ref = asked_call(city)
    actions.pick_time(ref=ref, at=WHEN[0], place="070", **by(city, "employee"))
    with pytest.raises(Refused):
        actions.call_off(ref=ref, viewer=city.viewer("employee"), now=WHEN[0])
    actions.call_off(ref=ref, **by(city, "employee"))
    assert (Call.objects.get().state, Call.objects.get().place) == ("cancelled", "")
    assert asked_call(city)  # another is asked for beside it


def test_K3_a_call_is_there_for_the_two_alone(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city)
    for who in ("manager", "administrator", "city_director", "resident"):
        with pytest.raises(Missing):
            actions.decline_call(ref=ref, **by(city, who))


def test_the_one_who_asks_does_not_answer_and_the_one_asked_does_not_propose(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city)
    with pytest.raises(Refused) as no:
        actions.decline_call(ref=ref, **by(city, "colleague"))
    assert no.value.forbidden
    with pytest.raises(Refused) as no:
        actions.propose_again(ref=ref, times=WHEN, **by(city, "employee"))
    assert no.value.forbidden


def test_nobody_is_asked_who_has_not_said_so_and_nobody_asks_themselves(city: SmallCity) -> None:
    guided(city)
    with pytest.raises(Missing):
        asked_call(city, guide="manager")
    with pytest.raises(Refused):
        asked_call(city, "employee")
    with pytest.raises(Missing):
        asked_call(city, "resident")


def test_nobody_is_asked_about_what_has_been_retired(city: SmallCity) -> None:
    lesson = guided(city)
    actions.retire(ref=lesson, why="Nya lås", **by(city, "employee"))
    assert Lesson.objects.get().node.ended
    with pytest.raises(Refused, match="retired"):
        asked_call(city)


def test_what_is_over_is_forgotten_by_the_clock(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city)
    actions.pick_time(ref=ref, at=WHEN[0], **by(city, "employee"))
    forget(WHEN[0])
    assert Call.objects.count() == 1
    forget(WHEN[0] + timedelta(days=1))
    assert not Call.objects.exists()
