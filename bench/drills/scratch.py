"""A scratch city, and processes that stand in it."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
WRITE = """
import django, sys; django.setup()
from bench.drills import writer
writer.main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]))
"""


def environment(home: Path) -> dict[str, str]:
    """The environment of a process whose city lies in `home`."""
    kept = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "LEDSTJARNA_DEMO"}
    }
    return kept | {
        "DJANGO_SETTINGS_MODULE": "ledstjarna.site.settings",
        "LEDSTJARNA_HOME": str(home),
        "LEDSTJARNA_HTTPS": "0",
        "PYTHONPATH": str(ROOT),
    }


def begin(home: Path, *arguments: str, **options: Any) -> "subprocess.Popen[str]":
    """Start Python with those arguments in the city at `home`."""
    return subprocess.Popen(
        [sys.executable, *arguments], env=environment(home), cwd=home, text=True, **options
    )


def run(home: Path, *arguments: str) -> str:
    """Run Python to its end in the city at `home`, and return what it printed; raises where it fails."""
    process = begin(home, *arguments, stdout=subprocess.PIPE)
    said, _ = process.communicate(timeout=300)
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with code {process.returncode}")
    return said


def found(home: Path) -> Path:
    """Make an empty city at `home`."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    run(home, "-m", "django", "migrate", "--verbosity=0", "--skip-checks")
    run(home, "-m", "django", "createcachetable", "--verbosity=0")
    return home


class Writers:
    """A process of writers on the city at `home`; they speak into the file `log`, as a pipe could fill."""

    def __init__(self, home: Path, log: Path, *, threads: int, seconds: float, pause: float = 0.0) -> None:
        self._log = log
        with log.open("w") as file:
            self.process = begin(home, "-c", WRITE, str(threads), str(seconds), str(pause), stdout=file)

    def begun(self) -> None:
        """Wait until they have written something."""
        while not self._log.stat().st_size and self.process.poll() is None:
            time.sleep(0.01)

    def lines(self) -> list[list[str]]:
        """Each whole line they said, in words, once they have ended."""
        self.process.wait(120)
        text = self._log.read_text()
        return [line.split(maxsplit=2) for line in text[: text.rfind("\n") + 1].splitlines()]
