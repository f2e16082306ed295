"""Web processes share what can be shared, and no connection."""

import gc
import sys

import pytest
from django.conf import settings
from django.db import connection

from ledstjarna.plumbing.web_hooks import when_ready


@pytest.mark.django_db(transaction=True)
def test_every_page_is_read_and_no_connection_is_left_open() -> None:
    connection.ensure_connection()
    try:
        when_ready(None)
        assert settings.ROOT_URLCONF in sys.modules
        assert connection.connection is None
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
