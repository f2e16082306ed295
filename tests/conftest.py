"""What every test stands on; the environment is set before Django reads its settings."""

import os
import tempfile
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from hypothesis import settings as hypothesis

# Memory where there is some: the tests' database is then as durable as they need, and fast.
ROOF = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
KEPT = tempfile.TemporaryDirectory(prefix="ledstjarna-tests-", dir=ROOF)
HOME = Path(KEPT.name)
(HOME / "static").mkdir()
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "ledstjarna.site.settings",
    "LEDSTJARNA_HOME": str(HOME),
    "LEDSTJARNA_HTTPS": "0",
    "LEDSTJARNA_DEMO": "0",
    "LEDSTJARNA_STATIC": str(HOME / "static"),
    "LEDSTJARNA_EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
}
django.setup()

database: dict[str, Any] = settings.DATABASES["default"]
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
if "sqlite" in database["ENGINE"]:
    # A file, not memory shared between threads: locks are then those of the real thing.
    database.setdefault("TEST", {})["NAME"] = str(HOME / "test.sqlite3")
else:
    # The pool would outlive the test database and keep it from being dropped.
    database["OPTIONS"].pop("pool", None)

hypothesis.register_profile("local", deadline=None)
hypothesis.register_profile("ci", deadline=None, derandomize=True)
hypothesis.load_profile("ci" if os.environ.get("CI") else "local")

pytest_plugins = [
    "tests.fixtures.browser",
    "tests.fixtures.city",
    "tests.fixtures.clients",
    "tests.fixtures.guards",
    "tests.fixtures.log",
    "tests.fixtures.words",
]
