"""Who may import whom, as pyproject.toml says it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import HOUSE, ROOT

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"


@pytest.fixture(scope="module")
def verdict() -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


def test_every_import_contract_is_kept(verdict: subprocess.CompletedProcess[str]) -> None:
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


def test_the_contracts_were_really_read(verdict: subprocess.CompletedProcess[str]) -> None:
    assert "Contracts: 8 kept, 0 broken." in verdict.stdout


@pytest.mark.parametrize(
    "word", ["from django", "import django", "from ledstjarna.rooms", "datetime.now", "time()"]
)
def test_engines_know_no_django_no_house_and_no_clock(word: str) -> None:
    engines = sorted((HOUSE / "engines").rglob("*.py"))
    assert [path.name for path in engines if word in path.read_text("utf-8")] == []


def _asks_the_clock(path: Path) -> bool:
    text = path.read_text("utf-8")
    return any(word in text for word in ("timezone.now()", "datetime.now(", "date.today(", "time.time()"))


def test_the_clock_is_asked_at_the_doors_alone() -> None:
    parts = {"actions", "reads", "rules", "insight", "forms", "models"}
    inside = [path for path in HOUSE.rglob("*.py") if parts & {*path.parts, path.stem}]
    assert [str(path.relative_to(HOUSE)) for path in inside if _asks_the_clock(path)] == []
