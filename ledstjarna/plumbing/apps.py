"""Plumbing, at the very bottom: it knows no room."""

from django.apps import AppConfig


class PlumbingConfig(AppConfig):
    """The job queue's table and the checks of the machine."""

    name = "ledstjarna.plumbing"
    label = "plumbing"

    def ready(self) -> None:
        from ledstjarna.plumbing import checks  # noqa: F401  importing registers them
