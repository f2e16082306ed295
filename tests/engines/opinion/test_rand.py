"""The adjusted Rand index."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.opinion import adjusted_rand

LABELS = st.lists(st.integers(0, 3), min_size=2, max_size=12)


def test_a_case_worked_by_hand() -> None:
    # Pairs together: 2 in both, 4 in the one, 2 in the other, of 10: (2 - 0.8) / (3 - 0.8).
    assert adjusted_rand([0, 0, 0, 1, 1], [0, 0, 1, 2, 2]) == pytest.approx(1.2 / 2.2)


@given(LABELS)
def test_the_same_groups_agree_under_any_names(labels: list[int]) -> None:
    assert adjusted_rand(labels, [7 - label for label in labels]) == 1.0


@given(LABELS, st.randoms(use_true_random=False))
def test_agreement_is_mutual(labels: list[int], chance: object) -> None:
    other = list(labels)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert adjusted_rand(labels, other) == pytest.approx(adjusted_rand(other, labels))


def test_groups_by_lot_agree_no_more_than_chance() -> None:
    rng = np.random.default_rng(1)
    assert abs(adjusted_rand(rng.integers(0, 4, 5000), rng.integers(0, 4, 5000))) < 0.01


def test_different_people_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="same people"):
        adjusted_rand([0, 1], [0, 1, 2])


def test_nobody_to_compare_is_agreement() -> None:
    assert adjusted_rand([], []) == 1.0
