"""The next statement is one that has not been answered, chosen by what the round learns from it."""

import numpy as np
import pytest

from ledstjarna.rooms.vision import actions, insight
from tests.rooms.vision.conftest import NOW, Town, round_of, statements_of

pytestmark = pytest.mark.django_db


def test_an_answered_statement_is_never_asked_again(town: Town, voting: str) -> None:
    known = insight.tally(round_=round_of(voting), origin="staff")
    for seed in range(30):
        assert insight.next_statement(known, np.array([True, False, True]), seed=seed) == 1
    assert insight.next_statement(known, np.ones(3, dtype=bool), seed=1) is None


def test_the_same_voter_at_the_same_moment_is_asked_the_same(town: Town, voting: str) -> None:
    known = insight.tally(round_=round_of(voting), origin="staff")
    seen = np.zeros(3, dtype=bool)
    assert len({insight.next_statement(known, seen, seed=4) for _ in range(5)}) == 1
    assert len({insight.next_statement(known, seen, seed=seed) for seed in range(40)}) == 3


def test_the_tally_holds_the_counted_votes(town: Town, voting: str) -> None:
    for viewer in town.staff:
        actions.cast(ref=voting, statement=statements_of(voting)[1], choice=-1, viewer=viewer, now=NOW)
    actions.count(now=NOW)
    known = insight.tally(round_=round_of(voting), origin="staff")
    assert known.seen.sum() <= 40
    assert known.agree.sum() == 0
