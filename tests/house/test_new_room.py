"""A newcomer's room, made from the template, is whole and keeps the shape of the house."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.house.source import ROOT
from tools import messages

FILES = ["actions", "api", "apps", "forms", "models", "pages", "reads", "room", "rules", "urls"]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("rooms") / "harbours"
    place.mkdir()
    call_command("startapp", "harbours", str(place), template=str(ROOT / "docs" / "room"), verbosity=0)
    return place


def test_a_new_room_has_every_part(room: Path) -> None:
    assert sorted(path.stem for path in room.glob("*.py") if path.stem != "__init__") == FILES
    assert (room / "migrations" / "__init__.py").is_file()
    assert (room / "templates" / "harbours" / "home.html").is_file()


@pytest.mark.parametrize("name", FILES)
def test_each_part_says_what_it_is(room: Path, name: str) -> None:
    text = (room / f"{name}.py").read_text("utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert "app_name }}" not in text


def test_a_new_room_is_clean(room: Path) -> None:
    ruff = [sys.executable, "-m", "ruff", "check", "--config", str(ROOT / "pyproject.toml"), str(room)]
    done = subprocess.run(ruff, cwd=room.parent, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout


def test_a_new_room_has_its_swedish(room: Path) -> None:
    assert messages.faults(room) == []
