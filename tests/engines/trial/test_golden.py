"""What statsmodels computes, this engine computes: `python -m bench.golden` made the numbers."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ledstjarna.engines.trial import pool

CASES = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))["pooled"]


@pytest.mark.parametrize("method", ["dl", "pm"])
@pytest.mark.parametrize("case", CASES, ids=[f"{len(case['changes'])} units" for case in CASES])
def test_pooled_units_give_what_statsmodels_gives(case: dict[str, Any], method: Any) -> None:
    found = pool(case["changes"], case["errors"], method=method, knapp=False)
    fixed, fixed_error, mean, error, low, high, tau2, q, i2 = case[method]
    assert [found.fixed, found.fixed_error, found.q] == pytest.approx([fixed, fixed_error, q], rel=1e-9)
    assert found.i2 == pytest.approx(max(i2, 0), rel=1e-9)
    if method == "pm" and tau2 == 0 < q - (found.units - 1):
        _solves(case, found.tau2)  # statsmodels' iteration falls to 0 here, which does not solve the equation
        return
    assert found.tau2 == pytest.approx(max(tau2, 0), abs=1e-7)
    if tau2 < 0:  # left as it is by statsmodels, called 0 here as by DerSimonian and Laird themselves
        assert found.mean == pytest.approx(found.fixed)
        return
    assert [found.mean, found.error, found.low, found.high] == pytest.approx(
        [mean, error, low, high], rel=1e-6, abs=1e-7
    )


def _solves(case: dict[str, Any], tau2: float) -> None:
    """Paule and Mandel's equation: the weighted squares are as many as there are units less one."""
    changes = np.array(case["changes"])
    weight = 1 / (np.array(case["errors"]) ** 2 + tau2)
    squares = weight @ (changes - weight @ changes / weight.sum()) ** 2
    assert squares == pytest.approx(len(changes) - 1)


def test_some_of_them_differ_between_units_and_some_do_not() -> None:
    tau2 = [case["dl"][6] for case in CASES]
    assert 3 <= sum(one > 0 for one in tau2) <= len(tau2) - 2
