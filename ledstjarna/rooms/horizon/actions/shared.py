"""What signals are tied to, checked."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.horizon.room import CONCERNED
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Refused


def concerned(refs: Sequence[str], viewer: Viewer) -> list[int]:
    """The rows of what a signal concerns.

    Raises:
        Refused: one of them is not something that a signal can concern.
    """
    nodes = [reads.node(ref=ref, viewer=viewer) for ref in refs]
    for node in nodes:
        if node.kind not in CONCERNED or node.ended:
            raise Refused(_("It cannot be tied to “%(title)s”.") % {"title": node.title})
    return [node.pk for node in nodes]
