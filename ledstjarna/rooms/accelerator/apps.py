"""The accelerator room as a Django app."""

from django.apps import AppConfig


class AcceleratorConfig(AppConfig):
    """Announces what the room is made of."""

    name = "ledstjarna.rooms.accelerator"
    label = "accelerator"

    def ready(self) -> None:
        from ledstjarna.rooms.accelerator.room import ROOM
        from ledstjarna.thread.room import announce

        announce(ROOM)
