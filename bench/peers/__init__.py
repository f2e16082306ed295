"""What a user would pick instead, each in an environment of its own, asked on the same input.

The libraries that the engines are compared with have pins that clash with ours and with one another, so
none of them is a dependency. A peer's script runs inside its environment: it reads one JSON request on
standard input, does and times the work, and prints one JSON answer.
"""

import json
import subprocess
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = HERE.parent.parent / ".bench"
TIMEOUT = 1800


@dataclass(frozen=True, slots=True)
class Peer:
    """A library in its own environment, made the first time it is asked.

    Args:
        name: of the script beside this file, and of the environment.
        packages: what pip installs there, each with its version.
    """

    name: str
    packages: Sequence[str]

    @property
    def python(self) -> Path:
        """The environment's own interpreter; the environment is made where it is missing."""
        place = ENVIRONMENTS / self.name
        stamp = place / "installed.txt"
        if not stamp.is_file() or stamp.read_text() != "\n".join(self.packages):
            venv.create(place, clear=True, with_pip=True)
            install = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", *self.packages]
            subprocess.run(install, check=True, timeout=TIMEOUT, stderr=subprocess.DEVNULL)
            stamp.write_text("\n".join(self.packages))
        return place / "bin" / "python"

    def ask(self, request: Mapping[str, Any], arrays: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """What the peer answers.

        Args:
            request: JSON-able words and numbers.
            arrays: by name; the script finds them in the `.npz` file that `request["arrays"]` names.

        Raises:
            RuntimeError: the script failed; the text is what it said last.
        """
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "arrays.npz"
            if arrays:
                np.savez(file, **arrays)
            words = json.dumps({**request, "arrays": str(file) if arrays else ""})
            ran = subprocess.run(
                [self.python, HERE / f"{self.name}.py"],
                input=words,
                capture_output=True,
                text=True,
                check=False,
                timeout=TIMEOUT,
            )
        if ran.returncode:
            raise RuntimeError(f"{self.name}: {ran.stderr.strip()[-2000:]}")
        found: dict[str, Any] = json.loads(ran.stdout.strip().splitlines()[-1])
        return found


def noise(rounds: int = 15) -> str:
    """How much this machine's times scatter now: the spread of one fixed computation, in per cent."""
    matrix = np.random.default_rng(0).standard_normal((300, 300))
    spent = []
    for _ in range(rounds):
        begun = time.perf_counter()
        for _ in range(5):
            matrix @ matrix
        spent.append(time.perf_counter() - begun)
    usual = median(spent)
    scatter = median(abs(one - usual) for one in spent) / usual
    return f"±{100 * scatter:.0f} % (worst +{100 * (max(spent) / usual - 1):.0f} %)"


def timed(work: Callable[[], object], rounds: int = 5) -> float:
    """The median of a few runs, in seconds of wall clock, after one that is not counted."""
    work()
    spent = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        spent.append(time.perf_counter() - begun)
    return median(spent)


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """How time grows with size: the slope of log time over log size, by least squares."""
    return float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])
