"""How long does every page of the demo city take? `python -m bench.pages [--stage year3] [--home DIR]`.

Somebody of each role signs in and follows the links that they meet, a few of each page; each page is asked
for in one process through Django's test client, twice as after a fact anywhere in the city and twice with the
city unchanged. Prints the slowest of each page, the better of both times, and how many questions of the
database it asked; and which links led nowhere.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

GOAL = 200.0  # ms


def main() -> None:
    """Load, walk, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--stage", default="year3")
    asked.add_argument("--people", type=int, default=0)
    asked.add_argument("--each", type=int, default=2, help="addresses of each page and role")
    asked.add_argument("--home", type=Path, default=None, help="an already loaded folder")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"LEDSTJARNA_HOME": str(given.home or folder), "LEDSTJARNA_DEMO": "1"}
        if given.home is None:
            command = [str(Path(sys.executable).with_name("ledstjarna")), "demo", "--stage", given.stage]
            more = ["--people", str(given.people)] if given.people else []
            subprocess.run([*command, "--no-serve", *more], check=True, stdout=subprocess.DEVNULL)
        _walk(given.each)


def _walk(each: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ledstjarna.site.settings")
    import django  # noqa: PLC0415 - the folder must be chosen first

    django.setup()
    from bench.pages_seen import seen  # noqa: PLC0415 - models need Django ready

    pages = seen(each)
    for name, one in sorted(pages.items(), key=lambda pair: -pair[1].fresh):
        mark = "" if one.fresh <= GOAL else f"  over {GOAL:.0f} ms"
        print(f"{one.fresh:7.0f} {one.kept:7.0f} ms {one.queries:3} queries  {name}  {one.path}{mark}")
    over = sum(one.fresh > GOAL for one in pages.values())
    print(f"{len(pages)} pages, {over} over {GOAL:.0f} ms; columns: after a change, unchanged")


if __name__ == "__main__":
    main()
