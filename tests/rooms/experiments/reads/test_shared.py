"""What several reads have in common."""

from datetime import timedelta

from ledstjarna.rooms.experiments.reads import shared
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW, SmallCity
from tests.house import world
from tests.rooms.experiments.stage import row, running


def test_what_steers_the_unit_comes_first_and_other_units_goals_are_left_out(city: SmallCity) -> None:
    refs = world.build(city).refs
    own = frozenset({Node.objects.get(ref=refs["plan"]).pk})
    offered = [ref for ref, _words in shared.served_choices(city.viewer("employee"), own)]
    assert offered.index(refs["plan"]) < offered.index(refs["vision"]) < offered.index(refs["area"])
    assert refs["goal"] not in offered


def test_the_change_begins_after_the_days_as_usual(city: SmallCity) -> None:
    one = row(running(city))
    assert shared.changes_on(one) == NOW.date() + timedelta(days=4)


def test_the_strands_of_a_name_are_told_by_ref(city: SmallCity) -> None:
    one = row(running(city))
    assert shared.tied_refs(one.pk, "tried_in") == [city.units["home"].node.ref]
