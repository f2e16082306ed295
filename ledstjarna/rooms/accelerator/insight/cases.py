"""A call's entries, assessors and closeness as a case to be placed."""

from datetime import date

from django.db.models import Q

from ledstjarna.people.models import Employment
from ledstjarna.people.viewer import in_force
from ledstjarna.rooms.accelerator.insight.placing import Case
from ledstjarna.rooms.accelerator.models import Call, Seat
from ledstjarna.rooms.accelerator.room import Standing
from ledstjarna.rooms.accelerator.scope import close


def case_of(call: Call, today: date) -> Case:
    """The case of a call as it stands; what has been assessed or locked is kept."""
    entries = list(call.entries.filter(standing=Standing.SENT).order_by("pk"))
    assessors = list(call.assessors.order_by("pk"))
    kept = Seat.objects.filter(Q(locked=True) | Q(done_at__isnull=False), entry__call=call)
    works = Employment.objects.filter(in_force(today), person__in=[one.person_id for one in assessors])
    rows = works.order_by("-pk").values_list("person_id", "unit__department_id", "unit_id")
    place = {person: department or unit for person, department, unit in rows}
    return Case(
        entries=tuple(entry.pk for entry in entries),
        assessors=tuple(one.pk for one in assessors),
        # Somebody who works nowhere is in a department of their own.
        departments=tuple(place.get(one.person_id, -one.pk) for one in assessors),
        seats=call.seats,
        close=frozenset(close(assessors, entries, today)),
        kept=frozenset(kept.values_list("entry_id", "assessor_id")),
    )
