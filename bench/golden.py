"""Numbers that others computed, for tests to be held against: `python -m bench.golden` writes them anew."""

import json
from pathlib import Path

import numpy as np

from bench.trial import PEER

FILE = Path(__file__).resolve().parent.parent / "tests" / "engines" / "trial" / "golden.json"
CASES = 12


def pooled() -> list[dict[str, object]]:
    """Changes of two to twelve units, and what statsmodels makes of them."""
    rng, cases = np.random.default_rng(1986), []
    for case in range(CASES):
        units = 2 + case % 11
        errors = rng.uniform(0.05, 0.6, units).round(4)
        changes = (rng.normal(0.2, 0.3 * (case % 3), units) + rng.normal(0, errors)).round(4)
        told = PEER.ask({"task": "pool"}, {"changes": changes, "errors": errors})
        cases.append({"changes": changes.tolist(), "errors": errors.tolist(), **told})
    return cases


def main() -> None:
    """Write the file."""
    told = {"by": PEER.packages, "pooled": pooled()}
    FILE.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
