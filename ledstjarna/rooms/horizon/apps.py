"""The horizon room as a Django app."""

from django.apps import AppConfig


class HorizonConfig(AppConfig):
    """Announces what the room is made of."""

    name = "ledstjarna.rooms.horizon"
    label = "horizon"

    def ready(self) -> None:
        from ledstjarna.rooms.horizon.room import ROOM
        from ledstjarna.thread.room import announce

        announce(ROOM)
