"""The principles room as a Django app."""

from django.apps import AppConfig


class PrinciplesConfig(AppConfig):
    """Announces what the room is made of."""

    name = "ledstjarna.rooms.principles"
    label = "principles"

    def ready(self) -> None:
        from ledstjarna.rooms.principles.room import ROOM
        from ledstjarna.thread.room import announce

        announce(ROOM)
