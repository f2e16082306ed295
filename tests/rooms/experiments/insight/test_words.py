"""Numbers said as people say them."""

import pytest

from ledstjarna.rooms.experiments import insight
from ledstjarna.rooms.experiments.models import Experiment, Lesson
from ledstjarna.thread.models import Node


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.01, "a few in a hundred"), (0.2, "a fifth"), (-0.19, "a fifth"), (0.24, "a quarter"),
        (0.35, "a third"), (0.5, "half"), (1.1, "as much again"), (3, "more than twice as much"),
    ],
)  # fmt: skip
def test_a_share_is_said_in_words(share: float, words: str) -> None:
    assert insight.share_words(share) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, ""), (3.0, "3"), (0.667, "0.67"), (12.34, "12.3"), (400.6, "401"), (0.5, "0.5")],
)
def test_a_figure_has_no_more_places_than_it_needs(value: float | None, words: str) -> None:
    assert insight.figure(value) == words


def test_the_rule_follows_from_the_smallest_change_until_the_team_words_its_own() -> None:
    one = Experiment(measure="Missade besök", sort="count", better="down", worth=0.2, days=14)
    assert insight.rule_of(one)[0] == "“Missade besök” has surely become less, and by about a fifth or more."
    one.scale_if = "Om alla vill"
    assert insight.rule_of(one)[0] == "Om alla vill"


def test_where_nothing_is_counted_the_rule_asks_those_it_concerns() -> None:
    assert "Those whom it concerns" in insight.rule_of(Experiment(sort="nothing"))[0]


def test_the_rule_is_kept_in_the_citys_language_whoever_alters_it() -> None:
    text = insight.rule_text(Experiment(measure="X", sort="count", better="up", worth=0.2, days=14))
    assert text.startswith("Dagar: 14.")


def test_a_lesson_is_all_that_it_says() -> None:
    one = Lesson(node=Node(title="A"), mechanism="B", core="C")
    assert insight.lesson_text(one) == "A\nB\nC"
