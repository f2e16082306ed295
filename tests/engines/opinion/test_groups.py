"""Groups that are there, and none that are not."""

import numpy as np
import pytest

from bench.worlds import world
from ledstjarna.engines.opinion import adjusted_rand, analyse, votes_from_matrix
from ledstjarna.engines.opinion.groups import Shape, assigned
from ledstjarna.engines.opinion.positions import believed
from tests.engines.opinion.cases import small_world, two_camps


def test_two_camps_are_two_groups() -> None:
    seen = analyse(votes_from_matrix(two_camps()))
    assert seen.size.tolist() == [20, 20]
    assert adjusted_rand(seen.group, np.repeat([0, 1], 20)) == 1
    assert seen.silhouette > 0.9


def test_groups_are_numbered_from_the_largest() -> None:
    seen = analyse(votes_from_matrix(small_world().matrix))
    assert seen.groups == 4
    assert seen.size.tolist() == sorted(seen.size.tolist(), reverse=True)
    assert np.bincount(seen.group[seen.group >= 0]).tolist() == seen.size.tolist()


@pytest.mark.parametrize("seed", range(6))
def test_where_everyone_is_alike_there_are_no_groups(seed: int) -> None:
    seen = analyse(votes_from_matrix(world(1500, 100, 0.25, seed=seed, shares=(1.0,)).matrix))
    assert seen.groups == 1
    assert seen.silhouette == 0
    assert seen.stability.tolist() == [1.0]


def test_T3_a_camp_under_the_minimum_is_never_shown_as_a_group() -> None:
    matrix = np.vstack([two_camps(30)[:30], two_camps(6)[6:]])
    assert analyse(votes_from_matrix(matrix), minimum=6).size.tolist() == [30, 6]
    assert analyse(votes_from_matrix(matrix), minimum=7).size.tolist() == [36]


@pytest.mark.parametrize("minimum", [7, 40, 150, 400])
def test_T3_no_group_is_under_the_minimum(minimum: int) -> None:
    seen = analyse(votes_from_matrix(small_world().matrix), minimum=minimum)
    assert seen.size.min() >= minimum


def test_those_with_too_few_votes_are_in_no_group() -> None:
    matrix = two_camps()
    matrix[0, 6:] = -128
    seen = analyse(votes_from_matrix(matrix), ballots=7)
    assert seen.group[0] == -1
    assert seen.size.sum() == 39
    assert analyse(votes_from_matrix(matrix), ballots=6).group[0] >= 0


def test_no_more_groups_are_formed_than_asked_for() -> None:
    assert analyse(votes_from_matrix(small_world().matrix), most=2).groups == 2
    assert analyse(votes_from_matrix(small_world().matrix), most=1).groups == 1


def test_a_person_belongs_where_their_votes_are_most_likely() -> None:
    shape = Shape(np.array([[-1.0], [1.0]]), np.array([[0.1]]), np.array([0.5, 0.5]))
    places = believed(np.array([[-3.0], [3.0], [0.1]]), np.full((3, 1, 1), 4.0))
    assert assigned(places, shape, np.ones(1)).tolist() == [0, 1, 1]


def test_who_says_nothing_is_taken_for_one_of_the_many() -> None:
    shape = Shape(np.array([[-1.0], [1.0]]), np.array([[0.1]]), np.array([0.8, 0.2]))
    silent = believed(np.zeros((1, 1)), np.zeros((1, 1, 1)))
    assert assigned(silent, shape, np.ones(1)).tolist() == [0]
