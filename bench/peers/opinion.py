"""red-dwarf's whole Polis pipeline; runs in an environment of its own."""

import json
import resource
import sys
import time
import warnings

import numpy as np

warnings.simplefilter("ignore")


def main() -> None:
    """Answer one request."""
    from reddwarf.implementations.polis import (  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
        run_pipeline,
    )

    request = json.load(sys.stdin)
    arrays = np.load(request["arrays"])
    names = ("participant_id", "statement_id", "vote")
    rows = zip(*(arrays[name].tolist() for name in names), strict=True)
    votes = [{**dict(zip(names, row, strict=True)), "modified": 0} for row in rows]
    spent = []
    for _ in range(request["runs"]):
        begun = time.perf_counter()
        found = run_pipeline(votes=votes)
        spent.append(time.perf_counter() - begun)
    group = found.participants_df["cluster_id"].astype(float)
    consensus = found.statements_df["group-aware-consensus"].sort_values(ascending=False, kind="stable")
    answer = {
        "seconds": sorted(spent)[len(spent) // 2],
        "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "people": [int(person) for person in group.index],
        "group": [-1 if one != one else int(one) for one in group],
        "best": [int(statement) for statement in consensus.index[:20]],
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
