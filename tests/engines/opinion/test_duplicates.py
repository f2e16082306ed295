"""Statements that say the same are found by their words and their votes together."""

import math
import re

import numpy as np
import pytest

from ledstjarna.engines.opinion import Votes, duplicates, votes_from_matrix
from ledstjarna.engines.opinion.duplicates import likeness
from ledstjarna.engines.opinion.intervals import SURE

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


def _by_definition(texts: list[str]) -> np.ndarray:
    """Cosines of TF-IDF weights over runs of three to five letters, one step at a time."""
    counted: list[dict[str, int]] = []
    for text in texts:
        grams: dict[str, int] = {}
        for word in re.findall(r"\w+", text.lower()):
            edged = f" {word} "
            for length in (3, 4, 5):
                runs = [edged[at : at + length] for at in range(len(edged) - length + 1)] or [edged]
                for run in runs:
                    grams[run] = grams.get(run, 0) + 1
        counted.append(grams)
    names = sorted({gram for grams in counted for gram in grams})
    weight = np.zeros((len(texts), len(names)))
    for row, grams in enumerate(counted):
        for gram, times in grams.items():
            known_by = sum(gram in other for other in counted)
            idf = math.log((1 + len(texts)) / (1 + known_by)) + 1
            weight[row, names.index(gram)] = (1 + math.log(times)) * idf
    length = np.linalg.norm(weight, axis=1)
    return (weight @ weight.T) / np.outer(length, length)


def test_likeness_is_the_cosine_of_weighted_letter_runs() -> None:
    texts = ["fler bussar, fler bussar", "fler bussar på natten", "ö", "natten är lång", "lång natt"]
    assert likeness(texts).toarray() == pytest.approx(_by_definition(texts))


def test_votes_are_heard_from_twenty_people_on() -> None:
    texts = ("More buses", "more buses")
    nineteen = duplicates(texts, _votes(_halves(19), _halves(19)))[0]
    twenty = duplicates(texts, _votes(_halves(20), _halves(20)))[0]
    assert (nineteen.lower, nineteen.upper, nineteen.kappa) == (-1, 1, 0)
    assert twenty.lower > 0.9


def test_that_one_is_liked_more_lowers_the_likeness_of_votes() -> None:
    one = np.array([1] * 20 + [-1] * 20)
    other = np.array([1] * 26 + [-1] * 14)
    (found,) = duplicates(("More buses", "more buses"), _votes(one.tolist(), other.tolist()))
    apart = one.mean() - other.mean()
    expected = 2 * np.cov(one, other, bias=True)[0, 1] / (one.var() + other.var() + apart**2)
    assert found.kappa == pytest.approx(expected)
    wide = SURE / np.sqrt(40 - 2)
    assert found.lower == pytest.approx(np.tanh(np.arctanh(expected) - wide))
    assert found.upper == pytest.approx(np.tanh(np.arctanh(expected) + wide))


def test_the_likeliest_pair_comes_first() -> None:
    texts = ("More buses at night", "More buses at nights", "Cleaner parks", "cleaner parks")
    found = duplicates(texts, _votes(*[[-128] * 3] * 4))
    assert [(pair.first, pair.second) for pair in found] == [(2, 3), (0, 1)]
    same, noisy = _halves(), _halves(noise=8)
    voted = duplicates(texts, _votes(same, same, same, noisy))
    assert voted[0].lower > voted[1].lower
