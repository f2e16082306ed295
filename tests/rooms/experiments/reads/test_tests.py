"""A small test as it is met."""

from datetime import timedelta

from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.rooms.experiments.reads.tests import mandate
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import concluded, running, sketched


def seen(city: SmallCity, ref: str, who: str = "employee", days: int = 0) -> reads.TestPage:
    return reads.small_test(ref=ref, viewer=city.viewer(who), now=NOW + timedelta(days=days))


def test_a_sketch_can_be_started_mended_and_let_go_by_its_own(city: SmallCity) -> None:
    page = seen(city, sketched(city))
    assert (page.may_start, page.may_mend, page.may_cancel, page.may_log) == (True, True, True, False)
    assert page.precision.startswith("You will")


def test_the_stage_follows_the_day(city: SmallCity) -> None:
    ref = running(city)
    assert [seen(city, ref, days=days).stage for days in (0, 13, 14)] == ["running", "running", "review"]


def test_a_rule_that_was_altered_shows_for_ever(city: SmallCity) -> None:
    ref = running(city)
    actions.alter(ref=ref, why="Semester", worth=0.1, days=28, viewer=city.viewer("employee"), now=NOW)
    page = seen(city, ref, "colleague")
    assert [row.why for row in page.versions] == ["Semester"]
    assert {part.kind for part in page.versions[0].passages} == {"same", "gone", "new"}


def test_the_names_of_those_in_it_are_for_those_signed_in_and_never_a_protected_ones(city: SmallCity) -> None:
    """R18."""
    ref = running(city)
    for who in ("colleague", "protected"):
        actions.join(ref=ref, viewer=city.viewer(who), now=NOW)
    assert seen(city, ref).members == (city.persons["colleague"].name,)
    actions.open_test(ref=ref, audience="public", viewer=city.viewer("employee"), now=NOW)
    assert seen(city, ref, "resident").members == ()


def test_the_mission_card_is_a_link_to_where_the_city_keeps_them(city: SmallCity) -> None:
    assert mandate() == "/my-mission/"


def test_a_concluded_test_is_gone_on_from(city: SmallCity) -> None:
    page = seen(city, concluded(city), days=20)
    assert (page.may_go_on, page.may_cancel, page.verdict) == (True, False, "scale")
    assert [one.spot.kind for one in page.lessons] == ["lesson"]
