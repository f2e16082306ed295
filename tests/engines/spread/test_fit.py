"""What is learnt."""

import numpy as np
import pytest

from ledstjarna.engines.spread import Prior, fit
from tests.engines.spread.cases import LESSON, NOT, SEEN, neighbours


def test_the_range_of_each_rate_narrows_with_what_was_seen() -> None:
    before, after = fit([0, *[NOT] * 19], 0), fit(LESSON, SEEN)
    for rate in ("own", "heed"):
        wide, narrow = getattr(before, rate), getattr(after, rate)
        assert narrow.low < narrow.value < narrow.high
        assert narrow.high - narrow.low < wide.high - wide.low


def test_a_wave_along_a_ring_is_believed_to_follow_it() -> None:
    wave = np.minimum(np.arange(40), 40 - np.arange(40)).astype(float)
    found = fit(np.where(wave <= 8, wave, np.nan), 8, ties=neighbours(40))
    assert found.along > 0.99
    assert found.channel == ("everyone", "ties")
    assert found.mix[1] > 0.6
    assert sum(found.mix) == pytest.approx(1)


def test_a_wave_against_the_ring_is_not() -> None:
    times = np.full(40, np.nan)
    times[::5] = np.arange(8)
    assert fit(times, 8, ties=neighbours(40)).along < 0.3


def test_without_other_channels_there_is_nothing_to_follow() -> None:
    found = fit(LESSON, SEEN)
    assert (found.along, found.effect) == (0, ())
    assert found.mix == pytest.approx((1,))


def test_what_quickens_is_found() -> None:
    quick = np.arange(60) % 2
    times = np.where(quick == 1, np.arange(60) % 7 + 1.0, np.nan)
    effect = fit(times, 7, features=quick[:, None]).effect[0]
    assert effect.low is not None
    assert effect.low > 0.3


@pytest.mark.parametrize(("units", "enough"), [(29, False), (30, True)])
def test_a_curve_needs_thirty_units(units: int, enough: bool) -> None:
    assert fit([0, 1, *[NOT] * (units - 2)], 3).enough is enough


def test_nobody_having_begun_is_not_enough() -> None:
    assert not fit([0, *[NOT] * 39], 3).enough


def test_a_prior_is_heard() -> None:
    quick, slow = (fit(LESSON, SEEN, prior=Prior(heed=heed)).heed.value for heed in (0.8, 0.2))
    assert quick is not None
    assert slow is not None
    assert quick > slow
