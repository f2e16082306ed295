"""What may be done and shown in a vision round."""

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.vision import rules
from tests.fixtures.eyes import Eye, Held

TRAITS = st.lists(st.tuples(*[st.integers(-1, 4)] * 3), max_size=120)
TABLES = st.integers(2, 6).flatmap(
    lambda groups: st.lists(
        st.lists(st.integers(0, 30), min_size=groups, max_size=groups), min_size=1, max_size=5
    )
)


def of(*roles: str, **more: Any) -> Eye:
    return Eye(tuple(map(Held, roles)), **more)


@given(TRAITS, st.integers(5, 9))
def test_T3_no_combination_of_traits_holds_fewer_than_the_threshold(
    traits: list[tuple[int, ...]], least: int
) -> None:
    made = rules.coarsened(traits, least)
    assert len(made) == len(traits)
    if len(traits) >= least:
        assert min(Counter(made).values()) >= least
    else:
        assert set(made) <= {(-1, -1, -1)}


@given(TRAITS, st.integers(5, 9))
def test_coarsening_only_ever_says_less(traits: list[tuple[int, ...]], least: int) -> None:
    for before, after in zip(traits, rules.coarsened(traits, least), strict=True):
        assert all(new in {old, rules.UNSTATED} for old, new in zip(before, after, strict=True))


def test_large_combinations_keep_all_their_traits() -> None:
    traits = [(0, 1, -1)] * 9 + [(0, 2, -1)] * 8 + [(0, 3, 4)] * 4 + [(0, 3, 5)] * 3
    made = rules.coarsened(traits, 7)
    assert made[:17] == traits[:17]
    assert made[17:] == [(0, 3, -1)] * 7


def test_those_who_are_still_too_few_take_the_smallest_combination_with_them() -> None:
    traits = [(0, 1, -1)] * 9 + [(0, 2, -1)] * 8 + [(0, 3, 5)] * 2
    assert rules.coarsened(traits, 7) == [(0, 1, -1)] * 9 + [(-1, -1, -1)] * 10


@given(TABLES)
def test_T3_no_small_cell_is_shown_or_derived_by_subtracting_the_shown_from_the_total(
    table: list[list[int]],
) -> None:
    seen = np.array(table).T
    mask = rules.hidden(seen, 7)
    assert not (mask < (seen < 7)).any()
    for column in range(seen.shape[1]):
        left = seen[mask[:, column], column].sum()
        assert left == 0 or left >= 7 or mask[:, column].all()


def test_a_table_with_large_cells_is_shown_whole() -> None:
    assert not rules.hidden(np.array([[9, 12], [30, 7]]), 7).any()


def test_T3_one_small_cell_takes_the_smallest_shown_one_with_it() -> None:
    assert rules.hidden(np.array([[3], [40], [9]]), 7).tolist() == [[True], [False], [True]]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 2)), max_size=60))
def test_T3_votes_are_counted_at_least_a_threshold_of_each_combination_at_a_time(
    traits: list[tuple[int, ...]],
) -> None:
    fresh = list(enumerate(traits))
    ready = rules.ripe(fresh, 7)
    assert all(many >= 7 for many in Counter(traits[ballot] for ballot in ready).values())


def test_what_remains_is_counted_when_voting_ends() -> None:
    assert rules.ripe([(4, (0, 1)), (9, (2, 2))], 7, last=True) == [4, 9]


def test_the_threshold_never_falls_under_the_floor() -> None:
    assert [rules.threshold_of(wished) for wished in (1, 5, 7, 20)] == [5, 5, 7, 20]


@pytest.mark.parametrize("role", ["city_director", "communicator", "administrator"])
def test_those_who_steer_open_rounds(role: str) -> None:
    assert rules.may_open(of(role))


@pytest.mark.parametrize("role", ["employee", "manager", "elected", "union", "hr", "auditor"])
def test_others_do_not_open_rounds(role: str) -> None:
    assert not rules.may_open(of(role))


def test_staff_vote_while_voting_is_open_and_not_paused() -> None:
    employee = of("employee")
    assert rules.may_vote(employee, "vote", paused=False, public=False)
    assert not rules.may_vote(employee, "vote", paused=True, public=False)
    assert not rules.may_vote(employee, "gather", paused=False, public=True)


def test_residents_vote_only_where_the_round_is_open_to_them() -> None:
    resident = of(signed_in=False)
    assert rules.may_vote(resident, "vote", paused=False, public=True)
    assert not rules.may_vote(resident, "vote", paused=False, public=False)


def test_a_member_speaks_for_the_own_party_alone() -> None:
    member = of("elected", party_id=3)
    assert rules.may_endorse(member, "endorse", 3)
    assert not rules.may_endorse(member, "endorse", 4)
    assert not rules.may_endorse(member, "vote", 3)
    assert not rules.may_endorse(of("manager"), "endorse", None)


def test_votes_leave_the_house_only_after_the_close() -> None:
    assert rules.may_export(of("administrator"), closed=True)
    assert not rules.may_export(of("administrator"), closed=False)
    assert not rules.may_export(of("employee"), closed=True)


def test_a_decided_round_goes_nowhere() -> None:
    assert rules.next_phase("decided") is None
    assert rules.earlier_phases("decided") == ()
    assert rules.earlier_phases("gather") == ("collect", "vote")


def test_a_word_from_before_the_election_is_asked_for_again() -> None:
    assert rules.needs_reaffirming(date(2026, 3, 1), date(2026, 9, 13))
    assert not rules.needs_reaffirming(date(2026, 10, 1), date(2026, 9, 13))
    assert not rules.needs_reaffirming(date(2026, 3, 1), None)


def test_unanimity_asks_every_party_without_reservation() -> None:
    assert rules.is_unanimous(["for"] * 3, 3)
    assert not rules.is_unanimous(["for"] * 2, 3)
    assert not rules.is_unanimous(["for", "reservation", "for"], 3)
    assert not rules.is_unanimous([], 0)


@given(st.binary(max_size=12), st.integers(0, 40), st.sampled_from([1, 0, -1]))
def test_T1_a_slot_holds_one_choice_however_often_it_is_set(values: bytes, slot: int, choice: int) -> None:
    once = rules.marked(values, slot, choice)
    assert rules.marked(rules.marked(values, slot, -1), slot, choice) == once
    assert rules.choice_at(once, slot) == choice
    assert len(once) == max(len(values), slot + 1)


def test_what_was_never_seen_is_nothing_and_not_a_pass() -> None:
    values = rules.marked(b"", 2, 0)
    assert [rules.choice_at(values, slot) for slot in range(4)] == [None, None, 0, None]


def test_T2_a_key_leads_nowhere_without_the_secret() -> None:
    keys = {rules.key_of(secret, f"person:{n}") for secret in (b"a" * 32, b"b" * 32) for n in range(50)}
    assert len(keys) == 100
    assert not any("person" in key or key.isdecimal() for key in keys)
