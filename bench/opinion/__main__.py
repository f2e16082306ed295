"""Print all tables; with `--quick` those that take seconds alone."""

import sys

from rich.console import Console

from bench.opinion import asking, certainty, quality, speed
from bench.peers import noise


def main(words: list[str]) -> None:
    """Print all tables."""
    console = Console(width=130)
    console.print(f"noise of this machine now: {noise()}")
    parts = [*speed.PARTS, *quality.PARTS, *certainty.PARTS, *asking.PARTS]
    slow = {quality.beside, quality.worlds, asking.recall}
    for part in parts:
        if "--quick" not in words or part not in slow:
            console.print(part())


if __name__ == "__main__":
    main(sys.argv[1:])
