"""Votes by group."""

import numpy as np

from ledstjarna.engines.opinion.counts import bounds_of, count_votes
from tests.engines.opinion.cases import votes_of


def test_each_kind_of_vote_is_counted_in_its_group() -> None:
    counts = count_votes(votes_of("+-. +o. -.. +++"), np.array([0, 0, 1, -1]), 2)
    assert counts.agree.tolist() == [[2, 0, 0], [0, 0, 0]]
    assert counts.disagree.tolist() == [[0, 1, 0], [1, 0, 0]]
    assert counts.passed.tolist() == [[0, 1, 0], [0, 0, 0]]
    assert counts.seen.tolist() == [[2, 2, 0], [1, 0, 0]]
    assert counts.stands.tolist() == [[2, 1, 0], [1, 0, 0]]
    assert counts.size.tolist() == [2, 1]


def test_a_share_is_among_those_who_take_a_stand() -> None:
    bounds = bounds_of(count_votes(votes_of("+ + - o o"), np.zeros(5, dtype=np.int64), 1))
    assert bounds.share[0, 0] == 2 / 3
    assert bounds.lower[0, 0] < 2 / 3 < bounds.upper[0, 0]
    assert bounds.disagree_lower[0, 0] == 1 - bounds.upper[0, 0]
