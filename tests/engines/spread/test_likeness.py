"""How alike units are."""

import pytest

from ledstjarna.engines.spread import likeness


def test_it_is_the_share_of_known_qualities_that_are_the_same() -> None:
    found = likeness(["school", "school", "care"], ["town", "", "town"])
    assert found.tolist() == [[0, 1, 0.5], [1, 0, 0], [0.5, 0, 0]]


def test_what_is_not_known_is_not_alike() -> None:
    assert likeness([None, None]).tolist() == [[0, 0], [0, 0]]


@pytest.mark.parametrize("qualities", [(), (["a"], ["a", "b"])])
def test_qualities_must_be_there_and_fit(qualities: tuple[list[str], ...]) -> None:
    with pytest.raises(ValueError, match="at least one quality"):
        likeness(*qualities)
