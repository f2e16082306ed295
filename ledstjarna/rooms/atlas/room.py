"""The words of the atlas room, which has no kinds of its own: it shows those of the others."""

from django.utils.translation import gettext_lazy as _

from ledstjarna.thread.room import Room, Way

ROOM = Room(
    name="atlas",
    verbs={
        "atlas.dismissed": _("was looked at: it is no loose thread"),
        "atlas.taken_up": _("was taken up again as a loose thread"),
        "atlas.estimated": _("what a signal costs was said anew"),
        "atlas.capped": _("how many signals are enough was said anew"),
    },
    ways=(
        Way(_("My Monday"), "atlas:monday", signed_in=True, begins=("city_director", "director")),
        Way(_("The thread"), "atlas:star"),
        Way(_("Loose threads"), "atlas:loose", signed_in=True, aside=True),
    ),
)
