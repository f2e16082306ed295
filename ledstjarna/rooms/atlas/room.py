"""The words of the atlas room, which has no kinds of its own: it shows those of the others."""

from django.utils.translation import gettext_lazy as _

from ledstjarna.thread.room import Room, Way

ROOM = Room(
    name="atlas",
    ways=(
        Way(_("The thread"), "atlas:star"),
        Way(_("Loose threads"), "atlas:loose", signed_in=True),
    ),
)
