"""Does the atlas find what has come loose? `python -m bench.atlas [--people 10400] [--runs 5]`.

Loads the third year of the demo city into a folder of its own, with forty faults planted, and prints how
many are found, how many things are listed that were not planted, and how long each page takes: first after
something was recorded, and again when nothing was. Timings are of the whole request, in one process.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

GOAL_FOUND, GOAL_FALSE = 38, 2
ASKED = ("monday/", "thread/", "thread/loose/", "thread/sky/", "thread/signals/", "thread/journey/")


def main() -> None:
    """Load, look, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=0)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--home", type=Path, default=None, help="an already loaded folder")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder)
        os.environ |= {"LEDSTJARNA_HOME": str(home), "LEDSTJARNA_DEMO": "1"}
        if given.home is None:
            _load(given.people)
        _look(given.runs)


def _load(people: int) -> None:
    home = Path(os.environ["LEDSTJARNA_HOME"])
    home.chmod(0o700)
    began = time.perf_counter()
    command = [str(Path(sys.executable).with_name("ledstjarna")), "demo", "--stage", "year3", "--no-serve"]
    more = ["--people", str(people)] if people else []
    subprocess.run([*command, *more], check=True, stdout=subprocess.DEVNULL)
    print(f"the third year loaded in {time.perf_counter() - began:.1f} s")


def _look(runs: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ledstjarna.site.settings")
    import django  # noqa: PLC0415 - the folder must be chosen first

    django.setup()
    from bench.atlas_seen import pages, seen  # noqa: PLC0415 - models need Django ready

    listed, nodes, wanted = seen(datetime.now(UTC).date())
    found = listed & wanted
    extra = len(listed - wanted)
    print(f"nodes in the city: {nodes}; planted: {len(wanted)}; listed: {len(listed)}")
    print(f"found {len(found)} of {len(wanted)} (goal {GOAL_FOUND}): recall {len(found) / len(wanted):.3f}")
    print(f"not planted: {extra}, {100 * extra / nodes:.2f} per 100 nodes (goal at most {GOAL_FALSE})")
    print(f"precision {len(found) / max(1, len(listed)):.3f}")
    for sort, titles in sorted(wanted - listed, key=str):
        print(f"  missed: {sort} {' / '.join(sorted(titles))}")
    for sort, titles in sorted(listed - wanted, key=str):
        print(f"  not planted: {sort} {' / '.join(sorted(titles))}")
    for path, (fresh, kept) in pages(ASKED, runs).items():
        first, again = statistics.median(fresh), statistics.median(kept)
        print(f"/{path}: {first:.0f} ms after a change, {again:.0f} ms unchanged")


if __name__ == "__main__":
    main()
