"""What a viewer may do with a test."""

from datetime import timedelta

from ledstjarna.rooms.experiments import reads
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import running


def seen(city: SmallCity, ref: str, who: str = "employee", days: int = 0) -> reads.TestPage:
    return reads.small_test(ref=ref, viewer=city.viewer(who), now=NOW + timedelta(days=days))


def test_what_runs_is_counted_by_the_unit_and_decided_by_those_in_it(city: SmallCity) -> None:
    ref = running(city)
    assert (seen(city, ref).may_log, seen(city, ref).may_conclude) == (True, True)
    assert (seen(city, ref, "hr").may_log, seen(city, ref, "hr").may_conclude) == (True, False)
    assert not seen(city, ref, "colleague").may_log
