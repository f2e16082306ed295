"""What lifelines says: asked by `python -m bench.spread` inside an environment of its own."""

import json
import sys
import time
import warnings
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped,import-not-found,unused-ignore]
from lifelines import (  # type: ignore[import-not-found,unused-ignore]
    CoxPHFitter,
    KaplanMeierFitter,
    datasets,
)
from lifelines.statistics import (  # type: ignore[import-not-found,unused-ignore]
    multivariate_logrank_test,
)
from lifelines.utils import (  # type: ignore[import-not-found,unused-ignore]
    median_survival_times,
    restricted_mean_survival_time,
)

Answer = dict[str, Any]

# By default its climb stops when the likelihood has settled, with the effects still wrong in the sixth digit.
CONVERGED = {"precision": 1e-18, "r_precision": 1e-300}


def curve(length: np.ndarray, event: np.ndarray, limit: float) -> Answer:
    """The product-limit estimate with everything that is compared."""
    fitted = KaplanMeierFitter().fit(length, event)
    bounds = fitted.confidence_interval_
    table = fitted.event_table
    medians = median_survival_times(bounds)
    return {
        "time": list(fitted.survival_function_.index),
        "share": list(fitted.survival_function_.iloc[:, 0]),
        "low": list(bounds.iloc[:, 0]),
        "high": list(bounds.iloc[:, 1]),
        "at_risk": [int(one) for one in table["at_risk"]],
        "events": [int(one) for one in table["observed"]],
        "median": [fitted.median_survival_time_, *medians.iloc[0].tolist()],
        "limit": limit,
        "mean": float(restricted_mean_survival_time(fitted, t=limit)),
    }


def compared(length: np.ndarray, event: np.ndarray, group: np.ndarray) -> Answer:
    """The log-rank test."""
    found = multivariate_logrank_test(length, group, event)
    return {"statistic": float(found.test_statistic), "p": float(found.p_value)}


def hazards(
    length: np.ndarray, event: np.ndarray, covariates: np.ndarray, options: dict[str, float] | None = None
) -> Answer:
    """Proportional hazards with Efron's ties."""
    table = pd.DataFrame(covariates, columns=[f"x{at}" for at in range(covariates.shape[1])])
    table["length"], table["event"] = length, event
    fitted = CoxPHFitter().fit(table, "length", "event", fit_options=options)
    summary = fitted.summary
    ratio = fitted.log_likelihood_ratio_test()
    names = {"effect": "coef", "error": "se(coef)", "z": "z", "p": "p"}
    return {
        **{name: list(summary[column]) for name, column in names.items()},
        "low": list(summary["exp(coef) lower 95%"]),
        "high": list(summary["exp(coef) upper 95%"]),
        "log_likelihood": float(fitted.log_likelihood_),
        "statistic": float(ratio.test_statistic),
        "p_all": float(ratio.p_value),
    }


def cases() -> dict[str, tuple[Any, ...]]:
    """Published data that come with the package: length, event, group, covariates."""
    waltons, larynx, leukemia = datasets.load_waltons(), datasets.load_larynx(), datasets.load_leukemia()
    rossi, kidney = datasets.load_rossi(), datasets.load_kidney_transplant()
    kidney = kidney.iloc[::3]
    control = (waltons["group"] == "control").astype(int)
    stages = larynx[["age", "Stage_II", "Stage_III", "Stage_IV"]].to_numpy(float)
    stage = larynx[["Stage_II", "Stage_III", "Stage_IV"]].to_numpy() @ [1, 2, 3]
    cells = leukemia[["Rx", "logWBC", "sex"]].to_numpy(float)
    few = rossi[["fin", "age", "prio"]].to_numpy(float)
    patient = kidney[["age", "black_male", "white_male"]].to_numpy(float)
    return {
        "waltons": (waltons["T"], waltons["E"], control, control.to_numpy(float)[:, None]),
        "larynx": (larynx["time"], larynx["death"], stage, stages),
        "leukemia": (leukemia["t"], leukemia["status"], leukemia["Rx"], cells),
        "rossi": (rossi["week"], rossi["arrest"], rossi["race"], few),
        "kidney": (kidney["time"], kidney["death"], kidney["black_male"], patient),
    }


def golden() -> Answer:
    """All numbers for all published data, with the data themselves."""
    found = {}
    for name, given in cases().items():
        length, event, group, covariates = (np.asarray(one, float) for one in given)
        found[name] = {
            "data": {
                "time": length.tolist(),
                "event": event.astype(int).tolist(),
                "group": group.astype(int).tolist(),
                "covariates": covariates.tolist(),
            },
            "survival": curve(length, event, float(np.quantile(length, 0.8))),
            "logrank": compared(length, event, group),
            "cox": hazards(length, event, covariates, CONVERGED),
        }
    return {"packages": {"lifelines": version("lifelines")}, "cases": found}


def timed(work: Callable[[], Answer], repeat: int) -> Answer:
    """The answer, and the median of a few runs in seconds after one that is not counted."""
    answer, spent = work(), []
    for _ in range(repeat):
        begun = time.perf_counter()
        work()
        spent.append(time.perf_counter() - begun)
    return {**answer, "seconds": float(np.median(spent))}


def main() -> None:
    """Answer one request."""
    warnings.simplefilter("ignore")
    request = json.load(sys.stdin)
    if request["task"] == "golden":
        print(json.dumps(golden()))
        return
    given = np.load(request["arrays"])
    length, event = given["time"], given["event"]
    works: dict[str, Callable[[], Answer]] = {
        "survival": lambda: curve(length, event, request["limit"]),
        "logrank": lambda: compared(length, event, given["group"]),
        "cox": lambda: hazards(length, event, given["covariates"]),
    }
    print(json.dumps(timed(works[request["task"]], request["repeat"])))


if __name__ == "__main__":
    main()
