"""What was seen, said as one says it."""

import pytest

from ledstjarna.engines.trial import Measure, Reason, Result
from ledstjarna.rooms.experiments.insight import percent_change
from ledstjarna.rooms.experiments.insight.telling import words
from ledstjarna.rooms.experiments.models import Experiment


def test_a_change_in_per_cent_has_its_sign() -> None:
    assert [percent_change(one) for one in (0.4, -0.4, 0)] == ["+40 %", "−40 %", "±0 %"]


@pytest.mark.parametrize(
    ("share", "sure", "said"),
    [
        (2.0, True, "has become more than twice as much"),
        (2.0, False, "seems to be more than twice as much"),
        (0.5, True, "has become more, by about half"), (-0.5, False, "seems to be about half less"),
        (-0.95, True, "has nearly gone"), (0.01, True, "is about as it was"),
    ],
)  # fmt: skip
def test_a_change_is_said_as_one_says_it(share: float, sure: bool, said: str) -> None:
    enough = Result(Measure.COUNT, Reason.ENOUGH, estimate=share)
    assert said in words(enough, share, Experiment(measure="Besök"), sure=sure)
