"""statsmodels' test of two proportions, looked at again and again; runs in an environment of its own."""

import json
import sys
import time
import warnings

import numpy as np
from statsmodels.stats.proportion import (  # type: ignore[import-not-found,unused-ignore]
    proportions_ztest,
)


def significant(x: np.ndarray, y: np.ndarray) -> bool:
    """Whether the two-sided z test says so at 5 %."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _, p = proportions_ztest([x.sum(), y.sum()], [len(x), len(y)])
    return bool(p < 0.05)


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    arrays = np.load(request["arrays"])
    first, second, looks = arrays["first"], arrays["second"], arrays["looks"]
    begun = time.perf_counter()
    alarms = sum(any(significant(x[:n], y[:n]) for n in looks) for x, y in zip(first, second, strict=True))
    seconds = (time.perf_counter() - begun) / len(first)
    once = sum(significant(x, y) for x, y in zip(first, second, strict=True))
    print(json.dumps({"alarms": alarms, "once": once, "seconds": seconds}))


if __name__ == "__main__":
    main()
