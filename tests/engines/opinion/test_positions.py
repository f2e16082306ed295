"""Places of people, with how sure they are."""

import numpy as np
import pytest

from ledstjarna.engines.opinion.axes import Axes
from ledstjarna.engines.opinion.positions import drawn, ellipse, places_of
from tests.engines.opinion.cases import votes_of


def _axes(loading: list[list[float]]) -> Axes:
    table = np.array(loading)
    size = len(table)
    weight = np.sqrt((table**2).sum(axis=0))
    return Axes(table, np.zeros(table.shape[1]), table.shape[1], np.zeros(size), np.ones(size), 0.0, weight)


def test_a_place_worked_by_hand() -> None:
    # Evidence 1*1 + 1*2 = 3, precision 1 + 1 + 4 = 6.
    places = places_of(votes_of("++"), _axes([[1.0], [2.0]]))
    assert places.mean[0, 0] == pytest.approx(3 / 6)
    assert places.spread[0, 0, 0] == pytest.approx(1 / 6)


def test_nobody_is_flung_outwards_for_having_voted_little() -> None:
    places = places_of(votes_of("++++ +... ...."), _axes([[1.0]] * 4))
    assert places.mean[:, 0].tolist() == pytest.approx([0.8, 0.5, 0.0])
    assert places.spread[:, 0, 0].tolist() == pytest.approx([0.2, 0.5, 1.0])


def test_two_axes_are_told_apart_by_statements_that_load_on_each() -> None:
    places = places_of(votes_of("+-"), _axes([[1.0, 0.0], [0.0, 1.0]]))
    assert places.mean[0] == pytest.approx([0.5, -0.5])
    assert places.spread[0] == pytest.approx(np.eye(2) / 2)


def test_a_missing_second_axis_is_drawn_flat() -> None:
    axes = _axes([[1.0], [2.0]])
    position, spread = drawn(places_of(votes_of("++ -."), axes), axes)
    assert position.shape == (2, 2)
    assert not position[:, 1].any()
    assert position[0, 0] == pytest.approx(0.5 * np.sqrt(5))
    assert spread[0] == pytest.approx(np.array([[5 / 6, 0], [0, 0]]))


def test_what_is_said_of_some_people_is_what_is_said_of_them_among_all() -> None:
    votes, axes = votes_of("++-. +..- ..++ -+-+"), _axes([[1.0, 0.2], [0.3, -1.0], [0.7, 0.1], [0.0, 0.9]])
    all_places, some = places_of(votes, axes), places_of(votes.rows(np.array([3, 1])), axes)
    assert some.mean.tobytes() == all_places.of(np.array([3, 1])).mean.tobytes()


def test_fewer_axes_leave_the_evidence_on_the_first_as_it_was() -> None:
    places = places_of(votes_of("+-"), _axes([[1.0, 0.5], [0.0, 1.0]])).on(1)
    assert places.mean[0, 0] == pytest.approx(0.5)


def test_an_ellipse_holds_as_many_as_it_promises() -> None:
    spread = np.array([[2.0, 0.9], [0.9, 0.6]])
    found = ellipse(spread, 0.9)
    drawn_places = np.random.default_rng(1).multivariate_normal([0, 0], spread, 40_000)
    turn = np.radians(found.turn)
    turned = drawn_places @ np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    inside = (turned[:, 0] / found.long) ** 2 + (turned[:, 1] / found.short) ** 2 <= 1
    assert inside.mean() == pytest.approx(0.9, abs=0.006)


def test_a_round_place_has_a_circle_and_a_wide_one_lies_along_its_axis() -> None:
    circle, wide = ellipse(np.eye(2)), ellipse(np.array([[4.0, 0.0], [0.0, 1.0]]))
    assert circle.long == pytest.approx(circle.short)
    assert wide.turn == pytest.approx(0)
    assert wide.long == pytest.approx(2 * wide.short)


def test_a_level_that_is_no_probability_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        ellipse(np.eye(2), 1.0)
