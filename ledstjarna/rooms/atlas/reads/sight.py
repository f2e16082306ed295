"""What a viewer sees, as a key: those who see the same share one kept answer."""

from collections.abc import Hashable

from django.utils.translation import get_language

from ledstjarna.people.viewer import Viewer
from ledstjarna.thread.models import Reader


def eyes(viewer: Viewer) -> Hashable:
    """The audiences a viewer belongs to, the nodes opened to them by name, and their language.

    The language is there because kinds' words and addresses differ by it.
    """
    named: frozenset[int] = frozenset()
    if viewer.signed_in:
        readable = Reader.objects.filter(person_id=viewer.node_id)
        named = frozenset(readable.values_list("node_id", flat=True))
    return viewer.signed_in, viewer.authority_ids, named, get_language()
