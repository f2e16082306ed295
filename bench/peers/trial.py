"""statsmodels' test of two proportions, looked at again and again, and its meta-analysis.

Runs in an environment of its own.
"""

import json
import sys
import time
import warnings
from typing import Any

import numpy as np
from statsmodels.stats.meta_analysis import (  # type: ignore[import-not-found,unused-ignore]
    combine_effects,
)
from statsmodels.stats.proportion import (  # type: ignore[import-not-found,unused-ignore]
    proportions_ztest,
)


def significant(x: np.ndarray, y: np.ndarray) -> bool:
    """Whether the two-sided z test says so at 5 %."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _, p = proportions_ztest([x.sum(), y.sum()], [len(x), len(y)])
    return bool(p < 0.05)


def peek(arrays: Any) -> dict[str, float]:
    """False alarms at any look and at the last, and seconds a test."""
    first, second, looks = arrays["first"], arrays["second"], arrays["looks"]
    begun = time.perf_counter()
    alarms = sum(any(significant(x[:n], y[:n]) for n in looks) for x, y in zip(first, second, strict=True))
    seconds = (time.perf_counter() - begun) / len(first)
    once = sum(significant(x, y) for x, y in zip(first, second, strict=True))
    return {"alarms": alarms, "once": once, "seconds": seconds}


def pooled(arrays: Any) -> dict[str, list[float | None]]:
    """Fixed and random effects by DerSimonian and Laird and by Paule and Mandel."""
    told = {}
    for ours, theirs in (("dl", "dl"), ("pm", "iterated")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = combine_effects(
                arrays["changes"], arrays["errors"] ** 2, method_re=theirs, use_t=False, atol=1e-12
            )
        low, high = found.conf_int(use_t=False)[1]
        numbers = (
            found.mean_effect_fe, found.sd_eff_w_fe, found.mean_effect_re, found.sd_eff_w_re,
            low, high, found.tau2, found.q, found.i2,
        )  # fmt: skip
        told[ours] = [float(one) if np.isfinite(one) else None for one in numbers]
    return told


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    task = {"peek": peek, "pool": pooled}[request["task"]]
    print(json.dumps(task(np.load(request["arrays"]))))


if __name__ == "__main__":
    main()
