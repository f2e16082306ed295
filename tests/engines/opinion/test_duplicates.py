"""Statements that say the same are found by their words and their votes together."""

import numpy as np
import pytest

from ledstjarna.engines.opinion import Votes, duplicates, votes_from_matrix
from ledstjarna.engines.opinion.duplicates import likeness

TEXTS = (
    "Fler bussar på kvällen",
    "Fler bussar på kvällarna!",
    "Inga fler bussar på kvällen",
    "Skolmaten ska lagas på plats",
    "Låt skolmaten lagas på plats i köket",
)


def _votes(*columns: list[int]) -> Votes:
    return votes_from_matrix(np.array(columns).T)


def _halves(people: int = 60, noise: int = 0) -> list[int]:
    return [(1 if person % 2 else -1) * (-1 if person < noise else 1) for person in range(people)]


def test_near_equal_texts_are_proposed_before_anybody_has_voted() -> None:
    texts = ("More buses at night", "more buses, at night!", "Cleaner parks")
    (found,) = duplicates(texts, _votes([-128], [-128], [-128]))
    assert (found.first, found.second, found.both) == (0, 1, 0)
    assert found.text == pytest.approx(1)
    assert (found.lower, found.upper) == (-1, 1)


def test_votes_that_contradict_take_the_proposal_back() -> None:
    texts = ("More buses at night", "More buses at night?")
    against = [-vote for vote in _halves()]
    assert duplicates(texts, _votes(_halves(), against)) == ()
    assert len(duplicates(texts, _votes(_halves(), _halves()))) == 1


def test_texts_that_are_merely_alike_need_votes_that_say_so() -> None:
    silent = _votes(*[[-128] * 60] * 5)
    assert (3, 4) not in {(pair.first, pair.second) for pair in duplicates(TEXTS, silent)}
    same, other = _halves(noise=3), [1, 1, -1, -1] * 15
    votes = _votes(_halves(), same, [-vote for vote in same], other, other)
    assert {(pair.first, pair.second) for pair in duplicates(TEXTS, votes)} == {(0, 1), (3, 4)}


def test_texts_that_have_nothing_in_common_are_never_proposed() -> None:
    assert duplicates(("Fler bussar", "Renare vatten"), _votes(_halves(), _halves())) == ()


def test_votes_that_all_say_the_same_tell_nothing() -> None:
    (found,) = duplicates(("More buses", "more buses"), _votes([1] * 60, [1] * 60))
    assert (found.kappa, found.lower, found.upper, found.both) == (0, -1, 1, 60)


def test_kappa_is_the_concordance_of_the_two_votes() -> None:
    one, other = np.array(_halves()), np.array(_halves(noise=6))
    (found,) = duplicates(("More buses", "more buses"), _votes(one.tolist(), other.tolist()))
    expected = (
        2 * np.cov(one, other, bias=True)[0, 1] / (one.var() + other.var() + (one.mean() - other.mean()) ** 2)
    )
    assert found.kappa == pytest.approx(expected)
    assert found.lower < found.kappa < found.upper


def test_likeness_is_one_for_equal_words_and_none_without_words() -> None:
    table = likeness(["Bättre luft", "bättre LUFT.", "", "12 ö"]).toarray()
    assert table[0, 1] == pytest.approx(1)
    assert table[2].tolist() == [0, 0, 0, 0]
    assert table[3, 3] == pytest.approx(1)


def test_texts_must_be_one_for_each_statement() -> None:
    with pytest.raises(ValueError, match="2 statements and 1 texts"):
        duplicates(("one",), _votes([1], [1]))
