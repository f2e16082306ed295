"""What a test may serve, by its words."""

from ledstjarna.rooms.experiments import insight
from tests.fixtures.city import SmallCity
from tests.house import world


def test_what_a_test_serves_is_suggested_from_its_words(city: SmallCity) -> None:
    refs = world.build(city).refs
    viewer = city.viewer("employee")
    near = insight.near(text="Vi möter samma ansikten varje vecka i hemtjänsten", viewer=viewer)
    assert refs["plan"] in [one.spot.ref for one in near]
    assert insight.suggested(text="Qwxz vrrt", viewer=viewer) == []
