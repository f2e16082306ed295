"""Do those who begin keep it up?"""

import numpy as np
import pytest

from ledstjarna.engines.spread import lasting
from tests.engines.spread.cases import NOT


def test_three_units_by_hand() -> None:
    found = lasting([0, 1, 4, NOT], [5, NOT, NOT, NOT], 10)
    assert found.count == 3
    assert found.time.tolist() == [0, 5, 6, 9]
    assert found.events.tolist() == [0, 1, 0, 0]
    assert found.share.tolist() == pytest.approx([1, 2 / 3, 2 / 3, 2 / 3])


def test_one_that_stopped_the_day_it_began_was_followed_for_no_time() -> None:
    assert lasting([3, 3], [3, NOT], 10).share_at(0) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("begun", "stopped", "why"),
    [
        ([NOT, 1], [5, NOT], r"stopped\[0\]: unit 0 has stopped but has not begun"),
        ([1, 6], [NOT, 5], "unit 1 stopped before it began"),
        ([1], [11], "unit 0 stopped after 10"),
        ([11], [NOT], "unit 0 began after 10"),
        ([NOT], [NOT], "nobody has begun"),
        ([1, 2], [3], "equally long"),
    ],
)
def test_what_cannot_be_is_refused(begun: list[float], stopped: list[float], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        lasting(begun, stopped, 10)


def test_dropping_out_at_a_steady_pace_is_seen_as_such() -> None:
    rng = np.random.default_rng(2)
    begun = rng.uniform(0, 50, 4000)
    stopped = begun + rng.exponential(20, 4000)
    found = lasting(begun, np.where(stopped <= 60, stopped, NOT), 60)
    assert found.share_at(20) == pytest.approx(np.exp(-1), abs=0.03)
