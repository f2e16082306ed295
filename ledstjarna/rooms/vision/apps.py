"""The vision room as a Django app."""

from django.apps import AppConfig


class VisionConfig(AppConfig):
    """Announces what the room is made of."""

    name = "ledstjarna.rooms.vision"
    label = "vision"

    def ready(self) -> None:
        from ledstjarna.rooms.vision.room import ROOM
        from ledstjarna.thread.room import announce

        announce(ROOM)
