"""From thought to a test that can start."""

from typing import Any

import pytest

from ledstjarna.rooms.experiments import reads
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Reader, Strand
from ledstjarna.thread.reads import Refused
from tests.fixtures.city import NOW, SmallCity
from tests.house import world
from tests.rooms.experiments.stage import lesson_of, row, sketched


def test_a_sketch_has_all_that_it_needs_to_start(city: SmallCity) -> None:
    one = row(sketched(city))
    assert (one.days, one.worth, one.design, one.quiet, one.stage) == (14, 0.2, "series", 4, "sketch")


def test_K2_a_sketch_is_read_by_its_own_people_alone(city: SmallCity) -> None:
    one = row(sketched(city))
    assert one.node.audience == Audience.NAMED
    assert list(Reader.objects.filter(node=one.node).values_list("person_id", flat=True)) == [
        city.persons["employee"].pk
    ]


def test_it_is_tied_to_what_its_words_say(city: SmallCity) -> None:
    refs = world.build(city).refs
    ref = sketched(city, title="Samma ansikten", need="Många möter varje ny", change="Lag")
    served = Strand.objects.get(source__ref=ref, name="serves").target
    assert served.ref == refs["plan"]


def test_a_test_cannot_serve_what_steers_nobody(city: SmallCity) -> None:
    with pytest.raises(Refused):
        sketched(city, serves=[city.units["home"].node.ref])


def signal_about(kind: str = "signal", **more: Any) -> tuple[str, str]:
    """Something seen outside, and the area that it concerns, as another room would tie them."""
    seen = thread.add_node(kind=kind, title="Paketskåp", audience="city")
    area = thread.add_node(kind="area", title="Öppen stad", **{"audience": "city"} | more)
    thread.tie(source=seen, name="concerns", target=area)
    return seen.ref, area.ref


def tied(ref: str) -> set[tuple[str, str]]:
    rows = Strand.objects.filter(source__ref=ref, name__in=("parries", "serves"), cut=False)
    return set(rows.values_list("name", "target__ref"))


def test_a_test_against_something_seen_outside_serves_what_that_concerns(city: SmallCity) -> None:
    seen, area = signal_about()
    desk = reads.new_desk(viewer=city.viewer("employee"), to=seen)
    assert desk.parries is not None
    assert (desk.parries.ref, desk.values, [one.ref for one in desk.near]) == (
        seen,
        {"parries": seen},
        [area],
    )
    ref = sketched(city, parries=seen)
    assert tied(ref) == {("parries", seen), ("serves", area)}
    page = reads.small_test(ref=ref, viewer=city.viewer("employee"), now=NOW)
    assert [one.spot.ref for one in page.parries] == [seen]
    assert page.together == ()


def test_what_one_may_not_see_is_not_served_by_way_of_a_signal(city: SmallCity) -> None:
    seen, _area = signal_about(audience="named")
    assert tied(sketched(city, parries=seen)) == {("parries", seen)}


def test_only_what_was_seen_outside_is_parried(city: SmallCity) -> None:
    other, _area = signal_about("area")
    with pytest.raises(Refused, match="nothing that a test can answer"):
        sketched(city, parries=other)


def test_an_elected_member_and_a_resident_sketch_nothing(city: SmallCity) -> None:
    for who in ("elected", "resident"):
        with pytest.raises(Refused) as no:
            sketched(city, who)
        assert no.value.forbidden


def test_nobody_tries_out_the_lesson_of_their_own_unit(city: SmallCity) -> None:
    ref = lesson_of(city)
    with pytest.raises(Refused):
        sketched(city, "manager", lesson=ref)
    other = row(sketched(city, "colleague", lesson=ref, adaptation="Sms"))
    assert other.adopts is not None
    assert Strand.objects.filter(source=other.node, name="tries_out", target__ref=ref).exists()
