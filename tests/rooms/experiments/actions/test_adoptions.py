"""What other units do with a lesson."""

from typing import Any

import pytest

from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.models import Adoption, AdoptionStep
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Refused
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of


def taken(city: SmallCity, ref: str, state: str, **more: Any) -> str:
    north, viewer = city.units["north"].node.ref, city.viewer("colleague")
    return actions.take_up(ref=ref, unit=north, state=state, viewer=viewer, now=NOW, **more)


def test_one_row_stands_for_a_unit_and_a_lesson_and_every_step_is_kept(city: SmallCity) -> None:
    ref = lesson_of(city)
    for state in ("heard", "uses"):
        taken(city, ref, state)
    taken(city, ref, "stopped", because="Den som höll i det slutade")
    one = Adoption.objects.get()
    assert (one.state, one.because) == ("stopped", "Den som höll i det slutade")
    steps = AdoptionStep.objects.order_by("pk").values_list("state", flat=True)
    assert list(steps) == ["heard", "uses", "stopped"]


def test_R8_a_strand_tells_that_a_unit_uses_it_as_long_as_it_does(city: SmallCity) -> None:
    ref = lesson_of(city)
    taken(city, ref, "adapted")
    strand = Strand.objects.get(name="uses")
    assert (strand.source.ref, strand.target.ref, strand.cut) == (city.units["north"].node.ref, ref, False)
    taken(city, ref, "stopped", because="x")
    strand.refresh_from_db()
    assert strand.cut


def test_it_was_learnt_from_its_owner_where_nobody_says_and_never_from_oneself(city: SmallCity) -> None:
    ref = lesson_of(city)
    taken(city, ref, "heard")
    assert Adoption.objects.get().origin == city.units["home"]
    with pytest.raises(Refused):
        taken(city, ref, "uses", origin=city.units["north"].node.ref)


@pytest.mark.parametrize("state", ["declined", "stopped"])
def test_to_decline_and_to_stop_ask_why(city: SmallCity, state: str) -> None:
    ref = lesson_of(city)
    taken(city, ref, "uses")
    with pytest.raises(Refused, match="Say why"):
        taken(city, ref, state)


def test_the_same_twice_is_no_step(city: SmallCity) -> None:
    ref = lesson_of(city)
    taken(city, ref, "heard")
    with pytest.raises(Refused, match="no step"):
        taken(city, ref, "heard")


def test_nobody_speaks_for_another_unit_or_of_their_own_lesson(city: SmallCity) -> None:
    ref = lesson_of(city)
    for who, unit in (("colleague", "school"), ("employee", "home"), ("hr", "north")):
        with pytest.raises(Refused) as no:
            actions.take_up(
                ref=ref, unit=city.units[unit].node.ref, state="heard", viewer=city.viewer(who), now=NOW
            )
        assert no.value.forbidden
