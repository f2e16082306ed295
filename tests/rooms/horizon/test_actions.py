"""What can be done about signals from outside."""

import pytest

from ledstjarna.rooms.horizon import actions
from ledstjarna.rooms.horizon.models import Group, Signal
from ledstjarna.thread.models import Fact, Node, Strand
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.horizon.conftest import READ, SEEN, Lookout


def ties(ref: str) -> set[tuple[str, str]]:
    rows = Strand.objects.filter(source__ref=ref, cut=False)
    return set(rows.values_list("name", "target__kind"))


def test_anybody_in_the_city_notices_and_nobody_from_outside(lookout: Lookout) -> None:
    ref = lookout.notice()
    assert ties(ref) == {("concerns", "area")}
    assert Signal.objects.get(node__ref=ref).course == "new"
    with pytest.raises(Refused, match=r"^Sign in"):
        actions.notice(**SEEN, **lookout.by("resident"))


def test_T15_a_link_is_https_or_none_and_is_not_fetched(lookout: Lookout) -> None:
    for link in ("http://x.example/", "javascript:alert(1)", "ftp://x.example"):
        with pytest.raises(Refused, match=r"^The link must begin"):
            lookout.notice(link=link)
    lookout.notice(link="")
    lookout.notice(link="https://nowhere.invalid/")  # there is nothing to fetch, and nobody tries


def test_a_signal_concerns_what_it_can_concern(lookout: Lookout) -> None:
    with pytest.raises(Refused, match=r"^It cannot be tied"):
        lookout.notice(concerns=[lookout.star])
    Node.objects.filter(ref=lookout.area).update(ended=lookout.now)
    with pytest.raises(Refused, match=r"^It cannot be tied"):
        lookout.notice()


def test_the_group_reads_it_together_and_says_what_is_done(lookout: Lookout) -> None:
    ref = lookout.notice(concerns=[])
    reading = lookout.read(ref, concerns=[lookout.area])
    assert ties(reading) == {("reads", "signal")}
    assert ties(ref) == {("concerns", "area")}
    assert Signal.objects.get(node__ref=ref).course == "act"
    assert Fact.objects.get(node__ref=reading).verb == "horizon.read"


def test_an_earlier_reading_told_later_does_not_change_the_course(lookout: Lookout) -> None:
    ref = lookout.notice()
    lookout.read(ref, 9, course="parked")
    lookout.read(ref, 9, course="watch", held_on=lookout.by("hr", 3)["now"].date())
    assert Signal.objects.get(node__ref=ref).course == "parked"


@pytest.mark.parametrize("role", ["employee", "manager", "director", "administrator", "elected"])
def test_others_do_not_read_for_the_group(lookout: Lookout, role: str) -> None:
    ref = lookout.notice()
    with pytest.raises(Refused, match=r"^Signals are read together"):
        actions.read_together(ref=ref, held_on=lookout.now.date(), **READ, **lookout.by(role))


def test_a_day_that_has_not_come_is_refused(lookout: Lookout) -> None:
    ref, later = lookout.notice(), lookout.by("hr", 30)["now"].date()
    with pytest.raises(Refused, match=r"^Choose a day that has come"):
        lookout.read(ref, held_on=later)
    with pytest.raises(Refused, match=r"^Choose a day that has come"):
        lookout.parry(ref, begun_on=later)


def test_a_small_test_parries_a_signal_and_serves_what_it_concerns(lookout: Lookout) -> None:
    parry = lookout.parry(lookout.notice())
    assert ties(parry) == {("parries", "signal"), ("serves", "area")}
    with pytest.raises(Missing):
        lookout.parry(lookout.area)
    with pytest.raises(Missing):
        lookout.parry(lookout.notice(), unit="zzzzzzzzzz")
    with pytest.raises(Refused, match=r"^Sign in"):
        actions.parry(
            ref=parry, title="x", text="x", unit="x", begun_on=lookout.now.date(), **lookout.by("resident")
        )


def test_one_unit_at_a_time_reads(lookout: Lookout) -> None:
    actions.appoint(unit=lookout.city.units["home"].node.ref, **lookout.by("administrator"))
    assert Group.objects.get().unit.code == "home"
    with pytest.raises(Refused, match=r"^The city director says"):
        actions.appoint(unit=lookout.city.units["home"].node.ref, **lookout.by("director"))
