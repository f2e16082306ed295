"""What Sundhamn tries holds together."""

import pytest

from ledstjarna.demo import city, trials
from ledstjarna.rooms.experiments.room import Better, Group, Setting, Sort


@pytest.mark.parametrize("idea", trials.IDEAS, ids=lambda idea: idea.title)
def test_every_idea_speaks_the_rooms_own_words(idea: trials.Idea) -> None:
    assert idea.sort in Sort.values
    assert idea.better in Better.values
    assert idea.group in Group.values
    assert idea.setting in Setting.values
    assert (idea.vary > 0) == (idea.sort == "amount")
    assert 0 < idea.usual < 1 or idea.sort != "yes_no"


def test_every_idea_is_at_home_in_the_city() -> None:
    units = [unit.code for unit in city.city().units]
    homes = {code.rpartition("-")[0] for code in units}
    assert [one.title for one in trials.IDEAS if one.code not in homes] == []


def test_no_two_of_nine_hundred_tests_are_called_the_same() -> None:
    titles = {f"{idea.title}{way}" for idea in trials.IDEAS for way in trials.WAYS}
    assert len(titles) == len(trials.IDEAS) * len(trials.WAYS) >= 900
