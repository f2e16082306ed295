"""The same groups are followed from day to day, whatever number they have on each."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.worlds import world
from ledstjarna.engines.opinion import analyse, match_groups, timeline, votes_from_matrix
from ledstjarna.engines.opinion.timeline import until

VOTES = votes_from_matrix(world(900, 40, 0.6, seed=3).matrix)


@given(labels=st.lists(st.integers(0, 3), min_size=8, max_size=40), names=st.permutations(range(4)))
def test_groups_that_only_changed_their_numbers_are_recognised(labels: list[int], names: list[int]) -> None:
    before = np.array(labels)
    after = np.array(names)[before]
    found = match_groups(before, after)
    for old in set(labels):
        assert found[names[old]] == old


def test_a_group_that_split_goes_on_in_its_larger_part_and_the_other_is_new() -> None:
    assert match_groups(np.zeros(10, dtype=int), np.array([0] * 3 + [1] * 7)).tolist() == [-1, 0]


def test_people_who_were_not_placed_both_times_do_not_count() -> None:
    before, after = np.array([0, 0, -1, -1, 1]), np.array([1, 1, 0, 0, -1])
    assert match_groups(before, after).tolist() == [-1, 0]


def test_nothing_placed_is_nothing_matched() -> None:
    assert match_groups(np.array([-1, -1]), np.array([0, 0])).tolist() == [-1]
    assert match_groups(np.array([0]), np.array([-1])).tolist() == []


def test_each_step_is_the_answer_to_the_votes_until_then() -> None:
    day = np.random.default_rng(1).integers(0, 10, VOTES.total)
    first, second, last = timeline(VOTES, day, [4, 7, 9])
    assert first.votes == (day <= 4).sum()
    assert last.votes == VOTES.total
    assert last.seen.group.tolist() == analyse(VOTES).group.tolist()
    assert first.identity == tuple(range(first.seen.groups))
    both = (second.seen.group >= 0) & (last.seen.group >= 0)
    kept = (
        np.array(second.identity)[second.seen.group[both]] == np.array(last.identity)[last.seen.group[both]]
    )
    assert kept.mean() > 0.85


def test_a_group_that_is_new_gets_a_number_nobody_had() -> None:
    flat = votes_from_matrix(np.ones((60, 10), dtype=np.int8))
    split = np.ones((60, 10), dtype=np.int8)
    split[30:] = -1
    answers = iter([analyse(flat), analyse(votes_from_matrix(split))])
    _, later = timeline(flat, np.zeros(600, dtype=int), [0, 1], look=lambda _: next(answers))
    assert len(set(later.identity)) == later.seen.groups == 2
    assert 1 in later.identity


def test_days_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="per vote"):
        timeline(VOTES, [1, 2], [1])
    with pytest.raises(ValueError, match="must rise"):
        timeline(VOTES, np.zeros(VOTES.total, dtype=int), [2, 2])


def test_a_pair_is_the_same_group_from_half_in_common_on() -> None:
    before = np.array([0, 0, 0, 0, 1, 1])
    assert match_groups(before, np.array([0, 0, 1, 1, 1, 1])).tolist() == [0, 1]
    assert match_groups(np.array([0, 0, 0]), np.array([0, 1, 2])).tolist() == [-1, -1, -1]
    with pytest.raises(ValueError, match=r"^before and after must be of the same people$"):
        match_groups(before, before[1:])


def test_the_matching_is_by_overlap_and_not_by_numbers() -> None:
    before = np.repeat([0, 1], [90, 10])
    after = np.concatenate([np.full(80, 0), np.full(10, 1), np.full(10, 1)])
    assert match_groups(before, after).tolist() == [0, 1]


def test_until_keeps_the_votes_of_each_person() -> None:
    votes = votes_from_matrix([[1, -1], [-128, 1], [0, 0]])
    some = until(votes, np.array([True, False, True, False, True]))
    assert some.start.tolist() == [0, 1, 2, 3]
    assert [some.person.tolist(), some.statement.tolist(), some.value.tolist()] == [
        [0, 1, 2],
        [0, 1, 1],
        [1, 1, 0],
    ]


def test_each_step_has_its_day_and_new_groups_get_new_numbers() -> None:
    flat = np.ones((60, 10), dtype=np.int8)
    split, turned = flat.copy(), flat.copy()
    split[30:], turned[::2] = -1, -1
    answers = iter([analyse(votes_from_matrix(one)) for one in (split, turned)])
    first, last = timeline(
        votes_from_matrix(flat), np.zeros(600, dtype=int), [3, 8], look=lambda _: next(answers)
    )
    assert (first.day, last.day) == (3, 8)
    assert first.identity == (0, 1)
    assert set(last.identity) == {2, 3}


def test_days_are_whole_numbers() -> None:
    with pytest.raises(ValueError, match=r"^day must be one whole number per vote$"):
        timeline(VOTES, np.zeros(VOTES.total), [1])
