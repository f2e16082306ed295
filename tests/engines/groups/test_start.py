"""A first seating."""

import numpy as np

from ledstjarna.engines.groups.matching import Shortage
from ledstjarna.engines.groups.start import Task, first_seating
from tests.engines.groups.cases import dice


def _task(people: int, groups: int, size: int, **given: object) -> Task:
    full: dict[str, object] = {
        "there": np.arange(people),
        "can": np.ones((people, groups), dtype=bool),
        "lower": np.full(groups, size),
        "upper": np.full(groups, size),
        "blocks": (),
    }
    return Task(**(full | given))  # type: ignore[arg-type]


def test_units_are_dealt_out_evenly() -> None:
    unit = np.repeat(np.arange(6), 4)
    found = first_seating(_task(24, 4, 6), unit, dice())
    assert isinstance(found, np.ndarray)
    assert (np.bincount(unit * 4 + found) == 1).all()


def test_blocks_are_seated_together_and_others_around_them() -> None:
    blocks = (np.array([0, 5, 7]), np.array([1, 2]))
    found = first_seating(_task(9, 3, 3, blocks=blocks), np.zeros(9, dtype=np.int64), dice())
    assert isinstance(found, np.ndarray)
    assert len({*found[[0, 5, 7]]}) == len({*found[[1, 2]]}) == 1
    assert np.bincount(found).tolist() == [3, 3, 3]


def test_those_who_are_not_there_have_no_group() -> None:
    found = first_seating(_task(5, 2, 2, there=np.array([0, 1, 3, 4])), np.zeros(5, dtype=np.int64), dice())
    assert isinstance(found, np.ndarray)
    assert found[2] == -1
    assert sorted(found.tolist()) == [-1, 0, 0, 1, 1]


def test_too_few_seats_are_shown() -> None:
    can = np.ones((4, 2), dtype=bool)
    can[:3, 1] = False
    found = first_seating(_task(4, 2, 2, can=can), np.zeros(4, dtype=np.int64), dice())
    assert found == Shortage((3,), (1,), True)


def test_blocks_without_room_are_given_up() -> None:
    blocks = (np.array([0, 1]), np.array([2, 3]), np.array([4, 5]))
    assert first_seating(_task(6, 2, 3, blocks=blocks), np.zeros(6, dtype=np.int64), dice()) is None


def test_where_even_sizes_fail_uneven_ones_are_tried() -> None:
    can = np.ones((6, 2), dtype=bool)
    can[:4, 1] = False
    task = _task(6, 2, 3, can=can, lower=np.array([2, 2]), upper=np.array([4, 4]))
    found = first_seating(task, np.zeros(6, dtype=np.int64), dice())
    assert isinstance(found, np.ndarray)
    assert found.tolist() == [0, 0, 0, 0, 1, 1]
