"""Along the ties, or by chance?"""

from itertools import permutations

import numpy as np
import pytest

from bench.spread import alarms
from ledstjarna.engines.spread import Contagion, contagion
from ledstjarna.engines.spread.checks import weights_of
from tests.engines.spread.cases import NOT, neighbours


def _asked(times: object, ties: object, **given: object) -> Contagion:
    return contagion(times, ties, rng=np.random.default_rng(1), **given)  # type: ignore[arg-type]


def test_four_units_by_hand() -> None:
    # 1 heeds 0 who began before; 2 heeds 0 and 3, one of whom had; 3 heeds nobody; 3 is last
    ties = [[0, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 1], [0, 0, 0, 0]]
    found = _asked([0, 1, 2, 3], ties)
    assert found.began == pytest.approx((1 + 0.5 + 0) / 3)
    # when 1 began, 1, 2 and 3 could have, having met 1, 1/2 and 0; then 2 and 3, then 3 alone
    assert found.others == pytest.approx((1.5 / 3 + 0.5 / 2 + 0) / 3)
    assert found.lead == pytest.approx(found.began - found.others)
    assert (found.ties, found.deals, found.enough) == (3, 1999, True)


def test_many_deals_come_to_what_all_permutations_give() -> None:
    times, ties = np.array([0, 1, 2, NOT, NOT]), neighbours(5)
    weight = weights_of(ties, 5, "ties")
    begun = np.where(np.isnan(times), np.inf, times)

    def _lead(dealt: np.ndarray) -> float:
        found = []
        for unit in np.flatnonzero(np.isfinite(dealt) & (dealt > 0)):
            exposure = weight @ (dealt < dealt[unit])
            found.append(exposure[unit] - exposure[dealt >= dealt[unit]].mean())
        return float(np.mean(found))

    every = np.array([_lead(begun[list(order)]) for order in permutations(range(5))])
    found = _asked(times, ties, deals=20_000)
    assert found.lead == pytest.approx(_lead(begun))
    assert found.p == pytest.approx((every >= found.lead - 1e-9).mean(), abs=0.01)
    assert [found.low, found.high] == pytest.approx(np.quantile(every, (0.025, 0.975)), abs=0.02)


def test_a_wave_along_a_ring_is_no_chance() -> None:
    wave = np.minimum(np.arange(30), 30 - np.arange(30)).astype(float)
    found = _asked(wave, neighbours(30))
    assert found.p == 1 / 2000
    assert found.lead > found.high


def test_within_strata_only_like_units_change_places() -> None:
    # two kinds: one begins at once and keeps together, the other later; within a kind nothing follows ties
    kind = np.repeat([0, 1], 10)
    times = np.r_[np.ones(10), np.full(10, 2.0)]
    times[0] = 0
    assert not _asked(times[10:], neighbours(20)[10:, 10:]).enough
    assert _asked(times, neighbours(20), strata=kind).p > 0.05
    assert not _asked(times, neighbours(20), strata=np.arange(20)).enough


@pytest.mark.parametrize(
    ("times", "ties"),
    [
        ([NOT] * 5, neighbours(5)),
        ([0, *[NOT] * 4], neighbours(5)),
        ([2] * 5, neighbours(5)),
        ([0, 1, 2, 3, NOT], np.zeros((5, 5))),
        ([1], [[0]]),
    ],
)
def test_where_nothing_could_show_it_is_said(times: list[float], ties: np.ndarray) -> None:
    found = _asked(times, ties)
    assert (found.p, found.enough) == (1, False)


def test_only_the_order_of_times_counts() -> None:
    times, ties = np.array([3, 1, 2, NOT, 5, 4]), neighbours(6)
    assert _asked(times, ties) == _asked(times**3, ties * 9)


def test_false_alarms_are_rare_where_strata_tell_what_matters() -> None:
    assert alarms(60, heed=0.0, along=False)[1] <= 0.12


def test_contagion_along_ties_is_found() -> None:
    assert alarms(25, heed=0.5, along=True)[1] >= 0.5


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="times is empty"):
        _asked([], np.zeros((0, 0)))
    with pytest.raises(ValueError, match="deals is 0"):
        _asked([0, 1], neighbours(2), deals=0)
    with pytest.raises(ValueError, match="one label for each of 3"):
        _asked([0, 1, 2], neighbours(3), strata=[1])
