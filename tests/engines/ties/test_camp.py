"""What a camp does to the silos is a range, and the range holds what it says."""

import numpy as np
import pytest

from ledstjarna.engines.ties import camp, network_from
from tests.engines.ties.cases import town


def meetings(seed: int, people: int = 60, many: int = 400) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    pairs = rng.integers(0, people, (many, 2))
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    return pairs[:, 0], pairs[:, 1]


def test_the_expected_index_is_the_formula_of_expected_ties() -> None:
    made = network_from(4, [0], [1], [0, 0, 1, 1], minimum=0)
    found = camp(made, [0, 1, 0], [2, 3, 1], rng=np.random.default_rng(1), low=0.5, high=0.5)
    assert (found.before, found.meetings, found.across, found.new_ties) == (-1, 3, 2, 1)
    assert found.expected == pytest.approx((0 + 1 - 1) / (1 + 1))


def test_a_camp_that_mixes_lowers_the_silos() -> None:
    found = camp(town(inward=0.9), *meetings(1), rng=np.random.default_rng(1))
    assert found.before is not None
    assert found.before < found.low < found.expected < found.high


def test_the_interval_holds_about_as_often_as_it_says() -> None:
    """80 in 100 is promised; of 200 camps 140 to 180 is within four standard errors."""
    network, met = town(), meetings(2)
    found = camp(network, *met, rng=np.random.default_rng(1))
    rng = np.random.default_rng(9)
    one = camp(network, *met, rng=rng, low=0.06, high=0.06, coverage=0.999, simulations=50)
    assert found.low <= one.expected <= found.high
    inside = 0
    for _ in range(200):
        chance = rng.uniform(0.02, 0.10)
        drawn = camp(network, *met, rng=rng, low=chance, high=chance, coverage=0.01, simulations=1)
        inside += found.low <= drawn.low <= found.high
    assert 140 <= inside <= 180


def test_who_is_tied_already_makes_no_new_tie() -> None:
    made = network_from(4, [0], [1], [0, 0, 1, 1], minimum=0)
    found = camp(made, [1], [0], rng=np.random.default_rng(1), low=1, high=1)
    assert (found.new_ties, found.expected) == (0, -1)


@pytest.mark.parametrize(
    ("more", "words"),
    [({"low": 0.5, "high": 0.1}, "in order"), ({"coverage": 1.0}, "coverage")],
)
def test_what_cannot_be_is_refused(more: dict[str, float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        camp(town(), [0], [1], rng=np.random.default_rng(1), **more)  # type: ignore[arg-type]


def test_nobody_tied_and_nobody_met_is_nothing_to_tell() -> None:
    with pytest.raises(ValueError, match="nothing to tell"):
        camp(network_from(2, [], [], [0, 1]), [], [], rng=np.random.default_rng(1))
