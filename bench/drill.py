"""What the house survives: `python -m bench.drill [--kills 20] [--dir DIRECTORY] [--only G3 G4 …]`.

Kills, full disks, a crowd of writers, backup and restore, on a scratch city that is deleted afterwards. One
line a goal; exit code 1 where one is missed. A directory on the disk that is to be used gives its figures.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.drills import backups, disk, jobs, kills, serving, writers
from bench.drills.finding import Finding
from bench.drills.scratch import found


def main() -> int:
    """Run the drills that were asked for."""
    asked = arguments()
    drills: dict[str, Callable[[Path], list[Finding]]] = {
        "G3": lambda home: [writers.drill(home)],
        "G4": lambda home: [kills.drill(home, asked.kills)],
        "G7": lambda home: [disk.drill(home)],
        "G8": serving.drill,
        "G9": lambda home: [jobs.drill(home)],
        "G10": lambda home: [backups.drill(home)],
    }
    met = True
    with tempfile.TemporaryDirectory(prefix="ledstjarna-drill-", dir=asked.dir) as scratch:
        for goal, drill in drills.items():
            if not asked.only or goal in asked.only:
                for finding in drill(found(Path(scratch) / goal)):
                    print(finding, flush=True)
                    met &= finding.met
    return 0 if met else 1


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description="What the house survives.")
    parser.add_argument("--kills", type=int, default=20, help="how often writers are killed (G4)")
    parser.add_argument("--dir", help="where the scratch city lies; a temporary directory if not given")
    parser.add_argument("--only", nargs="*", default=[], help="goals; G24 is measured with G8")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
