"""A guard for tests: a write outside `atomic()` would pass the gate by."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

WRITE = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)


class WriteOutside(AssertionError):
    """A statement wrote outside every transaction of the code's own."""


@contextmanager
def write_guard() -> Iterator[None]:
    """Within it a write outside `atomic()` raises WriteOutside; a test's own transaction does not count."""
    with connection.execute_wrapper(_refuse):
        yield


def _refuse(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    blocks = context["connection"].atomic_blocks
    if WRITE.match(sql) and all(getattr(block, "_from_testcase", False) for block in blocks):
        raise WriteOutside(sql[:200])
    return execute(sql, params, many, context)
