"""People as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Announces the kinds of the organisation."""

    name = "ledstjarna.people"
    label = "people"

    def ready(self) -> None:
        from ledstjarna.people.room import ROOM
        from ledstjarna.thread.room import announce

        announce(ROOM)
