"""When a dialogue is due, and that nobody but the one who leads is told."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.people.room import Role
from ledstjarna.rooms.missions import actions, reads, rules
from ledstjarna.rooms.missions.models import Rhythm
from ledstjarna.rooms.missions.room import Pace
from ledstjarna.rooms.missions.rules import rhythm
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Missing, Refused
from tests.fixtures.city import OTHERS
from tests.fixtures.eyes import Eye, Held
from tests.rooms.missions.conftest import PLAN, Chain

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
PACES = st.sampled_from(Pace.values)
MET: dict[str, Any] = {"met": "Laget", "saw": "Lugnare.", "changes": "Schemat blir vårt.", "next_on": None}
LEARNT = "Tid att lyssna är allt."
AFTER = timedelta(days=200)  # well past a third of a year and the days of grace
As = Callable[..., Client]


@given(day=DAYS, months=st.integers(0, 240))
def test_months_on_keep_the_day_where_the_month_has_it(day: date, months: int) -> None:
    then = rhythm.months_on(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == min(day.day, monthrange(then.year, then.month)[1])


def test_every_pace_has_its_months() -> None:
    assert set(rhythm.MONTHS) == set(Pace.values)
    assert rules.next_due(date(2026, 1, 31), None, rules.USUAL) == date(2026, 5, 31)
    assert rules.next_due(date(2025, 10, 31), None, "third") == date(2026, 2, 28)


@given(since=DAYS, every=PACES, ahead=st.integers(1, 900))
def test_the_day_that_a_dialogue_set_goes_before_the_rhythm(since: date, every: str, ahead: int) -> None:
    agreed = since + timedelta(days=ahead)
    assert rules.next_due(since, agreed, every) == agreed
    assert rules.next_due(since, None, every) > since


@given(due=DAYS, wait=st.integers(-60, 120))
def test_nobody_is_reminded_before_the_days_of_grace_have_passed(due: date, wait: int) -> None:
    assert rules.is_to_be_reminded(due, due + timedelta(days=wait), None) == (wait > 14)


@given(due=DAYS, wait=st.integers(15, 200), since=st.integers(0, 90))
def test_a_reminder_put_off_is_silent_for_thirty_days(due: date, wait: int, since: int) -> None:
    put_off = due + timedelta(days=wait)
    later = rules.put_off_until(put_off)
    assert rules.is_to_be_reminded(due, put_off + timedelta(days=since), later) == (since >= 30)


@given(
    held=st.lists(st.tuples(st.sampled_from(Role.values), st.none() | st.integers(1, 5)), max_size=4),
    authorities=st.frozensets(st.integers(6, 9)),
    node=st.integers(1, 9),
)
def test_only_whoever_leads_a_place_itself_is_reminded(
    held: list[tuple[str, int | None]], authorities: frozenset[int], node: int
) -> None:
    eye = Eye(tuple(Held(*one) for one in held), authority_ids=authorities)
    leads = any(role in {"manager", "director"} and unit == node for role, unit in held)
    directs = node in authorities and any(role == "director" for role, _unit in held)
    assert rules.may_be_reminded(eye, node) == (leads or directs)


def held(chain: Chain, on: date | None = None, ref: str = "", role: str = "manager", **more: Any) -> str:
    about = MET | {"learnt": LEARNT} | more
    return actions.hold(ref=ref or chain.plan, held_on=on or chain.now.date(), **about, **chain.by(role))


def told(chain: Chain, role: str, after: timedelta = AFTER) -> reads.Reminder | None:
    return reads.mine(viewer=chain.viewer(role), now=chain.now + after).reminder


def test_whoever_leads_a_unit_is_reminded_with_the_last_words_and_three_questions(chain: Chain) -> None:
    held(chain)
    one = told(chain, "manager")
    assert one is not None
    assert (one.place.ref, one.about.ref, one.due) == (chain.unit, chain.plan, date(2027, 1, 1))
    assert (one.learnt, one.changes, len(one.questions)) == (LEARNT, "Schemat blir vårt.", 3)


def test_grace_is_fourteen_days_after_the_day_that_was_set(chain: Chain) -> None:
    due = chain.now.date() + timedelta(days=20)
    held(chain, next_on=due)
    assert told(chain, "manager", timedelta(days=34)) is None
    assert told(chain, "manager", timedelta(days=35)) is not None


def test_before_any_dialogue_the_time_runs_from_the_day_the_plan_was_set(chain: Chain) -> None:
    one = told(chain, "manager", timedelta(days=137))
    assert one is not None
    assert (one.last, one.due) == (None, date(2027, 1, 1))
    assert told(chain, "manager", timedelta(days=136)) is None


def test_another_rhythm_gives_another_day(chain: Chain) -> None:
    held(chain)
    actions.set_rhythm(ref=chain.unit, every="year", **chain.by("manager"))
    assert told(chain, "manager") is None
    actions.set_rhythm(ref=chain.unit, every="month", **chain.by("manager"))
    assert told(chain, "manager", timedelta(days=60)) is not None


def test_a_reminder_is_put_off_with_one_click_and_leaves_no_trace_for_others(chain: Chain) -> None:
    later = chain.by("manager") | {"now": chain.now + AFTER}
    facts = Fact.objects.count()
    actions.put_off(ref=chain.unit, **later)
    assert told(chain, "manager") is None
    assert told(chain, "manager", AFTER + timedelta(days=29)) is None
    assert told(chain, "manager", AFTER + timedelta(days=30)) is not None
    assert Fact.objects.count() == facts


def test_a_director_is_reminded_of_the_board_and_not_of_the_units_below(chain: Chain) -> None:
    one = told(chain, "director")
    assert one is not None
    assert one.place.ref == chain.board


def test_there_is_one_reminder_at_a_time_the_one_that_has_waited_longest(chain: Chain) -> None:
    care = chain.city.units["care"].node.ref
    actions.set_plan(
        ref=care, serves=[chain.goal], **PLAN, **(chain.by("director") | {"now": chain.now - AFTER})
    )
    one = told(chain, "director")
    assert one is not None
    assert one.place.ref == care
    actions.put_off(ref=care, **(chain.by("director") | {"now": chain.now + AFTER}))
    after = told(chain, "director")
    assert after is not None
    assert after.place.ref == chain.board


def test_a_draft_and_what_has_been_let_go_remind_nobody(chain: Chain) -> None:
    actions.stop_aim(ref=chain.plan, reason="Nådd", **chain.by("manager"))
    actions.set_plan(ref=chain.unit, serves=[chain.goal], draft=True, **PLAN, **chain.by("manager"))
    assert told(chain, "manager") is None


@pytest.mark.parametrize("role", ["employee", "colleague", "elected", "union", "hr", "registrar"])
def test_a_rhythm_is_set_by_those_who_answer_and_put_off_by_the_leader_alone(chain: Chain, role: str) -> None:
    with pytest.raises(Refused):
        actions.set_rhythm(ref=chain.unit, every="year", **chain.by(role))
    with pytest.raises(Missing):
        actions.put_off(ref=chain.unit, **chain.by(role))
    assert not Rhythm.objects.exists()


def test_a_person_has_no_rhythm(chain: Chain) -> None:
    with pytest.raises(Missing):
        actions.set_rhythm(ref=chain.viewer("employee").ref, every="year", **chain.by("manager"))


NOBODY_ELSE = sorted({*Role.values, *OTHERS, "resident"} - {"manager", "director"})


@pytest.mark.parametrize("role", NOBODY_ELSE)
def test_to_everybody_else_a_place_whose_dialogue_waits_looks_as_it_did(chain: Chain, role: str) -> None:
    held(chain)
    held(chain, ref=chain.goal, role="director")
    viewer = chain.viewer(role)

    def seen(now: datetime) -> list[object]:
        pages: list[object] = [
            reads.steering(viewer=viewer),
            reads.holder(ref=chain.board, viewer=viewer, now=now),
            reads.aim(ref=chain.goal, viewer=viewer),
        ]
        if viewer.signed_in:
            pages += [
                reads.holder(ref=chain.unit, viewer=viewer, now=now),
                reads.aim(ref=chain.plan, viewer=viewer),
                reads.mine(viewer=viewer, now=now),
            ]
        return pages

    assert seen(chain.now + AFTER) == seen(chain.now)


def everywhere(chain: Chain) -> list[str]:
    names = [reverse("missions:mine"), reverse("missions:home"), reverse("missions:questions")]
    names += [reverse(f"missions:{name}", args=[chain.unit]) for name in ("holder",)]
    names += [reverse("missions:holder", args=[chain.board]), reverse("missions:aim", args=[chain.plan])]
    names += [reverse(f"atlas:{name}") for name in ("loose", "journey", "signals", "star")]
    return [*names, reverse("people:unit", args=[chain.unit]), reverse("people:organisation")]


@pytest.mark.parametrize("role", NOBODY_ELSE)
def test_no_page_for_anybody_else_says_that_a_dialogue_waits(chain: Chain, client_as: As, role: str) -> None:
    actions.set_rhythm(ref=chain.unit, every="month", **chain.by("manager"))
    long_ago = chain.now.date() - timedelta(days=500)
    held(chain, long_ago, next_on=long_ago + timedelta(days=30))
    words = ("Dags för en dialog", reverse("missions:put_off", args=[chain.unit]))
    assert all(word in client_as("manager").get(reverse("missions:mine")).content.decode() for word in words)
    for address in everywhere(chain):
        text = client_as(role).get(address).content.decode()
        assert [word for word in words if word in text] == [], address


def test_put_off_is_one_click(chain: Chain, client_as: As) -> None:
    held(chain, chain.now.date() - timedelta(days=500))
    client = client_as("manager")
    assert client.post(reverse("missions:put_off", args=[chain.unit])).status_code == 303
    assert "Dags för en dialog" not in client.get(reverse("missions:mine")).content.decode()


def test_a_rhythm_that_there_is_not_comes_back(chain: Chain, client_as: As) -> None:
    url = reverse("missions:set_rhythm", args=[chain.unit])
    assert client_as("manager").post(url, {"every": "daily"}).status_code == 422
    assert client_as("manager").post(url, {"every": "month"}).status_code == 303
    assert Rhythm.objects.get().every == "month"
