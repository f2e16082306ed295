"""What a test has shown, in words that hold however often one looks."""

from datetime import date, timedelta

import numpy as np
import pytest

from ledstjarna.rooms.experiments.insight import Place, Row, Seen, seen
from ledstjarna.rooms.experiments.models import Experiment

FIRST = date(2026, 9, 1)


def trial(**more: object) -> Experiment:
    said = {"measure": "Missade", "sort": "count", "better": "down", "worth": 0.2, "design": "series"}
    return Experiment(**said | more)


def days(values: list[float], **more: object) -> list[Row]:
    known = {"many": 1, "having": None, "site": None} | more
    return [Row(FIRST + timedelta(days=n), value, **known) for n, value in enumerate(values)]  # type: ignore[arg-type]


def shown(one: Experiment, rows: list[Row], change: int, *, over: bool = True) -> Seen:
    found = seen(one, rows, [], FIRST + timedelta(days=change), over=over)
    assert found is not None
    return found


def test_a_halving_that_lasts_is_seen_and_meets_the_rule() -> None:
    rng = np.random.default_rng(1)
    values = [*rng.poisson(20, 14).tolist(), *rng.poisson(9, 14).tolist()]
    found = shown(trial(), days(values), 14)
    assert found.verdict == "scale"
    assert found.words == "“Missade” has become less, by about half."
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.high < 0


def test_no_change_in_a_long_series_does_not_meet_the_rule() -> None:
    values = np.random.default_rng(2).poisson(200, 60).tolist()
    found = shown(trial(), days(values), 30)
    assert found.verdict == "stop"
    assert found.says.startswith("The rule is not met")


def test_three_days_tell_nothing_yet_and_say_so() -> None:
    found = shown(trial(), days([3, 2, 4]), 2, over=False)
    assert found.verdict == "cannot tell yet"
    assert found.words == "There are too few observations to tell anything yet. Go on counting."
    assert found.interval == ""
    assert found.chart == {}


def test_what_may_be_chance_is_said_to_be() -> None:
    found = shown(trial(), days([1, 0, 2, 1, 1, 3, 2, 1, 3, 2]), 5)
    assert "it may be chance" in found.words


def test_a_day_that_is_missing_is_no_zero() -> None:
    rows = [row for row in days([5, 5, 6, 5, 4, 5, 6, 5]) if row.on.day != 3]
    found = shown(trial(), rows, 4)
    assert found.before == "5 a day"
    assert found.days == (3, 4)


def test_nothing_to_count_shows_nothing() -> None:
    assert seen(trial(sort="nothing", design="contribution"), [], [], FIRST, over=True) is None


def test_two_ways_by_chance_with_thousands_of_observations() -> None:
    rng = np.random.default_rng(3)
    one = trial(sort="yes_no", better="up", design="wordings", worth=0.1)
    rows = [
        Row(FIRST + timedelta(days=n), float(rng.binomial(350, 0.4 + 0.1 * way)), 350, bool(way), None)
        for n in range(14)
        for way in (0, 1)
    ]
    found = shown(one, rows, 0)
    assert found.verdict == "scale"
    assert found.words == "“Missade” has become more, by about a quarter."


def test_places_that_begin_one_after_another() -> None:
    rng = np.random.default_rng(4)
    places = [Place(n, None, None, FIRST + timedelta(days=5 * (n + 1))) for n in range(8)]
    rows = [
        Row(FIRST + timedelta(days=day), float(rng.poisson(level)), 1, None, place.id)
        for place in places
        for day in range(45)
        for level in (20 if day < 5 * (place.id + 1) else 8,)
    ]
    found = seen(trial(design="staggered"), rows, places, FIRST, over=True)
    assert found is not None
    assert found.change == pytest.approx(-0.6, abs=0.15)


def test_places_two_and_two() -> None:
    rng = np.random.default_rng(5)
    places = [Place(n, n // 2, bool(n % 2), None) for n in range(24)]
    rows = [
        Row(FIRST + timedelta(days=day), float(rng.poisson(20 - 9 * (place.id % 2))), 1, None, place.id)
        for place in places
        for day in range(6)
    ]
    found = seen(trial(design="matched"), rows, places, FIRST, over=True)
    assert found is not None
    assert found.verdict == "scale"


def test_where_there_was_nothing_before_no_share_can_be_told() -> None:
    found = shown(trial(), days([0, 0, 0, 0, 0, 1, 2, 1, 2]), 5)
    assert found.change is None
    assert found.verdict == "cannot tell yet"


def test_the_band_of_counts_never_goes_under_nothing() -> None:
    found = shown(trial(), days([0, 1, 0, 2, 0, 1, 1, 0]), 4)
    assert min(found.chart["low"]) == 0
