"""One parent that keeps the web server and the worker running, and stops them cleanly.

gunicorn with threads in two processes: one killed loses its own requests only. Neither child outlives the
parent, and a child that dies is started again.
"""

import ctypes
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from django.conf import settings

from ledstjarna.plumbing import web_hooks
from ledstjarna.plumbing.checks import demand_fitness

log = logging.getLogger(__name__)

# Method, path without query, status, size, time taken: no address and no body, for a ballot is secret (T2).
ACCESS = "%(t)s %(m)s %(U)s %(s)s %(B)s %(M)sms"
MEMORY = Path("/dev/shm")  # noqa: S108  gunicorn's heartbeat files, which must not wait for a disk
LOOK = 0.2
GRACE = 30
QUICK = 10.0
TRIES = 5
LONGEST = 5  # seconds that one statement of a page may take (T18)
PR_SET_PDEATHSIG = 1


class CannotServe(Exception):
    """The address is taken, or a child does not stay up; the words say which."""


def serve(address: str, port: int, *, workers: int = 2, threads: int = 8, with_worker: bool = True) -> None:
    """Serve on `address:port` until SIGTERM or SIGINT; call it from the main thread.

    Raises Unfit where the machine is not fit, CannotServe where the port is taken or a child keeps dying.
    """
    demand_fitness()
    _demand_port(address, port)
    limits = {"LEDSTJARNA_STATEMENT_SECONDS": str(LONGEST)}
    children = [Child("web server", web_command(address, port, workers, threads), limits)]
    if with_worker:
        children.append(Child("worker", worker_command()))
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        while not stop.wait(LOOK):
            for child in children:
                child.keep()
    finally:
        _stop(children)


def web_command(address: str, port: int, workers: int, threads: int) -> list[str]:
    """The command line of gunicorn."""
    module, _, name = settings.WSGI_APPLICATION.rpartition(".")
    options = {
        "bind": f"[{address}]:{port}" if ":" in address else f"{address}:{port}",
        "worker-class": "gthread",
        "workers": workers,
        "threads": threads,
        "timeout": 60,
        "graceful-timeout": GRACE,
        "keep-alive": 75,  # longer than the proxy's 60 s, so that it is never the server who hangs up first
        "access-logfile": "-",
        "access-logformat": ACCESS,
        "log-level": "warning",
    }
    if MEMORY.is_dir():
        options["worker-tmp-dir"] = MEMORY
    listed = [f"--{key}={value}" for key, value in options.items()]
    flags = ["--preload", "--no-control-socket", f"--config=python:{web_hooks.__name__}"]
    return [sys.executable, "-m", "gunicorn", *listed, *flags, f"{module}:{name}"]


def worker_command() -> list[str]:
    """The command line of the worker."""
    return [sys.executable, "-m", "django", "worker"]


class Child:
    """A process that is started again when it dies, each time after twice the wait."""

    def __init__(
        self, name: str, command: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        self.name = name
        self._environment = dict(environment or {})
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._deaths = 0
        self._born = 0.0
        self._wait_until = 0.0

    def keep(self) -> None:
        """Start it unless it runs; raises CannotServe after five quick deaths in a row."""
        if self._process is not None and self._process.poll() is not None:
            self._mourn(self._process)
        if self._process is None and time.monotonic() >= self._wait_until:
            self._born = time.monotonic()
            self._process = subprocess.Popen(  # noqa: S603  the command is our own, and no shell reads it
                self._command,
                env={
                    **self._environment,
                    **os.environ,
                    "DJANGO_SETTINGS_MODULE": str(settings.SETTINGS_MODULE),
                },
                preexec_fn=_die_with_parent,  # noqa: PLW1509  the parent has one thread
                start_new_session=True,  # Ctrl-C reaches the parent alone, which stops its children in order
            )

    def _mourn(self, process: subprocess.Popen[bytes]) -> None:
        """Sweep up what the dead one left and set the time of its return."""
        self._process = None
        _signal_group(process.pid, signal.SIGKILL)
        self._deaths = self._deaths + 1 if time.monotonic() - self._born < QUICK else 1
        if self._deaths >= TRIES:
            raise CannotServe(f"The {self.name} ended {TRIES} times in a row (code {process.returncode}).")
        log.error("The %s ended (code %s); it is started again.", self.name, process.returncode)
        self._wait_until = time.monotonic() + 2.0 ** (self._deaths - 1) - 1

    def ask_to_stop(self) -> None:
        """Let it finish what it is doing."""
        if self._process is not None:
            self._process.terminate()

    def end(self, seconds: float) -> None:
        """Wait at most that long, then kill."""
        if self._process is None:
            return
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            log.warning("The %s did not stop in time and was killed.", self.name)
        _signal_group(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None


def _stop(children: Sequence[Child]) -> None:
    until = time.monotonic() + GRACE + 5
    for child in children:
        child.ask_to_stop()
    for child in children:
        child.end(max(0.1, until - time.monotonic()))


def _demand_port(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise CannotServe(f"{address}:{port} cannot be used: {error.strerror}.") from error


def _signal_group(pid: int, number: int) -> None:
    """The child leads a session of its own: its whole group is ours to end."""
    try:
        os.killpg(pid, number)
    except ProcessLookupError:
        return


def _die_with_parent() -> None:
    """In the child, before it begins: Linux ends it when the parent is gone, however that went."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
