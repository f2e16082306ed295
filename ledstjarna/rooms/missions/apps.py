"""The missions room as a Django app."""

from django.apps import AppConfig


class MissionsConfig(AppConfig):
    """Announces what the room is made of."""

    name = "ledstjarna.rooms.missions"
    label = "missions"

    def ready(self) -> None:
        from ledstjarna.rooms.missions.room import ROOM
        from ledstjarna.thread.room import announce

        announce(ROOM)
