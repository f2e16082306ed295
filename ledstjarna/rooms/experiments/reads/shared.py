"""What several reads of this room have in common: rows as arrays, refs that are tied, wordings that stood."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments.insight import Place, Row, Seen, seen
from ledstjarna.rooms.experiments.models import Experiment, Wording
from ledstjarna.rooms.experiments.room import LOCAL, SERVED
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand
from ledstjarna.web.passages import VersionRow, passages

Choices = tuple[tuple[str, str], ...]


def served_choices(viewer: Viewer, own: Collection[int]) -> Choices:
    """What a test may serve: refs and words, what steers the unit itself first, then what all steer by.

    Other units' plans and goals are left out: there are hundreds; `own` holds what else is to be there.
    """
    spots = reads.spots(viewer=viewer, kind=SERVED)
    fits = [one for one in spots if one.id in own or one.kind not in LOCAL]
    order = sorted(fits, key=lambda one: (one.kind not in LOCAL, SERVED.index(one.kind)))
    return tuple((one.ref, f"{one.label}: {one.title}") for one in order)


def named(person: Person) -> str:
    """A person's name as another meets it; a protected person's is never told (R18)."""
    return _("Somebody whose details are protected") if person.protected else person.name


def tied_refs(node: int, name: str) -> list[str]:
    """The refs that a node is tied to by the strands of a name."""
    rows = Strand.objects.filter(source_id=node, name=name, cut=False)
    return list(rows.order_by("pk").values_list("target__ref", flat=True))


def tied_rows(node: int, name: str) -> list[int]:
    """The rows that a node is tied to by the strands of a name."""
    rows = Strand.objects.filter(source_id=node, name=name, cut=False)
    return list(rows.values_list("target_id", flat=True))


def plain(value: Any) -> Any:
    """A whole number without its point, as one would type it."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def wordings(node: int, now: str) -> tuple[VersionRow, ...]:
    """The wordings before the one that stands, newest first, each beside the one after it."""
    rows, after = [], now
    for one in Wording.objects.filter(node_id=node).order_by("-number"):
        rows.append(VersionRow(one.number, one.until, one.why, passages(one.text, after)))
        after = one.text
    return tuple(rows)


def changes_on(one: Experiment) -> date | None:
    """The first day with the change."""
    return one.begins + timedelta(days=one.quiet) if one.begins else None


def rows_of(one: Experiment) -> list[Row]:
    """What has been observed in a test, in the order in which it came."""
    found = one.observations.order_by("on", "pk").values_list("on", "value", "many", "having", "site_id")
    return [Row(*each) for each in found]


def places_of(one: Experiment) -> list[Place]:
    """The places of a test, as they were drawn."""
    return [Place(*each) for each in one.sites.order_by("pk").values_list("pk", "pair", "having", "begins")]


def shown(one: Experiment, rows: Sequence[Row], today: date) -> Seen | None:
    """What a test has shown; it is over when its last day has passed."""
    over = one.stage in {"review", "concluded"} or (one.ends is not None and today > one.ends)
    return seen(one, rows, places_of(one), changes_on(one), over=over)
