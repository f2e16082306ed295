"""Ballots become arrays, a row a ballot and a column a statement."""

from datetime import timedelta

import numpy as np
import pytest

from ledstjarna.rooms.vision import actions, insight
from ledstjarna.rooms.vision.insight.sheets import columns, joined
from tests.rooms.vision.conftest import NOW, Town, round_of, statements_of

pytestmark = pytest.mark.django_db


def test_a_ballot_shorter_than_the_round_is_unseen_beyond_its_end(town: Town, voting: str) -> None:
    actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=town.staff[0], now=NOW)
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    made = insight.sheet(round_id=round_of(voting).pk, origin="staff", width=3)
    assert made.values.shape == (44, 3)
    row = made.values[(made.values != insight.UNSEEN).any(axis=1)]
    assert row.tolist() == [[1, insight.UNSEEN, insight.UNSEEN]]


def test_who_votes_on_both_joined_statements_counts_once_by_the_one_that_remains(
    town: Town, voting: str
) -> None:
    first, second, _ = statements_of(voting)
    actions.merge(ref=second, into=first, viewer=town.director, now=NOW)
    found = columns(round_of(voting))
    unseen = insight.UNSEEN
    values = np.array([[1, -1, 0], [unseen, -1, unseen], [unseen, unseen, 1]], dtype=np.int8)
    assert joined(values, found).tolist() == [[1, 0], [-1, unseen], [unseen, 1]]
    assert values[0, 1] == -1


def test_T3_days_to_look_back_at_each_hold_enough_changed_ballots(town: Town, voting: str) -> None:
    statement = statements_of(voting)[0]
    for n, viewer in enumerate(town.staff):
        when = NOW + timedelta(days=n // 3)
        actions.cast(ref=voting, statement=statement, choice=1, viewer=viewer, now=when)
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    days = insight.days(round_=round_of(voting), origin="staff")
    assert days[-1] == 13
    voters = [sum(n // 3 <= day for n in range(40)) for day in days]
    assert all(later - earlier >= 7 for earlier, later in zip([0, *voters], voters[:-1], strict=False))
