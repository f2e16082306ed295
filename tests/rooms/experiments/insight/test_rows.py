"""Observations as arrays."""

from datetime import date, timedelta

import numpy as np

from ledstjarna.rooms.experiments.insight import rows
from ledstjarna.rooms.experiments.insight.rows import Place, Row

DAY = date(2026, 9, 1)


def test_several_observations_of_a_day_are_one_number() -> None:
    two = [Row(DAY, 3, 4, None, None), Row(DAY, 1, 4, None, None)]
    assert rows.together("yes_no", two) == 0.5
    ones = [Row(DAY, 3, 1, None, None), Row(DAY, 1, 1, None, None)]
    assert rows.together("count", ones) == 4
    assert rows.together("amount", ones) == 2


def test_a_very_long_time_is_seen_from_its_end() -> None:
    found = rows.calendar([Row(DAY, 1, 1, None, None), Row(DAY + timedelta(days=5000), 1, 1, None, None)])
    assert len(found) == rows.MOST_DAYS + 1
    assert rows.calendar([]) == []


def test_yes_and_no_come_one_by_one_on_each_side() -> None:
    without, having = rows.ways("yes_no", [Row(DAY, 1, 3, False, None), Row(DAY, 2, 2, True, None)])
    assert sorted(without.tolist()) == [0, 0, 1]
    assert without.tolist() == rows.ways("yes_no", [Row(DAY, 1, 3, False, None)])[0].tolist()
    assert having.tolist() == [1, 1]


def test_a_pair_without_its_partner_is_left_out() -> None:
    places = [Place(1, 0, False, None), Place(2, 0, True, None), Place(3, 1, False, None)]
    without, having = rows.matched("count", [Row(DAY, 4, 1, None, 1), Row(DAY, 2, 1, None, 2)], places)
    assert (without.tolist(), having.tolist()) == ([4.0], [2.0])


def test_places_by_days_with_their_starts() -> None:
    places = [Place(1, None, None, DAY + timedelta(days=1)), Place(2, None, None, None)]
    table, starts, days = rows.staggered(
        "count", [Row(DAY, 1, 1, None, 1), Row(DAY + timedelta(days=2), 5, 1, None, 2)], places
    )
    assert starts.tolist() == [1, 3]
    assert np.nan_to_num(table, nan=-1).tolist() == [[1, -1, -1], [-1, -1, 5]]
    assert len(days) == 3
