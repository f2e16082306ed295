"""Rounds and their group sizes."""

import numpy as np
import pytest

from ledstjarna.engines.groups import even_rounds, rounds_from


def test_groups_are_as_even_as_the_number_allows() -> None:
    rounds = even_rounds(457, size=9, rounds=2)
    assert len(rounds.lower[0]) == 51
    assert (set(rounds.lower[0].tolist()), set(rounds.upper[1].tolist())) == ({8}, {9})


def test_slack_widens_the_bounds() -> None:
    rounds = even_rounds(450, size=9, rounds=1, slack=1)
    assert (rounds.lower[0][0], rounds.upper[0][0]) == (8, 10)


def test_those_who_take_part_are_named_per_round() -> None:
    rounds = rounds_from(([1, 1],), ([1, 1],), people=3, present=([True, False, True],))
    assert rounds.there(0, 3).tolist() == [0, 2]
    assert even_rounds(3, size=3, rounds=1).there(0, 3).tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("lower", "upper", "words"),
    [
        (([2, 2],), ([2, 2],), "round 0: 3 people do not fit groups that hold 4 to 4"),
        (([1, 1],), ([1, 1],), "hold 2 to 2"),
        (([2, 1],), ([1, 2],), "group 0: lower"),
        (([],), ([],), "there must be a group"),
        (([0.5],), ([3],), "whole numbers"),
        (([3],), ([3], [3]), "one entry for each round"),
        ((), (), "there must be a round"),
    ],
)
def test_sizes_that_cannot_be_are_refused(
    lower: tuple[list[int], ...], upper: tuple[list[int], ...], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        rounds_from(lower, upper, people=3)


def test_presence_needs_a_flag_for_everyone() -> None:
    with pytest.raises(ValueError, match="one flag for each of 3"):
        rounds_from(([3],), ([3],), people=3, present=(np.ones(2),))


@pytest.mark.parametrize(
    "given", [{"size": 0}, {"size": 11}, {"size": 2, "rounds": 0}, {"size": 2, "slack": -1}]
)
def test_even_rounds_need_a_size_that_can_be(given: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="size must be 1 to 10"):
        even_rounds(10, **{"rounds": 1, **given})
