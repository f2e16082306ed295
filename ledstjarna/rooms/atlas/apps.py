"""The atlas room as a Django app."""

from django.apps import AppConfig


class AtlasConfig(AppConfig):
    """Announces the ways into the thread; the kinds belong to the other rooms."""

    name = "ledstjarna.rooms.atlas"
    label = "atlas"

    def ready(self) -> None:
        from ledstjarna.rooms.atlas.room import ROOM
        from ledstjarna.thread.room import announce

        announce(ROOM)
