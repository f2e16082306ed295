"""The silo index is told beside what chance would have."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given

from ledstjarna.engines.ties import Network, network_from, silos
from ledstjarna.engines.ties.silos import _index
from tests.engines.ties.cases import networks, town


def dice() -> np.random.Generator:
    return np.random.default_rng(1)


def test_the_index_is_ties_between_less_ties_within_over_all() -> None:
    made = network_from(4, [0, 2, 1], [1, 3, 2], [0, 0, 1, 1], weight=[2.0, 1.0, 1.0], minimum=0)
    found = silos(made, rng=dice())
    assert found.index == pytest.approx((1 - 3) / 4)
    assert found.unit_index.tolist() == pytest.approx([(1 - 2) / 3, (1 - 1) / 2])


@given(networks())
def test_the_expected_index_is_the_mean_over_every_way_to_deal(network: Network) -> None:
    if not len(network.first) or network.people > 6:
        return
    ways = [_index(network, network.unit[list(order)]) for order in permutations(range(network.people))]
    assert silos(network, rng=dice(), permutations=20).expected == pytest.approx(np.mean(ways))


def test_an_inward_town_is_below_chance_and_a_mixed_one_within_it() -> None:
    inward, mixed = (silos(town(inward=share), rng=dice()) for share in (0.8, 0.0))
    assert inward.index is not None
    assert inward.low is not None
    assert inward.rescaled is not None
    assert inward.chance is not None
    assert inward.index < inward.low
    assert inward.rescaled < -0.3
    assert inward.chance < 0.01
    assert mixed.index is not None
    assert mixed.low is not None
    assert mixed.high is not None
    assert mixed.low <= mixed.index <= mixed.high
    assert (np.diag(inward.matrix) > 1.5).all()


def test_ties_over_expected_are_one_in_the_mean_of_strengths() -> None:
    network = town()
    found = silos(network, rng=dice()).matrix
    strength = np.bincount(network.unit, np.asarray(network.adjacent.sum(axis=1)).ravel())
    wanted = np.outer(strength, strength) / strength.sum()
    assert (found * wanted).sum() == pytest.approx(strength.sum())


def test_the_pool_of_small_units_is_never_shown() -> None:
    made = network_from(20, [0, 1, 2, 18], [1, 2, 19, 19], [0] * 16 + [1, 1, 2, 2])
    found = silos(made, rng=dice())
    assert made.pooled
    assert np.isnan(found.unit_index[-1])
    assert np.isnan(found.matrix[-1]).all()


def test_without_ties_there_is_no_index() -> None:
    found = silos(network_from(3, [], [], [0, 0, 1], minimum=0), rng=dice())
    assert (found.index, found.chance) == (None, None)
    assert np.isnan(found.unit_index).all()


def test_the_same_dice_give_the_same_reference() -> None:
    assert silos(town(), rng=dice()).low == silos(town(), rng=dice()).low
    with pytest.raises(ValueError, match="20 or more"):
        silos(town(), rng=dice(), permutations=5)
