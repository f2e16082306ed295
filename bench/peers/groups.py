"""One round of groups with team-formation (CP-SAT), run inside its own environment."""

import json
import sys
import time

import numpy as np
import pandas as pd  # type: ignore[import-untyped,import-not-found,unused-ignore]
from team_formation import (  # type: ignore[import-not-found,unused-ignore]
    SolutionCallback,
    TeamAssignment,
)


def different_units(request: dict[str, float], arrays: dict[str, np.ndarray]) -> dict[str, object]:
    """Groups whose members are of different units and whose thirds of the first trait are spread."""
    traits = arrays["traits"][:, 0]
    people = pd.DataFrame(
        {
            "unit": [f"u{label}" for label in arrays["unit"]],
            "level": [
                f"l{int(third)}" for third in np.searchsorted(np.quantile(traits, [1 / 3, 2 / 3]), traits)
            ],
        }
    )
    asked = pd.DataFrame(
        columns=["attribute", "type", "weight"], data=[["unit", "different", 3], ["level", "diversify", 1]]
    )
    begun = time.perf_counter()
    task = TeamAssignment(people, asked, int(request["size"]))
    built = time.perf_counter() - begun
    task.solve(solution_callback=SolutionCallback(stop_after_seconds=int(request["seconds"])))
    return {
        "build": built,
        "all": time.perf_counter() - begun,
        "group": [int(team) for team in task.participants["team_num"]] if task.solution_found else [],
    }


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    arrays = dict(np.load(request["arrays"]))
    print(json.dumps(different_units(request, arrays)))


if __name__ == "__main__":
    main()
