"""From nothing to a city (G20): `python -m bench.setup` clones the checkout and times `make demo` twice.

What the machine's package clients have kept from before is used, so a bare machine adds its downloads.
"""

import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure the first and the second time."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(place)], check=True)
        for words in ("the first time", "the second time"):
            began = time.perf_counter()
            subprocess.run(
                ["make", "demo", "ARGS=--no-serve"], cwd=place, check=True, stdout=subprocess.DEVNULL
            )
            print(f"make demo until it would serve, {words}: {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
