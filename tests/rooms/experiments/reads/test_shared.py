"""What several reads have in common."""

from datetime import timedelta

from ledstjarna.rooms.experiments.reads import shared
from tests.fixtures.city import NOW, SmallCity
from tests.house import world
from tests.rooms.experiments.stage import row, running


def test_what_may_be_served_comes_with_the_vision_first(city: SmallCity) -> None:
    refs = world.build(city).refs
    offered = [ref for ref, _words in shared.served_choices(city.viewer("employee"))]
    assert offered.index(refs["vision"]) < offered.index(refs["area"]) < offered.index(refs["plan"])


def test_the_change_begins_after_the_days_as_usual(city: SmallCity) -> None:
    one = row(running(city))
    assert shared.changes_on(one) == NOW.date() + timedelta(days=4)


def test_the_strands_of_a_name_are_told_by_ref(city: SmallCity) -> None:
    one = row(running(city))
    assert shared.tied_refs(one.pk, "tried_in") == [city.units["home"].node.ref]
