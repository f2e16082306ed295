"""A call given more time, and a call called off."""

from datetime import timedelta
from typing import Any

import pytest

from ledstjarna.rooms.accelerator import actions, reads
from ledstjarna.rooms.accelerator.models import Call, Turn
from ledstjarna.thread.models import Fact, Node, Promise
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.accelerator.conftest import ANSWERS, LATER, Lab

WEEK = timedelta(weeks=1)


def days(lab: Lab) -> tuple[int, int]:
    """The last day and the decision's, in days from the lab's now."""
    one = Call.objects.get(node__ref=lab.call)
    today = lab.now.date()
    return (one.closes - today).days, (one.decides - today).days


def prolonged(lab: Lab, *, by: str = "communicator", **more: Any) -> str:
    words: dict[str, Any] = {"closes": lab.now.date() + LATER + WEEK, "reason": "Fler ska hinna."}
    return actions.prolong_call(ref=lab.call, **(words | more), **lab.by(by))


def test_a_call_is_given_more_time_and_the_promised_decision_moves_as_far(lab: Lab) -> None:
    prolonged(lab)
    assert days(lab) == (27, 47)
    assert Node.objects.get(ref=lab.call).due == lab.now.date() + timedelta(days=47)
    assert Promise.objects.filter(node__ref=lab.call, cut=True).count() == 1
    assert Fact.objects.latest("number").verb == "accelerator.prolonged"


def test_a_decision_can_be_given_its_own_day_but_not_before_the_last_one(lab: Lab) -> None:
    today = lab.now.date()
    with pytest.raises(Refused, match=r"^It opens, closes and is decided in that order"):
        prolonged(lab, decides=today + LATER + WEEK)
    prolonged(lab, decides=today + timedelta(days=40))
    assert days(lab) == (27, 40)


@pytest.mark.parametrize("gap", [-1, 0])
def test_a_day_that_was_promised_is_never_moved_earlier(lab: Lab, gap: int) -> None:
    with pytest.raises(Refused, match=r"^Choose a day later than the last day that stands"):
        prolonged(lab, closes=lab.now.date() + LATER + timedelta(days=gap))


def test_a_call_whose_last_day_has_gone_by_opens_again_but_not_for_a_day_gone_by(lab: Lab) -> None:
    draft = lab.entry(send=False)
    after = lab.at(lab.now + LATER + 2 * WEEK)
    with pytest.raises(Refused, match=r"^Choose a day later"):
        prolonged(after, closes=lab.now.date() + LATER + WEEK)
    sent: dict[str, Any] = {"ref": draft, "title": "Hallen", "answers": ANSWERS, "send": True}
    with pytest.raises(Refused, match=r"^The call is not open"):
        actions.write_entry(**sent, **after.by("employee"))
    prolonged(after, closes=after.now.date())
    assert actions.write_entry(**sent, **after.by("employee")) == draft


def test_the_new_day_and_its_reason_are_said_to_all_and_to_whoever_has_a_draft(lab: Lab) -> None:
    draft = lab.entry(send=False)
    prolonged(lab)
    (turn,) = reads.call(ref=lab.call, viewer=lab.city.viewer("resident"), now=lab.now).turns
    last = lab.now.date() + LATER
    assert (turn.off, turn.was, turn.closes, turn.reason) == (False, last, last + WEEK, "Fler ska hinna.")
    writer = lab.city.viewer("employee")
    assert reads.entry(ref=draft, viewer=writer, now=lab.now).turns == (turn,)
    assert reads.entry_desk(ref=draft, viewer=writer).turns == (turn,)
    home = reads.home(viewer=writer, now=lab.now)
    assert [(one.part, one.until) for one in home.mine] == [("Not sent yet", last + WEEK)]
    assert [one.moved for one in home.calls] == [True]


def test_only_the_office_gives_more_time_and_only_while_the_call_is_open(lab: Lab) -> None:
    with pytest.raises(Refused, match=r"^This is done by the innovation office"):
        prolonged(lab, by="manager")
    actions.close_call(ref=lab.call, **lab.later().by("communicator"))
    with pytest.raises(Refused, match=r"^Only a call that is open"):
        prolonged(lab)
    with pytest.raises(Missing):
        reads.prolonging(ref=lab.call, viewer=lab.city.viewer("communicator"), now=lab.now)


def test_a_week_more_is_offered_from_the_last_day_or_from_today_where_that_is_later(lab: Lab) -> None:
    office, today = lab.city.viewer("communicator"), lab.now.date()
    soon = reads.prolonging(ref=lab.call, viewer=office, now=lab.now)
    late = reads.prolonging(ref=lab.call, viewer=office, now=lab.now + 2 * LATER)
    assert soon.values == {"closes": today + LATER + WEEK}
    assert late.values == {"closes": today + 2 * LATER + WEEK}


def off(lab: Lab, by: str = "communicator") -> str:
    return actions.call_off(ref=lab.call, reason="Pengarna behövs någon annanstans.", **lab.by(by))


def test_a_call_is_called_off_with_a_reason_and_promises_nothing_any_more(lab: Lab) -> None:
    entry = lab.entry()
    off(lab)
    node = Node.objects.get(ref=lab.call)
    assert (lab.stage(), node.due, node.ended) == ("off", None, lab.now)
    page = reads.call(ref=lab.call, viewer=lab.city.viewer("resident"), now=lab.now)
    assert (page.label, page.steps, page.may_enter) == ("Called off", (), False)
    assert [(one.off, one.reason) for one in page.turns] == [(True, "Pengarna behövs någon annanstans.")]
    own = reads.entry(ref=entry, viewer=lab.city.viewer("employee"), now=lab.now)
    assert (own.stage, own.may_write, own.may_withdraw) == ("off", False, True)
    home = reads.home(viewer=lab.city.viewer("employee"), now=lab.now)
    assert [one.part for one in home.mine] == ["Called off"]


def test_nothing_more_is_done_in_a_call_that_was_called_off(lab: Lab) -> None:
    entry = lab.entry()
    lab.jury("colleague", "crowd0")
    then = lab.assigned()
    off(then)
    assert reads.duties(viewer=lab.city.viewer("colleague")).calls == ()
    for act, more in (
        (actions.call_off, {"reason": "Igen."}),
        (actions.decide_call, {}),
        (actions.assign, {}),
        (actions.open_call, {}),
        (actions.seat_assessor, {"person": lab.person("crowd2")}),
    ):
        with pytest.raises(Refused, match=r"^It has been called off"):
            act(ref=lab.call, **more, **then.by("communicator"))  # type: ignore[arg-type]
    with pytest.raises(Refused, match=r"^The call is not open"):
        actions.enter(ref=lab.call, title="Sent", **then.by("employee"))
    actions.withdraw(ref=entry, **then.by("employee"))


def test_what_has_been_decided_is_not_called_off_and_others_call_nothing_off(lab: Lab) -> None:
    with pytest.raises(Refused, match=r"^This is done by the innovation office"):
        off(lab, by="director")
    actions.close_call(ref=lab.call, **lab.later().by("communicator"))
    lab.decided()
    with pytest.raises(Refused, match=r"^It has been decided already"):
        off(lab)
    with pytest.raises(Missing):
        reads.calling_off(ref=lab.call, viewer=lab.city.viewer("communicator"))
    assert not Turn.objects.exists()
