"""Names enough for a city."""

from ledstjarna.demo.names import FAMILY, GIVEN


def test_no_name_stands_twice() -> None:
    assert len(set(GIVEN)) == len(GIVEN)
    assert len(set(FAMILY)) == len(FAMILY)


def test_there_are_pairs_enough_for_everybody() -> None:
    assert len(GIVEN) * len(FAMILY) > 11_000
