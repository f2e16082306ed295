"""Rules as they are given, and how they are named when they cannot all be kept."""

import numpy as np
import pytest

from ledstjarna.engines.groups import Infeasible, Limit, Rule, Weights, Wish, even_rounds, rules_from
from ledstjarna.engines.groups.rules import possible

ROUNDS = even_rounds(4, size=2, rounds=2)


def test_limits_and_fixed_places_say_where_each_can_be() -> None:
    can = np.array([[True, False]] + [[True, True]] * 3)
    rules = rules_from(ROUNDS, people=4, limits=[Limit("date", (can, can))], fixed=[(2, 1, 0)])
    assert possible(rules, 0, 4, 2).tolist() == [[True, False], [True, True], [True, True], [True, True]]
    assert possible(rules, 1, 4, 2)[2].tolist() == [True, False]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"apart": [(0, 9)]}, "apart, row 0"),
        ({"together": [(1, 1)]}, "together, row 0"),
        ({"limits": [Limit("date", (np.ones((4, 2), dtype=bool),))]}, "limit date: each round"),
        ({"fixed": [(0, 2, 0)]}, "fixed, row 0"),
        ({"wishes": [Wish(0)]}, "wish 0"),
        ({"wishes": [Wish(0, 0)]}, "wish 0"),
        ({"wishes": [Wish(0, 1), Wish(0, -1, ((0, 7),))]}, "wish 1"),
        ({"weights": Weights(unit=-1.0)}, "weight unit must be between 0"),
    ],
)
def test_what_does_not_fit_is_refused_by_row(given: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        rules_from(ROUNDS, people=4, **given)  # type: ignore[arg-type]


def test_a_conflict_says_its_rules_in_one_sentence() -> None:
    error = Infeasible((Rule("limit", (3, 4), 2, name="date"), Rule("size", (), 2, 5)))
    assert "limit date of 3/4 round 2, size group 5 round 2" in str(error)
    assert error.proven
