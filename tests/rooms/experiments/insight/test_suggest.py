"""What a test may serve, by its words."""

from ledstjarna.rooms.experiments import insight
from ledstjarna.thread.models import Node
from tests.fixtures.city import SmallCity
from tests.house import world


def test_what_a_test_serves_is_suggested_from_its_words(city: SmallCity) -> None:
    refs = world.build(city).refs
    viewer = city.viewer("employee")
    near = insight.near(text="Vi möter samma ansikten varje vecka i hemtjänsten", viewer=viewer)
    assert refs["plan"] in [one.spot.ref for one in near]
    assert insight.suggested(text="Qwxz vrrt", viewer=viewer) == []
    assert insight.suggested(text="Qwxz vrrt", viewer=viewer, own={7, 9}) == [9]


def test_one_word_in_common_is_enough_for_ones_own_and_not_for_others(city: SmallCity) -> None:
    refs = world.build(city).refs
    viewer = city.viewer("employee")
    plan = Node.objects.get(ref=refs["plan"]).pk
    assert insight.near(text="Ansikten", viewer=viewer) == []
    assert [one.spot.id for one in insight.near(text="Ansikten", viewer=viewer, own={plan})] == [plan]
