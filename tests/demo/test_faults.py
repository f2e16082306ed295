"""The faults that are planted for the atlas to find."""

from collections import Counter

import pytest

from ledstjarna.demo import faults
from ledstjarna.rooms.atlas.rules import SORTS
from ledstjarna.rooms.missions import rules
from ledstjarna.thread.pull import clash, pulls


def test_forty_faults_of_mixed_sorts_are_planted_and_each_can_be_told_from_the_others() -> None:
    wanted = faults.planted("Varför?")
    assert len(wanted) == 40
    assert len(Counter(sort for sort, _titles in wanted)) >= 8
    assert {sort for sort, _titles in wanted} <= set(SORTS)


def test_R2_every_goal_that_is_planted_is_an_effect_all_the_same() -> None:
    pairs = [title for pair in faults.WORDS for title in pair]
    measured = [title for _measure, *both in faults.MEASURES for title in both]
    for title in (*faults.ORPHANS, *faults.SAID, *pairs, *measured):
        assert rules.activity_in(title) == ""


@pytest.mark.parametrize("pair", faults.WORDS)
def test_two_that_say_opposite_things_do_so_to_the_engine_of_words(pair: tuple[str, str]) -> None:
    assert clash(pulls(pair[0]), pulls(pair[1])) is not None
