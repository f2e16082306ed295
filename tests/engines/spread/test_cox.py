"""What makes a unit quicker."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.spread import cox
from tests.engines.spread.cases import NAMES, published

FIELDS = ("effect", "error", "z", "p", "low", "high", "log_likelihood", "statistic", "p_all")


def test_three_units_by_hand() -> None:
    # one covariate, 1 for the second to begin: L = e^0 / (2 + e^b) * e^b / (e^b + 1), b = ln sqrt 2
    found = cox([1, 2, 3], [1, 1, 1], [[0], [1], [0]])
    ratio = np.sqrt(2)
    assert found.ratio[0] == pytest.approx(ratio)
    assert found.log_likelihood == pytest.approx(np.log(ratio / ((2 + ratio) * (ratio + 1))))
    assert found.log_likelihood_null == pytest.approx(np.log(1 / 6))


def test_ties_are_shared_by_efrons_rule_by_hand() -> None:
    # both of the first two begin at 1; with b = 0 the likelihood is 1 / 3 * 1 / (3 - 1)
    found = cox([1, 1, 2], [1, 1, 0], [[0.0], [1.0], [0.5]])
    assert found.log_likelihood_null == pytest.approx(np.log(1 / 3) + np.log(1 / 2))


@pytest.mark.parametrize("name", NAMES)
def test_published_data_give_what_lifelines_says(name: str) -> None:
    data, theirs = published()[name]["data"], published()[name]["cox"]
    ours = cox(data["time"], data["event"], data["covariates"])
    for field in FIELDS:
        assert getattr(ours, field) == pytest.approx(theirs[field], rel=1e-8, abs=1e-10)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.floats(0.01, 100), st.floats(-50, 50))
def test_another_unit_of_measure_changes_the_effect_and_nothing_else(
    seed: int, scale: float, shift: float
) -> None:
    rng = np.random.default_rng(seed)
    covariate = rng.standard_normal((40, 2))
    time, event = rng.integers(1, 10, 40), rng.integers(0, 2, 40)
    event[:2] = 1
    one, other = cox(time, event, covariate), cox(time, event, covariate * scale + shift)
    assert other.effect * scale == pytest.approx(one.effect, rel=1e-5, abs=1e-8)
    assert other.statistic == pytest.approx(one.statistic, abs=1e-7)


def test_the_effect_that_was_planted_is_found() -> None:
    rng = np.random.default_rng(4)
    covariate = rng.standard_normal(4000)
    time = rng.exponential(np.exp(-0.7 * covariate))
    found = cox(time, np.ones(4000), covariate[:, None])
    assert found.effect[0] == pytest.approx(0.7, abs=3 * found.error[0])
    assert found.error[0] < 0.03


@pytest.mark.parametrize(
    ("event", "covariates", "why"),
    [
        ([0, 0, 0, 0], [[1], [2], [3], [4]], "nothing has happened"),
        ([1, 1, 1, 1], [[], [], [], []], "no column"),
        ([1, 1, 1, 1], [[2], [2], [2], [2]], "covariate 0 is the same for all"),
        ([1, 1, 1, 1], [[1, 2], [2, 4], [0, 0], [3, 6]], "follows from the others"),
        ([1, 1, 1, 1], [[4], [3], [2], [1]], "no finite effect"),
        ([1, 1, 0, 0], [[1], [1], [0], [0]], "no finite effect"),
    ],
)
def test_what_has_no_answer_is_refused(event: list[int], covariates: list[list[float]], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        cox([1, 2, 3, 4], event, covariates)
