"""Places of people, with how sure they are."""

import numpy as np
import pytest

from ledstjarna.engines.opinion.axes import Axes
from ledstjarna.engines.opinion.positions import drawn, places_of
from tests.engines.opinion.cases import votes_of


def _axes(loading: list[list[float]]) -> Axes:
    table = np.array(loading)
    size = len(table)
    return Axes(table, np.zeros(table.shape[1]), table.shape[1], np.zeros(size), np.ones(size), 0.0)


def test_a_place_worked_by_hand() -> None:
    # Evidence 1*1 + 1*2 = 3, precision 1 + 1 + 4 = 6.
    places = places_of(votes_of("++"), _axes([[1.0], [2.0]]), count=1)
    assert places.mean[0, 0] == pytest.approx(3 / 6)
    assert places.spread[0, 0, 0] == pytest.approx(1 / 6)


def test_nobody_is_flung_outwards_for_having_voted_little() -> None:
    places = places_of(votes_of("++++ +... ...."), _axes([[1.0]] * 4), count=1)
    assert places.mean[:, 0].tolist() == pytest.approx([0.8, 0.5, 0.0])
    assert places.spread[:, 0, 0].tolist() == pytest.approx([0.2, 0.5, 1.0])


def test_two_axes_are_told_apart_by_statements_that_load_on_each() -> None:
    places = places_of(votes_of("+-"), _axes([[1.0, 0.0], [0.0, 1.0]]), count=2)
    assert places.mean[0] == pytest.approx([0.5, -0.5])
    assert places.spread[0] == pytest.approx(np.eye(2) / 2)


def test_a_missing_second_axis_is_drawn_flat() -> None:
    axes = _axes([[1.0], [2.0]])
    position, deviation = drawn(places_of(votes_of("++ -."), axes, count=1), axes)
    assert position.shape == deviation.shape == (2, 2)
    assert not position[:, 1].any()
    assert position[0, 0] == pytest.approx(0.5 * np.sqrt(5))
    assert deviation[0, 0] == pytest.approx(np.sqrt(1 / 6) * np.sqrt(5))
