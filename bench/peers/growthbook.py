"""GrowthBook's sequential test (gbstats), looked at again and again; runs in an environment of its own."""

import json
import sys
import time
import warnings

import numpy as np
from gbstats.frequentist.tests import (  # type: ignore[import-not-found,unused-ignore]
    SequentialConfig,
    SequentialTwoSidedTTest,
    TwoSidedTTest,
)
from gbstats.models.statistics import (  # type: ignore[import-not-found,unused-ignore]
    SampleMeanStatistic,
)


def _statistic(values: np.ndarray) -> "SampleMeanStatistic":
    return SampleMeanStatistic(n=len(values), sum=float(values.sum()), sum_squares=float((values**2).sum()))


def _interval(x: np.ndarray, y: np.ndarray, tuned: float) -> list[float]:
    config = SequentialConfig(difference_type="absolute", sequential_tuning_parameter=tuned)
    low, high = SequentialTwoSidedTTest(_statistic(x), _statistic(y), config).confidence_interval
    return [float(low), float(high)]


def main() -> None:
    """For each pair of rows: does any look's interval exclude no change, and how wide is the last?"""
    request = json.load(sys.stdin)
    warnings.simplefilter("ignore")
    arrays = np.load(request["arrays"])
    first, second = arrays["first"].astype(float), arrays["second"].astype(float)
    begun = time.perf_counter()
    alarms, width = 0, 0.0
    for x, y in zip(first, second, strict=True):
        looks = [_interval(x[:n], y[:n], request["tuned"]) for n in arrays["looks"]]
        alarms += any(low > 0 or high < 0 for low, high in looks)
        width += looks[-1][1] - looks[-1][0]
    seconds = (time.perf_counter() - begun) / len(first)
    welch = TwoSidedTTest(_statistic(first[0]), _statistic(second[0]))
    answer = {"alarms": alarms, "seconds": seconds, "width": width / len(first)}
    print(json.dumps({**answer, "change": float(welch.point_estimate), "variance": float(welch.variance)}))


if __name__ == "__main__":
    main()
