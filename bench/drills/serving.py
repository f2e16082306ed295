"""G8 and G24: a web process is killed under load; and what the whole system weighs."""

import http.client
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.drills.finding import Finding
from bench.drills.scratch import begin

SERVE = """
import django, sys; django.setup()
from ledstjarna.plumbing.server import serve
serve("127.0.0.1", int(sys.argv[1]))
"""
KILLS = 3
PAUSE = 3.0
RATE = 50
MEMORY = 300 << 20


def drill(home: Path) -> list[Finding]:
    """Fifty requests a second, each on a connection of its own, while web processes are killed."""
    with served(home) as (parent, port):
        answers: list[bool] = []
        over = threading.Event()
        crowd = [threading.Thread(target=knock, args=(port, over, answers)) for _ in range(4)]
        for one in crowd:
            one.start()
        for _ in range(KILLS):
            time.sleep(PAUSE)
            os.kill(web_processes(parent)[0], signal.SIGKILL)
        time.sleep(PAUSE)
        weight = sum(weigh(pid) for pid in family(parent))
        over.set()
        for one in crowd:
            one.join()
    failed = answers.count(False)
    killed = f"{KILLS} web processes killed at {RATE} requests/s: {failed} of {len(answers)} failed"
    light = f"web, worker and parent weigh {weight >> 20} MB"
    return [Finding("G8", failed <= KILLS, killed), Finding("G24", 0 < weight < MEMORY, light)]


@contextmanager
def served(home: Path) -> Iterator[tuple[int, int]]:
    """The city at `home`, served: the parent's process id, and the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with (home / "server.log").open("w") as log:
        parent = begin(home, "-c", SERVE, str(port), stdout=log, stderr=log)
        try:
            until = time.monotonic() + 30
            while not answered(port) and time.monotonic() < until:
                time.sleep(0.1)
            yield parent.pid, port
        finally:
            parent.terminate()
            parent.wait(60)


def knock(port: int, over: threading.Event, answers: list[bool]) -> None:
    """Ask at a quarter of the rate until it is over."""
    while not over.wait(4 / RATE):
        answers.append(answered(port))


def answered(port: int) -> bool:
    """Whether the house says it is well."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/health/")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def children(pid: int) -> list[int]:
    """The processes that `pid` started."""
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def web_processes(parent: int) -> list[int]:
    """gunicorn's own children."""
    return next(found for pid in children(parent) if (found := children(pid)))


def family(pid: int) -> list[int]:
    """The process and all below it."""
    return [pid, *(one for child in children(pid) for one in family(child))]


def weigh(pid: int) -> int:
    """The bytes a process keeps in memory, what it shares with others divided among them."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))
