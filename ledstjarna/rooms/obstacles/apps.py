"""The obstacles room as a Django app."""

from django.apps import AppConfig


class ObstaclesConfig(AppConfig):
    """Announces what the room is made of."""

    name = "ledstjarna.rooms.obstacles"
    label = "obstacles"

    def ready(self) -> None:
        from ledstjarna.rooms.obstacles.room import ROOM
        from ledstjarna.thread.room import announce

        announce(ROOM)
