"""Which changes of an engine's rules no test notices: `python -m tools.mutants opinion ranking slate`.

The last commit is copied aside, every operator, number and condition of the named modules is changed in turn,
and their own tests are run against each change. What survives is printed, to be looked at: a change that
makes no difference, or a test that is missing. Compiled modules (`_kernels`) cannot be changed this way.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
MUTMUT = [sys.executable, "-m", "mutmut"]
RULES = (
    "opinion",
    "ranking",
    "intervals",
    "slate",
    "simultaneous",
    "lists",
    "routing",
    "timeline",
    "duplicates",
)


def settings(engine: str, modules: list[str]) -> str:
    """What is changed, and which tests must notice."""
    paths = [f"ledstjarna/engines/{engine}/{module}.py" for module in modules]
    tests = [f"tests/engines/{engine}/test_{module}.py" for module in modules]
    return (
        f"\n[tool.mutmut]\npaths_to_mutate = {paths}\ntests_dir = {tests}\n"
        'also_copy = ["ledstjarna", "bench", "tests"]\n'
        'pytest_add_cli_args = ["-p", "no:django", "-p", "no:cacheprovider", "-x"]\n'
    )


def said(folder: Path, *words: str) -> str:
    """What mutmut prints."""
    ran = subprocess.run([*MUTMUT, *words], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout


def changed(difference: str) -> list[str]:
    """The changed lines of a difference between two files."""
    lines = difference.splitlines()
    return [line for line in lines if line[:1] in {"-", "+"} and line[:3] not in {"---", "+++"}]


def main(words: list[str]) -> int:
    """Change, test, and print what survived."""
    engine, *modules = words or RULES
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "house"
        subprocess.run(["git", "clone", "--quiet", str(HOUSE), str(folder)], check=True)
        with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write(settings(engine, modules))
        said(folder, "run", "--max-children", "2")
        results = [line.strip().split(": ") for line in said(folder, "results", "--all", "true").splitlines()]
        told = [line for line in results if len(line) == 2]
        survivors = [name for name, fate in told if fate != "killed"]
        for name in survivors:
            print(name.removeprefix("ledstjarna.engines."))
            print("\n".join(changed(said(folder, "show", name))))
    noticed = len(told) - len(survivors)
    print(f"{noticed} of {len(told)} changes noticed ({100 * noticed / max(len(told), 1):.1f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
