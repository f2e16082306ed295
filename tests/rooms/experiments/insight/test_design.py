"""Which way of laying a test fits, and what it would notice."""

import pytest

from ledstjarna.rooms.experiments import insight
from ledstjarna.rooms.experiments.insight import design
from ledstjarna.rooms.experiments.models import Experiment

FEW = {"sort": "yes_no", "places": 1, "weekly": 5, "days": 28, "apart": False, "chance": False}


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({}, "series"),
        ({"sort": "nothing"}, "contribution"),
        ({"places": 8, "apart": True}, "staggered"),
        ({"places": 8}, "series"),
        ({"places": 20}, "matched"),
        ({"weekly": 5000, "chance": True}, "wordings"),
        ({"chance": True, "days": 14}, "series"),
    ],
)
def test_the_way_that_fits_follows_from_a_few_answers(more: dict[str, object], wanted: str) -> None:
    assert insight.fitting(**FEW | more) == wanted  # type: ignore[arg-type]


def test_with_five_a_week_only_a_large_change_is_noticed_and_with_five_thousand_a_small_one() -> None:
    few, many = (
        insight.advised(**FEW | {"weekly": weekly, "chance": True, "days": 14})  # type: ignore[arg-type]
        for weekly in (5, 5000)
    )
    assert few.noticed is not None
    assert many.noticed is not None
    assert few.noticed > 1
    assert many.noticed < 0.1
    assert many.words == "You will notice a change of about a tenth."


@pytest.mark.parametrize("sort", ["yes_no", "count", "amount"])
def test_more_days_notice_less(sort: str) -> None:
    found = [design.noticed(sort, "series", 20, days, None, None, None) for days in (14, 28, 112)]
    assert found == sorted((one for one in found if one is not None), reverse=True)


def test_how_long_it_takes_is_told_where_a_year_is_enough() -> None:
    one = Experiment(sort="count", design="series", weekly=70, worth=0.2, days=14)
    days = insight.days_needed(one)
    assert days is not None
    assert 14 < days <= 365
    assert insight.days_needed(Experiment(sort="yes_no", design="series", weekly=1, worth=0.05)) is None


def test_where_nothing_is_counted_nothing_is_promised() -> None:
    found = insight.advice(design="contribution", sort="nothing", weekly=5, days=14)
    assert found.noticed is None
    assert "ask those it concerns" in found.words
