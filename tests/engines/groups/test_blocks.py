"""People who must be together."""

import numpy as np

from ledstjarna.engines.groups.blocks import blocks_of, links, path

TIES = np.array([(5, 1), (1, 3), (8, 2)])


def test_pairs_tie_people_into_blocks() -> None:
    assert [block.tolist() for block in blocks_of(TIES, 9)] == [[1, 3, 5], [2, 8]]
    assert blocks_of(TIES[:0], 9) == []


def test_a_path_tells_who_ties_one_to_another() -> None:
    assert path(TIES, 5, 3) == [(5, 1), (1, 3)]
    assert path(TIES, 3, 3) == []


def test_links_reach_everyone_in_a_block_and_nobody_else() -> None:
    assert sorted(links(TIES, 3)) == [1, 3, 5]
