"""The guard catches a write that passes the gate by."""

import pytest
from django.db import transaction

from ledstjarna.plumbing.guard import WriteOutside, write_guard
from ledstjarna.plumbing.models import Job

pytestmark = pytest.mark.django_db


def test_a_write_outside_a_transaction_is_refused() -> None:
    with write_guard(), pytest.raises(WriteOutside, match="UPDATE"):
        Job.objects.update(attempts=1)


def test_a_write_inside_a_transaction_passes() -> None:
    with write_guard(), transaction.atomic():
        assert Job.objects.update(attempts=1) == 0


def test_a_read_passes_anywhere() -> None:
    with write_guard():
        assert Job.objects.count() == 0
