"""The thread as a Django app."""

from django.apps import AppConfig


class ThreadConfig(AppConfig):
    """Registers the start-up checks of what rooms declare."""

    name = "ledstjarna.thread"
    label = "thread"

    def ready(self) -> None:
        from ledstjarna.thread import checks  # noqa: F401  registers itself
