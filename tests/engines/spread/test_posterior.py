"""What is believed after what was seen."""

import numpy as np
import pytest
from scipy.optimize import minimize

from ledstjarna.engines.spread.exposure import history_of, units_from
from ledstjarna.engines.spread.posterior import Points, Prior, log_likelihood, posterior_of, simplex
from tests.engines.spread.cases import LESSON, NOT, SEEN, neighbours


def _point(own: float, heed: float, mix: tuple[float, ...], effect: tuple[float, ...] = ()) -> Points:
    return Points(np.array([own]), np.array([heed]), np.array([mix]), np.array([effect]), np.ones(1))


def test_the_likelihood_of_two_units_by_hand() -> None:
    # unit 1 waits in period 1 and begins in period 2, half of all using it both times; unit 0 had it already
    history = history_of(units_from([0, 2], 2))
    rate = 0.1 + 0.4 * 0.5
    found = log_likelihood(_point(0.1, 0.4, (1.0,)), history, np.zeros((2, 0)))
    assert found[0] == pytest.approx(-rate + np.log(1 - np.exp(-rate)))


def test_a_feature_quickens_by_its_exponent() -> None:
    units = units_from([0, 2, NOT], 2, features=[[-1], [0], [1]])
    found = log_likelihood(_point(0.1, 0.4, (1.0,), (0.5,)), history_of(units), units.features)
    quicker = np.exp(0.5 * units.features[2, 0])
    first, second = 0.1 + 0.4 / 3, 0.1 + 0.4 / 3
    assert found[0] == pytest.approx(np.log(1 - np.exp(-second)) - first - quicker * (first + second))


def test_a_walk_through_the_periods_gives_the_same_likelihood() -> None:
    units = units_from(LESSON, SEEN, ties=neighbours(20))
    found = log_likelihood(_point(0.02, 0.5, (0.25, 0.75)), history_of(units), units.features)
    height = 0.0
    for period in range(1, SEEN + 1):
        using = (units.begun < period).astype(float)
        rate = 0.02 + 0.5 * (0.25 * using.mean() + 0.75 * (units.weights[0] @ using))
        chance = 1 - np.exp(-rate)
        height += np.log(chance[units.begun == period]).sum() + np.log(1 - chance[units.begun > period]).sum()
    assert found[0] == pytest.approx(height)


def test_the_grid_gives_the_means_that_integration_gives() -> None:
    units, prior = units_from(LESSON, SEEN), Prior()
    history = history_of(units)

    own, heed = np.linspace(np.log(0.03) - 2.45, np.log(0.03) + 2.45, 150), np.linspace(0, 1.275, 150)
    each = [one.ravel() for one in np.meshgrid(own, heed, indexing="ij")]
    shape = np.ones((150**2, 1)), np.zeros((150**2, 0)), np.ones(150**2)
    height = log_likelihood(Points(np.exp(each[0]), each[1], *shape), history, units.features)
    height -= ((each[0] - np.log(0.03)) / 0.7) ** 2 / 2 + ((each[1] - 0.4) / 0.25) ** 2 / 2
    dense = np.exp(height - height.max()).reshape(150, 150)
    dense[[0, -1]] /= 2
    dense[:, [0, -1]] /= 2
    dense /= dense.sum()
    found = posterior_of(units, history, prior)
    assert found.weight @ found.heed == pytest.approx(dense.sum(axis=0) @ heed, abs=0.01)
    assert found.weight @ np.log(found.own) == pytest.approx(dense.sum(axis=1) @ own, abs=0.02)


def test_seeing_nothing_leaves_the_prior() -> None:
    units = units_from([NOT, NOT], 0)
    found = posterior_of(units, history_of(units), Prior())
    assert found.weight @ np.log(found.own) == pytest.approx(np.log(0.03), abs=1e-9)
    cut = 0.4 + 0.25 * np.exp(-(1.6**2) / 2) / np.sqrt(2 * np.pi) / 0.9452
    assert found.weight @ found.heed == pytest.approx(cut, abs=0.01)


def test_much_that_was_seen_outweighs_the_prior() -> None:
    rng = np.random.default_rng(5)
    begun = np.full(2000, np.inf)
    for period in range(1, 13):
        rate = 0.06 + 0.8 * np.isfinite(begun).mean()
        begun[np.isinf(begun) & (rng.random(2000) < 1 - np.exp(-rate))] = period
    units = units_from(np.where(np.isfinite(begun), begun, np.nan), 12)
    history = history_of(units)

    def _depth(at: np.ndarray) -> float:
        return -float(log_likelihood(_point(at[0], at[1], (1.0,)), history, units.features)[0])

    top = minimize(_depth, np.array([0.03, 0.4]), method="Nelder-Mead")
    found = posterior_of(units, history, Prior())
    assert [found.weight @ found.own, found.weight @ found.heed] == pytest.approx(top.x, rel=0.02)
    assert found.weight @ found.heed == pytest.approx(0.8, abs=0.1)


def test_the_mix_goes_in_quarters_and_starts_with_everyone() -> None:
    assert simplex(1).tolist() == [[1]]
    assert simplex(2).tolist() == [[1, 0], [0.75, 0.25], [0.5, 0.5], [0.25, 0.75], [0, 1]]
    assert len(simplex(3)) == 15
    assert simplex(3).sum(axis=1).tolist() == [1] * 15


def test_systematic_sampling_takes_each_as_often_as_its_weight_asks() -> None:
    points = Points(np.arange(3.0), np.zeros(3), np.ones((3, 1)), np.zeros((3, 0)), np.array([0.5, 0.3, 0.2]))
    found = points.sample(10, 0.5)
    assert np.bincount(found.own.astype(int)).tolist() == [5, 3, 2]
    assert found.weight.tolist() == [0.1] * 10


def test_many_points_are_thinned_without_moving_their_mean() -> None:
    rng = np.random.default_rng(1)
    units = units_from(LESSON, SEEN, ties=neighbours(20), features=rng.standard_normal((20, 1)))
    found = posterior_of(units, history_of(units), Prior())
    assert len(found.own) == 8000
    assert found.weight.sum() == pytest.approx(1)


@pytest.mark.parametrize(
    "prior", [{"own": 0}, {"own_sd": 0}, {"heed": -0.1}, {"heed_sd": 0}, {"effect_sd": -1}, {"alone": 0}]
)
def test_a_prior_that_is_none_is_refused(prior: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="a prior needs"):
        Prior(**prior)
