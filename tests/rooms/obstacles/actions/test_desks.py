"""Which function removes what."""

import pytest

from ledstjarna.rooms.obstacles import actions, reads
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.obstacles.conftest import Desk


def test_a_function_that_is_there_gets_its_new_unit_and_days(desk: Desk) -> None:
    actions.appoint(
        name="Lokaler", name_en="Premises", unit=desk.ref("care"), days=15, **desk.by("administrator")
    )
    (row,) = reads.desks(viewer=desk.city.viewer("employee")).rows
    assert (row.unit, row.days) == ("Omsorgsförvaltningen", 15)


def test_what_was_sent_to_a_function_stays_when_it_is_taken_away(desk: Desk) -> None:
    ref = desk.report(receiver=desk.ref("quay"))
    actions.relieve(name="Lokaler", **desk.by("administrator"))
    assert desk.one(ref).receiver.code == "quay"
    with pytest.raises(Missing):
        actions.relieve(name="Lokaler", **desk.by("administrator"))


@pytest.mark.parametrize("role", ["employee", "manager", "city_director", "hr"])
def test_only_the_administrator_keeps_the_table(desk: Desk, role: str) -> None:
    with pytest.raises(Refused, match=r"^Functions are kept by"):
        actions.appoint(name="IT", name_en="", unit=desk.ref("care"), days=5, **desk.by(role))
    with pytest.raises(Refused, match=r"^Functions are kept by"):
        actions.relieve(name="Lokaler", **desk.by(role))


def test_a_unit_that_is_not_there_is_missing(desk: Desk) -> None:
    with pytest.raises(Missing):
        actions.appoint(name="IT", name_en="", unit="zzzzzzzzzz", days=5, **desk.by("administrator"))
