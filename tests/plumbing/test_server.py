"""One parent keeps the web server and the worker running, and takes them with it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ledstjarna.plumbing import server
from ledstjarna.plumbing.server import CannotServe, Child

PARENT = """
import sys, django
django.setup()
from django.core.management import call_command
from ledstjarna.plumbing.server import serve
call_command("migrate", verbosity=0)
serve("127.0.0.1", int(sys.argv[1]), workers=1, threads=2)
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def eventually(holds: Callable[[], object]) -> bool:
    until = time.monotonic() + 20
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)
    return bool(holds())


def answer(port: int, path: str = "/") -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as reply:
            return str(reply.read().decode())
    except OSError:
        return ""


def children(pid: int) -> list[int]:
    """The processes that `pid` started, by what the system says."""
    said = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in said.read_text().split()] if said.exists() else []


def lives(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def parent(port: int, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A small site, served."""
    tmp_path.chmod(0o700)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.plumbing.small_site",
        "LEDSTJARNA_HOME": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", PARENT, str(port)], env=environment, stdout=log, stderr=log
        )
        assert eventually(lambda: answer(port)), (tmp_path / "log").read_text()
        yield process
        process.kill()
        process.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="What the system says of processes is read from /proc.")
class TestServe:
    def test_it_stops_cleanly_with_all_its_children(self, parent: subprocess.Popen[bytes], port: int) -> None:
        family = children(parent.pid)
        assert len(family) == 2
        parent.send_signal(signal.SIGTERM)
        assert parent.wait(40) == 0
        assert not answer(port)
        assert [pid for pid in family if lives(pid)] == []

    def test_G8_a_web_process_that_is_killed_is_replaced(
        self, parent: subprocess.Popen[bytes], port: int
    ) -> None:
        killed = int(answer(port))
        os.kill(killed, signal.SIGKILL)
        assert eventually(lambda: answer(port) not in {"", str(killed)})

    def test_a_child_that_is_killed_is_started_again(
        self, parent: subprocess.Popen[bytes], port: int
    ) -> None:
        family = children(parent.pid)
        for pid in family:
            os.kill(pid, signal.SIGKILL)
        assert eventually(lambda: len(set(children(parent.pid)) - set(family)) == 2)
        assert eventually(lambda: answer(port))

    def test_no_child_outlives_a_parent_that_is_killed(
        self, parent: subprocess.Popen[bytes], port: int
    ) -> None:
        family = children(parent.pid)
        parent.kill()
        parent.wait()
        assert eventually(lambda: not any(lives(pid) for pid in family))

    def test_T2_the_log_has_the_path_and_neither_query_nor_address(
        self, parent: subprocess.Popen[bytes], port: int, tmp_path: Path
    ) -> None:
        answer(port, "/vote/?choice=secret")
        assert eventually(lambda: "GET /vote/ 200" in (tmp_path / "log").read_text())
        said = (tmp_path / "log").read_text()
        assert "secret" not in said
        assert "127.0.0.1 " not in said


class TestChild:
    def test_one_that_keeps_dying_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(server, "TRIES", 2)
        child = Child("web server", [sys.executable, "-c", "raise SystemExit(3)"])

        def given_up() -> str:
            try:
                child.keep()
            except CannotServe as reason:
                return str(reason)
            return ""

        until = time.monotonic() + 20
        while not (words := given_up()) and time.monotonic() < until:
            time.sleep(0.02)
        assert words == "The web server ended 2 times in a row (code 3)."

    def test_one_that_will_not_stop_is_killed(self) -> None:
        stubborn = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
        child = Child("worker", [sys.executable, "-c", stubborn])
        child.keep()
        child.ask_to_stop()
        child.end(0.1)
        child.end(0.1)  # a second time there is nothing to end

    def test_one_that_never_began_can_be_stopped(self) -> None:
        child = Child("worker", ["never"])
        child.ask_to_stop()
        child.end(0.1)


def test_a_port_that_is_taken_is_refused_with_the_reason() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CannotServe, match="Address already in use"):
            server._demand_port("127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize(("address", "bind"), [("127.0.0.1", "127.0.0.1:8000"), ("::1", "[::1]:8000")])
def test_the_web_server_is_started_by_name_without_a_shell(address: str, bind: str) -> None:
    command = server.web_command(address, 8000, 2, 8)
    assert command[:3] == [sys.executable, "-m", "gunicorn"]
    assert f"--bind={bind}" in command
    assert {"--worker-class=gthread", "--workers=2", "--threads=8"} <= set(command)
    assert command[-1] == "ledstjarna.site.wsgi:application"
