"""Strands come and go."""

import numpy as np

from ledstjarna.engines.reach.links import grown, links_of
from tests.engines.reach.cases import woven


def test_an_array_has_room_for_twice_as_much_when_it_grows() -> None:
    array = np.array([[1, 2, 3]], dtype=np.int32)
    assert grown(array, 3, -1) is array
    assert grown(array, 4, -1).tolist() == [[1, 2, 3, -1, -1, -1]]
    assert grown(array, 9, 0).shape == (1, 9)


def test_strands_are_found_at_both_their_ends_until_they_are_taken_out() -> None:
    links = links_of(woven("1>0 2>0 2>1"))
    assert (links.up.of(2), links.down.of(0)) == ([1, 2], [0, 1])
    assert links.link(2, 0, 7, 0.5) == 3
    assert (links.up.of(2), links.down.of(0)) == ([3, 1, 2], [3, 0, 1])
    assert (links.strand_type[3], links.strength[3]) == (7, 0.5)
    links.unlink(1)
    assert (links.up.of(2), links.down.of(0)) == ([3, 2], [3, 0])
    links.unlink(3)
    links.unlink(2)
    assert (links.up.of(2), links.down.of(1), links.down.of(0)) == ([], [], [0])
    assert links.there[:4].tolist() == [True, False, False, False]
    assert links.bare().tolist() == [False, False, True]
    assert links.add_node() == 3
    assert links.bare().tolist() == [False, False, True, True]
