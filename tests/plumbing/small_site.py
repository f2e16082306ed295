"""Settings and the door of a very small site, for the tests of the server."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from ledstjarna.plumbing import modern_sqlite

modern_sqlite.install()

HOME = Path(os.environ["LEDSTJARNA_HOME"])
SECRET_KEY = "a key of the tests that is long enough to be a key of anybody"
INSTALLED_APPS = ["ledstjarna.plumbing"]
DATABASES = {"default": {"ENGINE": "ledstjarna.plumbing.sqlite", "NAME": str(HOME / "small.sqlite3")}}
ROOT_URLCONF = "tests.plumbing.small_site"
WSGI_APPLICATION = "tests.plumbing.small_site.application"
USE_TZ = True
TICKS: list[str] = []


def application(
    environ: dict[str, str], start: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    """Answer with the number of the process."""
    start("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]
