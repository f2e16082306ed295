"""Compiled sums are those of the plain form, to the bit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.opinion import State, _kernels, analyse, votes_from_matrix


@given(seed=st.integers(0, 10_000), wide=st.integers(0, 3), more=st.integers(0, 4))
def test_compiled_sums_are_those_of_the_plain_form(seed: int, wide: int, more: int) -> None:
    rng = np.random.default_rng(seed)
    matrix = rng.choice([1, -1, 0, -128], (7, 5))
    votes = votes_from_matrix(matrix)
    said, seen = (rng.integers(-(2**40), 2**40, (5, columns)) for columns in (wide, wide + more))
    counted = np.where(matrix == -128, 0, matrix) @ np.pad(said, ((0, 0), (0, more)))
    expected = counted + (matrix != -128) @ seen
    assert _kernels.plain_sums(votes, said, seen).tolist() == expected.tolist()
    assert _kernels.sums(votes, said, seen).tolist() == expected.tolist()


def test_without_numba_the_plain_form_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    votes, one = votes_from_matrix([[1, 0]]), np.ones((2, 1), dtype=np.int64)
    monkeypatch.setattr(_kernels, "numba", None)
    assert _kernels.sums(votes, one, one).tolist() == [[3]]


def test_nothing_is_left_to_compile_when_votes_are_analysed() -> None:
    _kernels.warm()
    before = len(getattr(_kernels._summed, "signatures", ()))  # none where Numba is missing or told not to
    votes = votes_from_matrix(np.where(np.arange(600).reshape(60, 10) % 3 == 0, 1, -1))
    seen = analyse(votes)
    State(votes).fresh(seen.axes, seen.shape, np.ones(60, dtype=bool))
    assert len(getattr(_kernels._summed, "signatures", ())) == before
