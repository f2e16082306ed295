"""`python -m django worker`: the worker as a process of its own."""

import resource
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ledstjarna.plumbing.worker import work


class Command(BaseCommand):
    """Do the jobs in the queue until SIGTERM or SIGINT."""

    help = "Do the jobs in the queue until told to stop."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """One option: how much memory the jobs may take."""
        parser.add_argument("--memory", type=int, default=2048, help="Limit in MB; 0 for none.")

    def handle(self, *args: Any, memory: int = 0, **options: Any) -> None:
        """Work; a job that asks for more memory fails alone (T10)."""
        if memory:
            resource.setrlimit(resource.RLIMIT_DATA, (memory << 20, memory << 20))
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        work(stop)
