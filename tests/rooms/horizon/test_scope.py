"""Who has the signals to read."""

from ledstjarna.rooms.horizon import actions, scope
from tests.rooms.horizon.conftest import Lookout


def test_the_unit_reads_and_those_directly_below_it(lookout: Lookout) -> None:
    rows = {code: one.pk for code, one in lookout.city.units.items()}
    assert scope.group() == {rows["north"]}
    actions.appoint(unit=lookout.city.units["care"].node.ref, **lookout.by("city_director"))
    assert scope.group() == {rows["care"], rows["home"]}
