"""The experiments room as a Django app."""

from django.apps import AppConfig


class ExperimentsConfig(AppConfig):
    """Announces what the room is made of."""

    name = "ledstjarna.rooms.experiments"
    label = "experiments"

    def ready(self) -> None:
        from ledstjarna.rooms.experiments.room import ROOM
        from ledstjarna.thread.room import announce

        announce(ROOM)
