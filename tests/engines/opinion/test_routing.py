"""The next statement."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.worlds import PASSES, SHARES, world
from ledstjarna.engines.opinion import Router, Tally, analyse, next_statement, tally_of, votes_from_matrix
from ledstjarna.engines.opinion.intervals import wilson
from tests.engines.opinion.cases import two_camps


def _tally(agree: list[list[int]], disagree: list[list[int]]) -> Tally:
    yes, no = np.array(agree), np.array(disagree)
    return Tally(yes, no, yes + no)


def _empty(groups: int, statements: int) -> Tally:
    return Tally(*(np.zeros((groups, statements), dtype=np.int64) for _ in range(3)))


@given(
    st.lists(st.booleans(), min_size=1, max_size=30), st.integers(0, 99), st.sampled_from([None, -1, 0, 1])
)
def test_only_what_was_not_seen_is_shown(seen: list[bool], seed: int, group: int | None) -> None:
    shown = next_statement(_empty(2, len(seen)), np.array(seen), group=group, rng=np.random.default_rng(seed))
    assert shown is None if all(seen) else not seen[shown or 0]


def test_it_works_before_anybody_has_voted() -> None:
    rng = np.random.default_rng(1)
    first = {next_statement(_empty(0, 5), np.zeros(5, dtype=bool), group=None, rng=rng) for _ in range(100)}
    assert first == {0, 1, 2, 3, 4}


def test_the_same_dice_show_the_same_statement() -> None:
    tally = _tally([[5, 1, 9]] * 2, [[1, 5, 2]] * 2)
    shown = [
        next_statement(tally, np.zeros(3, dtype=bool), group=0, rng=np.random.default_rng(7))
        for _ in range(3)
    ]
    assert len(set(shown)) == 1


def test_what_the_many_like_and_the_few_reject_is_left_for_what_all_may_like() -> None:
    agree, disagree = np.full((2, 40), 30), np.full((2, 40), 10)
    agree[0, :20], disagree[0, :20] = 400, 1
    agree[1, :20], disagree[1, :20] = 1, 39
    tally, seen = Tally(agree, disagree, agree + disagree), np.zeros(40, dtype=bool)
    rng = np.random.default_rng(1)
    shown = [next_statement(tally, seen, group=1, rng=rng) for _ in range(200)]
    assert min(number for number in shown if number is not None) >= 20


def test_a_statement_under_the_floor_is_shown_to_the_group_that_lacks_it() -> None:
    tally = _tally([[0, 30, 30]], [[4, 0, 0]])
    many = Tally(
        *(np.repeat(part, [1, 20, 20], axis=1) for part in (tally.agree, tally.disagree, tally.seen))
    )
    rng = np.random.default_rng(1)
    shown = [next_statement(many, np.zeros(41, dtype=bool), group=0, rng=rng) for _ in range(400)]
    assert 60 < shown.count(0) < 140
    met = [next_statement(many, np.zeros(41, dtype=bool), group=0, rng=rng, floor=4) for _ in range(400)]
    assert met.count(0) == 0


def test_to_cover_is_to_show_what_the_group_has_heard_least() -> None:
    tally = _tally([[9, 9, 2], [1, 9, 9]], [[0, 0, 0], [0, 0, 0]])
    seen, rng = np.zeros(3, dtype=bool), np.random.default_rng(1)
    assert next_statement(tally, seen, group=0, rng=rng, purpose="cover") == 2
    assert next_statement(tally, seen, group=1, rng=rng, purpose="cover") == 0
    assert next_statement(tally, seen, group=None, rng=rng, purpose="cover") == 0


def test_to_map_is_to_show_what_tells_groups_apart() -> None:
    agree, disagree = np.full((2, 40), 50), np.full((2, 40), 50)
    agree[0, :10], disagree[0, :10], agree[1, :10], disagree[1, :10] = 99, 1, 1, 99
    agree[:, 30:], disagree[:, 30:] = 0, 100
    tally, rng = Tally(agree, disagree, agree + disagree), np.random.default_rng(1)
    seen = np.zeros(40, dtype=bool)
    shown = {next_statement(tally, seen, group=0, rng=rng, purpose="map") for _ in range(50)}
    assert shown <= set(range(10))


def test_a_tally_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="one place for each statement"):
        next_statement(_empty(1, 3), np.zeros(4, dtype=bool), group=0, rng=np.random.default_rng(1))


def test_the_tally_of_an_analysis_is_its_counts() -> None:
    seen = analyse(votes_from_matrix(two_camps()))
    tally = tally_of(seen.counts["opinion"])
    assert tally.seen.sum() == 400
    assert np.array_equal(tally.agree + tally.disagree, tally.seen)


def _recall(seed: int, *, routed: bool) -> float:
    """Share of the true top 20 that 1,000 people with six votes each find among 150 statements."""
    planted, rng = world(1000, 150, 0.1, seed=seed), np.random.default_rng(seed)
    tally = _empty(len(SHARES), 150)
    for group in planted.group.tolist():
        seen = np.zeros(150, dtype=bool)
        for _ in range(6):
            shown = next_statement(tally, seen, group=group, rng=rng) if routed else None
            statement = int(rng.choice(np.flatnonzero(~seen))) if shown is None else shown
            seen[statement] = True
            tally.seen[group, statement] += 1
            if rng.random() > PASSES:
                agrees = rng.random() < planted.truth[group, statement]
                (tally.agree if agrees else tally.disagree)[group, statement] += 1
    bound = wilson(tally.agree, tally.agree + tally.disagree)[0].min(axis=0)
    return len(set(np.argsort(-bound, kind="stable")[:20].tolist()) & planted.best(20)) / 20


def test_routing_finds_more_of_what_unites_with_the_same_votes() -> None:
    routed = np.mean([_recall(seed, routed=True) for seed in range(4)])
    by_lot = np.mean([_recall(seed, routed=False) for seed in range(4)])
    assert routed > by_lot + 0.1


def _settled(statements: int) -> Tally:
    """Four statements that all agree with, surely; on a fifth one group stands at the edge."""
    agree = np.full((2, statements), 60)
    disagree = np.full((2, statements), 5)
    agree[1, -1], disagree[1, -1] = 36, 26
    return Tally(agree, disagree, agree + disagree)


def test_every_choice_tells_why_it_was_made() -> None:
    tally, rng = _settled(30), np.random.default_rng(1)
    seen = np.zeros(30, dtype=bool)
    for purpose in ("unite", "map", "cover"):
        shown = Router(tally, purpose=purpose).next(seen, group=0, rng=rng)
        assert shown is not None
        assert shown.reason == purpose
    under = Router(tally, floor=1000)
    reasons = {shown.reason for _ in range(60) if (shown := under.next(seen, group=0, rng=rng))}
    assert reasons == {"unite", "cover"}


def test_seeds_come_first_and_fade_as_votes_come_in() -> None:
    seeds, rng = np.arange(30) < 3, np.random.default_rng(1)
    seen = np.zeros(30, dtype=bool)

    def often(votes: int) -> float:
        table = np.full((2, 30), votes)
        router = Router(Tally(table, table, 2 * table), seeds=seeds)
        shown = [router.next(seen, group=0, rng=rng) for _ in range(300)]
        assert all(one.statement < 3 for one in shown if one and one.reason == "seed")
        return float(np.mean([one is not None and one.reason == "seed" for one in shown]))

    first, later, last = (often(votes) for votes in (0, 3, 300))
    assert first == 1
    assert 0.2 < later < 0.7
    assert last < 0.05


def test_when_no_answer_can_change_anything_nothing_is_open() -> None:
    router, seen = Router(_settled(5)), np.zeros(5, dtype=bool)
    assert router.open(seen, group=0).tolist() == []
    assert router.open(seen, group=1).tolist() == [4]
    assert router.open(seen, group=None).tolist() == [4]
    assert router.open(np.arange(5) == 4, group=1).tolist() == []


def test_what_a_group_was_not_heard_on_is_open_to_it_and_all_is_before_anybody_voted() -> None:
    tally = _settled(5)
    tally.seen[0, 2] = 4
    assert Router(tally).open(np.zeros(5, dtype=bool), group=0).tolist() == [2]
    assert Router(_empty(0, 3)).open(np.zeros(3, dtype=bool), group=None).tolist() == [0, 1, 2]


@given(
    agree=st.lists(st.integers(0, 40), min_size=2, max_size=2),
    disagree=st.lists(st.integers(0, 40), min_size=2, max_size=2),
    coming=st.lists(st.booleans(), min_size=1, max_size=5),
)
def test_answers_to_what_is_not_open_change_no_verdict(
    agree: list[int], disagree: list[int], coming: list[bool]
) -> None:
    def unites(yes: np.ndarray, no: np.ndarray) -> bool:
        return bool((wilson(yes, yes + no)[0] > 0.5).all())

    yes, no = np.array(agree)[:, None], np.array(disagree)[:, None]
    if Router(Tally(yes, no, yes + no)).open(np.zeros(1, dtype=bool), group=0).size:
        return
    more = np.array([[sum(coming)], [0]]), np.array([[len(coming) - sum(coming)], [0]])
    assert unites(yes + more[0], no + more[1]) == unites(yes, no)
    assert unites(no + more[1], yes + more[0]) == unites(no, yes)


def test_seeds_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="seeds must have one place"):
        Router(_empty(1, 3), seeds=np.zeros(4, dtype=bool))


def test_what_a_group_may_think_lies_around_its_votes_and_everyones() -> None:
    router = Router(_tally([[8], [0]], [[2], [0]]))
    everyone = 9 / 12
    heard, silent = (8 + 3 * everyone) / 13, everyone
    assert router._middle[:, 0] == pytest.approx([heard, silent])
    assert router._spread[:, 0] == pytest.approx(
        [math.sqrt(heard * (1 - heard) / 14), math.sqrt(silent * (1 - silent) / 4)]
    )


def test_what_is_drawn_scatters_around_what_a_group_may_think() -> None:
    tally = Tally(*(np.tile(part, (1, 30)) for part in (np.array([[9]]), np.array([[9]]), np.array([[18]]))))
    rng, seen = np.random.default_rng(1), np.zeros(30, dtype=bool)
    shown = {found.statement for _ in range(300) if (found := Router(tally).next(seen, group=0, rng=rng))}
    assert len(shown) == 30
