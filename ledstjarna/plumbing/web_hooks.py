"""What gunicorn does beside serving: read every page's code once, before it divides into processes.

They then share what they have read, which is most of what they weigh (G24), and one that was killed is
replaced at once (G8).
"""

import gc
from importlib import import_module

from django.conf import settings
from django.db import connections


def when_ready(server: object) -> None:
    """Called by gunicorn once, before its first web process is made."""
    import_module(settings.ROOT_URLCONF)
    connections.close_all()  # a connection must not be shared by two processes
    gc.freeze()
