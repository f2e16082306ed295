"""Desks beside the sketch."""

from typing import Any

import pytest

from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import running, sketched


def test_the_helper_asks_first_and_then_says_what_fits_and_what_else_there_is(city: SmallCity) -> None:
    ref, viewer = sketched(city), city.viewer("employee")
    assert reads.lay_desk(ref=ref, viewer=viewer).advice is None
    desk = reads.lay_desk(ref=ref, viewer=viewer, answers={"weekly": "5000", "days": "14", "chance": "on"})
    assert desk.advice is not None
    assert desk.advice.design == "wordings"
    assert [one.design for one in desk.others] == ["series", "staggered", "matched"]


@pytest.mark.parametrize("typed", [{"weekly": "x", "days": "y"}, {"weekly": "99999999999", "days": "0"}])
def test_the_helper_bears_whatever_is_typed(city: SmallCity, typed: dict[str, Any]) -> None:
    desk = reads.lay_desk(ref=sketched(city), viewer=city.viewer("employee"), answers=typed)
    assert desk.advice is not None


def test_a_rule_that_is_locked_is_altered_at_a_desk_of_its_own(city: SmallCity) -> None:
    assert reads.alter_desk(ref=running(city), viewer=city.viewer("employee")).values["worth"] == 20
    for who, ref in (("employee", sketched(city)), ("hr", running(city))):
        with pytest.raises(Missing):
            reads.alter_desk(ref=ref, viewer=city.viewer(who))


def test_a_file_that_waits_is_shown_with_what_is_wrong(city: SmallCity) -> None:
    ref, viewer = running(city), city.viewer("employee")
    rows = [{"on": "2026-08-30", "value": 3.0, "many": 1, "site": "", "having": None}]
    actions.bring(ref=ref, name="a.csv", rows=rows, wrong=[(3, "Fel")], viewer=viewer, now=NOW)
    desk = reads.sheet_desk(ref=ref, viewer=viewer)
    assert (desk.name, desk.many, [row.number for row in desk.wrong]) == ("a.csv", 1, [3])


def test_no_file_is_brought_where_nothing_is_counted(city: SmallCity) -> None:
    for who, ref in (("employee", running(city, sort="nothing")), ("colleague", running(city))):
        with pytest.raises(Missing):
            reads.sheet_desk(ref=ref, viewer=city.viewer(who))
