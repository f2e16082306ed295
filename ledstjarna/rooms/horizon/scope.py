"""Who has the signals to read."""

from ledstjarna.people.models import Unit
from ledstjarna.rooms.horizon.models import Group


def group() -> frozenset[int]:
    """The rows of the unit that reads signals, and of all directly below it."""
    top = Group.objects.values_list("unit_id", flat=True).first()
    if top is None:
        return frozenset()
    return frozenset({top, *Unit.objects.filter(parent_id=top).values_list("pk", flat=True)})
