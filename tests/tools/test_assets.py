"""The look is built where its sources have changed, by whichever npm there is."""

from pathlib import Path

import pytest

from tools import assets


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / assets.FOLDER).mkdir(parents=True)
    (tmp_path / assets.FOLDER / "app.css").write_text("a {}")
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / assets.OUTPUT).mkdir(parents=True)
    (tmp_path / assets.OUTPUT / "app.css").write_text("a{}")
    stamp = tmp_path / assets.STAMP
    stamp.parent.mkdir()
    stamp.write_text(assets.digest(tmp_path))
    return tmp_path


def test_what_was_built_from_these_sources_is_fresh(root: Path) -> None:
    assert assets.fresh(root)


@pytest.mark.parametrize("name", ["package.json", f"{assets.FOLDER}/app.css", f"{assets.FOLDER}/new.css"])
def test_another_source_asks_for_another_build(root: Path, name: str) -> None:
    (root / name).write_text("b {}")
    assert not assets.fresh(root)


def test_output_that_is_gone_asks_for_another_build(root: Path) -> None:
    (root / assets.OUTPUT / "app.css").unlink()
    assert not assets.fresh(root)


def test_the_environment_s_npm_is_the_second_choice(tmp_path: Path) -> None:
    for place in ("machine", "environment/bin"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "npm").touch(mode=0o755)
    own, brought = tmp_path / "machine", tmp_path / "environment"
    assert assets.npm(str(own), brought) == str(own / "npm")
    assert assets.npm(str(tmp_path), brought) == str(brought / "bin" / "npm")
    assert assets.npm(str(tmp_path), tmp_path) is None


def test_npm_installs_from_the_lock_and_builds(root: Path) -> None:
    command = root / "npm"
    command.write_text('#!/bin/sh\necho "$1 $2" >> called\n')
    command.chmod(0o755)
    (root / assets.STAMP).unlink()
    assets.build(root, str(command))
    assert (root / "called").read_text().splitlines() == ["ci --no-audit", "run --silent"]
    assert assets.fresh(root)
