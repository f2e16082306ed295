"""Names taken out of what people have written, before others than they read it."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.conf import settings

from ledstjarna.people.models import Employment, Unit
from ledstjarna.people.viewer import in_force
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Member
from ledstjarna.rooms.accelerator.scope import line_of, parents


def blinded(known: rules.Known, texts: Iterable[str]) -> list[str]:
    """These texts without the names that are known of, nor addresses and numbers."""
    looks = rules.patterns(known)
    marks = rules.MARKS.get(settings.LANGUAGE_CODE, rules.MARKS["en"])
    return [rules.redacted(text, looks, marks) for text in texts]


def known_of(homes: Mapping[int, int | None], today: date) -> dict[int, rules.Known]:
    """For each thing, given with the unit it comes from, the names that must not be read.

    A constant number of questions however many the things are.
    """
    crews: dict[int, dict[int, tuple[str, str]]] = {pk: {} for pk in homes}
    rows = Member.objects.filter(node_id__in=list(homes))
    columns = ("node_id", "person_id", "person__given", "person__family")
    for pk, person, given, family in rows.values_list(*columns):
        crews[pk][person] = (given, family)
    places = _places({person for crew in crews.values() for person in crew}, today)
    own = {pk: {home} if home else set() for pk, home in homes.items()}
    units = {pk: own[pk] | {u for person in crews[pk] for u in places.get(person, ())} for pk in homes}
    mates = _colleagues({unit for some in units.values() for unit in some}, today)
    above, names = parents(), dict(Unit.objects.values_list("pk", "name"))
    return {
        pk: rules.Known(
            tuple(sorted(crews[pk].values())),
            tuple(sorted({name for unit in units[pk] for name in mates.get(unit, ())})),
            tuple(sorted(names[unit] for unit in line_of(units[pk], above))),
        )
        for pk in homes
    }


def _places(persons: set[int], today: date) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    works = Employment.objects.filter(in_force(today), person__in=persons)
    for person, unit in works.values_list("person_id", "unit_id"):
        found.setdefault(person, []).append(unit)
    return found


def _colleagues(units: set[int], today: date) -> dict[int, list[tuple[str, str]]]:
    """Everybody in these units, the protected too: their names least of all may be read."""
    found: dict[int, list[tuple[str, str]]] = {}
    works = Employment.objects.filter(in_force(today), unit__in=units)
    for unit, given, family in works.values_list("unit_id", "person__given", "person__family"):
        found.setdefault(unit, []).append((given, family))
    return found
