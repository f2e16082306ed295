"""Places to draw, told in the caller's numbers."""

import numpy as np

from ledstjarna.engines.opinion import analyse, votes_from_matrix
from tests.engines.opinion.cases import small_world, two_camps


def test_camps_are_drawn_on_either_side() -> None:
    seen = analyse(votes_from_matrix(two_camps()))
    side = np.sign(seen.position[:, 0])
    assert (side[:20] == side[0]).all()
    assert (side[20:] == -side[0]).all()


def test_who_voted_more_is_placed_more_surely() -> None:
    planted = small_world()
    cast = (planted.matrix != -128).sum(axis=1)
    seen = analyse(votes_from_matrix(planted.matrix))
    sure = seen.position_sd[:, 0]
    assert sure[cast > 50].max() < sure[cast < 8].min()


def test_those_of_one_group_are_drawn_together() -> None:
    seen = analyse(votes_from_matrix(small_world().matrix))
    spread = [seen.position[seen.group == group].var(axis=0).sum() for group in range(seen.groups)]
    assert max(spread) < seen.position.var(axis=0).sum() / 2
