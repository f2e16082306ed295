"""Looking ahead."""

import numpy as np
import pytest

from bench.spread import forecasts, textbook, usual
from ledstjarna.engines.spread import Adoption, Prior, adoption, fit
from tests.engines.spread.cases import LESSON, NOT, SEEN, neighbours


def _ahead(times: object, seen: int = SEEN, horizon: int = 30, **given: object) -> Adoption:
    return adoption(fit(times, seen), horizon, rng=np.random.default_rng(1), **given)  # type: ignore[arg-type]


def test_what_was_seen_is_told_and_what_comes_only_grows() -> None:
    found = _ahead(LESSON)
    assert found.used.tolist() == [1, 2, 3, 5, 6, 7, 7]
    assert found.period.tolist() == list(range(7, 37))
    for line in (found.low, found.middle, found.high):
        assert (np.diff(line) >= 0).all()
        assert ((line >= 7) & (line <= 20)).all()
    assert (found.low <= found.middle).all()
    assert (found.middle <= found.high).all()
    assert (found.units, found.goal, found.enough) == (20, 16, False)
    assert found.time.low is not None
    assert found.time.value is not None
    assert found.time.high is not None
    assert SEEN < found.time.low < found.time.value < found.time.high
    assert 0.7 < found.held < 0.9


def test_the_same_dice_give_the_same_answer() -> None:
    one, other = _ahead(LESSON), _ahead(LESSON)
    assert one.time == other.time
    assert one.middle.tolist() == other.middle.tolist()


@pytest.mark.parametrize(
    ("times", "seen", "when"), [([0] * 20, 0, 0), ([3] * 20, 6, 3), ([*range(1, 17), *[NOT] * 4], 16, 16)]
)
def test_what_has_been_reached_is_known(times: list[float], seen: int, when: int) -> None:
    found = _ahead(times, seen)
    assert (found.time.low, found.time.value, found.time.high) == (when, when, when)
    assert (found.within, found.held) == (1, 1)


def test_nobody_leaves_a_wide_range_that_may_be_open() -> None:
    found = _ahead([NOT] * 20, horizon=12)
    assert found.used.tolist() == [0] * 7
    assert found.time.high is None
    assert found.within < 0.5


def test_ties_are_followed_into_the_future() -> None:
    times = [0, 1, 2, 3, 4, 5, *[NOT] * 14]
    found = adoption(fit(times, SEEN, ties=neighbours(20)), 30, rng=np.random.default_rng(1))
    assert 0.5 < found.within <= 1


@pytest.mark.parametrize("prior", [Prior(), Prior(own=0.06), Prior(heed=0.8)])
def test_small_worlds_are_foretold_about_as_well_as_the_bench_says(prior: Prior) -> None:
    found = forecasts(textbook, prior, 80, draws=400)
    assert found.mean <= 2.1 + 0.4
    assert 0.65 <= found.covered <= 0.95


def test_where_rates_vary_as_the_prior_says_the_range_holds_what_it_says() -> None:
    assert 0.68 <= forecasts(usual, Prior(), 120, draws=400).covered <= 0.92


@pytest.mark.parametrize(
    "given", [{"horizon": 0}, {"draws": 0}, {"share": 0.0}, {"share": 1.1}, {"confidence": 1.0}]
)
def test_questions_without_sense_are_refused(given: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"horizon|confidence"):
        _ahead(LESSON, **given)  # type: ignore[arg-type]
