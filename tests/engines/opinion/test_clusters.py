"""Clusters of points."""

import numpy as np
import pytest

from ledstjarna.engines.opinion.clusters import (
    distances,
    kmeans,
    means,
    nearest,
    silhouette,
    squared_distances,
)

LINE = np.array([[0.0], [1.0], [10.0], [11.0]])


def test_two_clumps_are_found() -> None:
    found = kmeans(LINE, 2, np.random.default_rng(1))
    assert sorted(found.centre[:, 0].tolist()) == [0.5, 10.5]
    assert found.label[0] == found.label[1] != found.label[2] == found.label[3]
    assert found.cost == pytest.approx(1.0)


def test_a_silhouette_worked_by_hand() -> None:
    # Outer points: (10.5 - 1) / 10.5; inner points: (9.5 - 1) / 9.5.
    score = silhouette(distances(LINE), np.array([0, 0, 1, 1]), 2)
    assert score == pytest.approx((9.5 / 10.5 + 8.5 / 9.5) / 2)


def test_a_cluster_of_one_counts_nothing() -> None:
    score = silhouette(distances(LINE[:3]), np.array([0, 0, 1]), 2)
    assert score == pytest.approx((9 / 10 + 8 / 9) / 3)


def test_one_cluster_has_no_silhouette() -> None:
    assert silhouette(distances(LINE), np.zeros(4, dtype=np.int64), 1) == 0


def test_an_empty_cluster_keeps_its_centre() -> None:
    moved = means(LINE, np.array([0, 0, 0, 0]), np.array([[0.0], [99.0]]))
    assert moved[:, 0].tolist() == [5.5, 99.0]


def test_weights_pull_a_mean() -> None:
    moved = means(LINE, np.zeros(4, dtype=np.int64), np.zeros((1, 1)), np.array([1.0, 0, 0, 1.0]))
    assert moved[0, 0] == 5.5


def test_nearest_is_the_least_distance() -> None:
    rng = np.random.default_rng(2)
    points, centres = rng.normal(size=(50, 3)), rng.normal(size=(4, 3))
    assert nearest(points, centres).tolist() == squared_distances(points, centres).argmin(axis=1).tolist()


def test_more_clusters_than_different_points_are_no_trouble() -> None:
    found = kmeans(np.zeros((5, 2)), 3, np.random.default_rng(1))
    assert found.cost == 0
