"""The gate lets one in at a time, in this process and among processes."""

import multiprocessing
import os
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from ledstjarna.plumbing.sqlite.gate import Gate, gate_of

SOON = 0.05


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    made = Gate(tmp_path / "city.gate")
    yield made
    made.forget()


def test_a_second_writer_is_not_let_in(gate: Gate) -> None:
    assert gate.enter(SOON)
    assert not gate.enter(SOON)


def test_the_next_writer_is_let_in_when_the_first_leaves(gate: Gate) -> None:
    gate.enter(SOON)
    gate.leave()
    assert gate.enter(SOON)


def test_a_writer_who_waits_is_let_in(gate: Gate) -> None:
    gate.enter(SOON)
    entered: list[bool] = []
    waiting = threading.Thread(target=lambda: entered.append(gate.enter(10)))
    waiting.start()
    gate.leave()
    waiting.join()
    assert entered == [True]


def test_another_gate_to_the_same_file_waits(gate: Gate, tmp_path: Path) -> None:
    gate.enter(SOON)
    other = Gate(tmp_path / "city.gate")
    assert not other.enter(SOON)
    gate.leave()
    assert other.enter(SOON)
    other.forget()


def test_a_wait_in_vain_for_a_process_does_not_bar_the_threads(gate: Gate, tmp_path: Path) -> None:
    other = Gate(tmp_path / "city.gate")
    other.enter(SOON)
    assert not gate.enter(SOON)
    other.leave()
    assert gate.enter(SOON)
    other.forget()


def test_a_gate_whose_file_cannot_be_made_is_left_open_for_the_next_try(tmp_path: Path) -> None:
    gate = Gate(tmp_path / "folder" / "city.gate")
    with pytest.raises(FileNotFoundError):
        gate.enter(SOON)
    (tmp_path / "folder").mkdir()
    assert gate.enter(SOON)
    gate.forget()


def hold(path: Path, pipe: Connection) -> None:
    Gate(path).enter(10)
    pipe.send("held")
    pipe.recv()


def test_G4_a_process_that_is_killed_leaves_the_gate_open(gate: Gate, tmp_path: Path) -> None:
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=hold, args=(tmp_path / "city.gate", there))
    process.start()
    here.recv()
    assert not gate.enter(SOON)
    process.kill()
    process.join()
    assert gate.enter(10)
    here.close()
    there.close()


def test_a_child_made_by_fork_does_not_inherit_a_gate_in_use(tmp_path: Path) -> None:
    name = str(tmp_path / "city.sqlite3")
    gate_of(name, in_memory=False).enter(SOON)
    child = os.fork()
    if child == 0:
        os._exit(int(gate_of(name, in_memory=False).enter(SOON)))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0  # shut out: the parent is in
    gate_of(name, in_memory=False).leave()
    child = os.fork()
    if child == 0:
        os._exit(int(gate_of(name, in_memory=False).enter(SOON)))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1


def test_one_database_has_one_gate_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    plain, winding = tmp_path / "city.sqlite3", tmp_path / "folder" / ".." / "city.sqlite3"
    assert gate_of(str(plain), in_memory=False) is gate_of(str(winding), in_memory=False)


def test_a_database_in_memory_has_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    gate = gate_of(":memory:", in_memory=True)
    assert gate.enter(SOON)
    gate.leave()
    assert list(tmp_path.iterdir()) == []
