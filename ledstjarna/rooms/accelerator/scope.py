"""Whose things are, and who is close to them: what rules, reads and actions need to know."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from ledstjarna.people.models import Employment, RoleAssignment, Unit
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Assessor, Call, Declared, Entry, Initiative, Member, Register
from ledstjarna.rooms.accelerator.room import Part, Standing
from ledstjarna.thread import reads
from ledstjarna.thread.models import Reader, Strand
from ledstjarna.thread.reads import Missing

Pair = tuple[int, int]
# Many belong to these without doing anything together.
WIDE = ("unit", "board", "company", "party", "organisation", "call", "vision", "round")


def insiders(node: int) -> frozenset[int]:
    """The rows of those who are in a thing."""
    rows = Member.objects.filter(node_id=node, part=Part.IN)
    return frozenset(rows.values_list("person_id", flat=True))


def crew_of(entry: int) -> frozenset[int]:
    """The rows of all who have to do with an entry, asked and asking too: none of them decides of it."""
    return frozenset(Member.objects.filter(node_id=entry).values_list("person_id", flat=True))


def parents() -> dict[int, int | None]:
    """Every unit's row and the row of the unit it is part of."""
    return dict(Unit.objects.values_list("pk", "parent_id"))


def line_of(units: Iterable[int], above: dict[int, int | None]) -> frozenset[int]:
    """Units with all that they are part of."""
    line: set[int] = set()
    for unit in units:
        step: int | None = unit
        while step is not None and step not in line:
            line.add(step)
            step = above.get(step)
    return frozenset(line)


def found_call(*, ref: str, viewer: Viewer, lock: bool = False) -> Call:
    """The call of that ref; one that is being shaped is there for the office alone.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    rows = Call.objects.select_related("node").filter(calls_for(viewer))
    found = (rows.select_for_update(of=("self",)) if lock else rows).filter(node__ref=ref).first()
    if found is None:
        raise Missing(ref)
    return found


def calls_for(viewer: Viewer) -> Q:
    """The condition on a call that this viewer may read it."""
    return Q() if rules.may_run(viewer) else reads.visible(viewer, "node__") & ~Q(stage="draft")


def readable(viewer: Viewer) -> Q:
    """The condition on an entry that this viewer may read it: by its audience, or as the office once sent."""
    allowed = reads.visible(viewer, "node__")
    return allowed | ~Q(standing=Standing.DRAFT) if rules.may_run(viewer) else allowed


def found_entry(*, ref: str, viewer: Viewer, lock: bool = False) -> Entry:
    """The entry of that ref.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    rows = Entry.objects.select_related("node", "call__node", "unit__node").filter(readable(viewer))
    found = (rows.select_for_update(of=("self",)) if lock else rows).filter(node__ref=ref).first()
    if found is None:
        raise Missing(ref)
    return found


def found_register(*, ref: str, viewer: Viewer, lock: bool = False) -> Register:
    """The register of that ref; all of the office see what one of them has brought.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    rows = Register.objects.select_related("node")
    found = (rows.select_for_update(of=("self",)) if lock else rows).filter(node__ref=ref).first()
    if found is None or not rules.may_run(viewer):
        raise Missing(ref)
    return found


def found_initiative(*, ref: str, viewer: Viewer, lock: bool = False) -> Initiative:
    """The initiative of that ref.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="initiative")
    rows = Initiative.objects.select_related("node", "unit__node")
    return (rows.select_for_update(of=("self",)) if lock else rows).get(node=node)


def judging(entry: Entry, viewer: Viewer) -> bool:
    """Whether a viewer is one of the assessors of a call whose entries are read without names."""
    if not entry.call.blind or viewer.person_id is None:
        return False
    return Assessor.objects.filter(call_id=entry.call_id, person_id=viewer.person_id).exists()


def lacks(one: Initiative) -> tuple[str, ...]:
    """What an initiative lacks for its next gate, in words (R6)."""
    measured = list(one.goals.values_list("measured", flat=True))
    ready = rules.Ready(
        plan=bool(one.plan.strip()),
        cost=one.cost is not None,
        group=bool(one.group.strip()),
        goals=len(measured),
        measured=sum(value is not None for value in measured),
    )
    words = {
        "plan": _("a plan"),
        "cost": _("an estimated cost"),
        "goals": _("effect goals"),
        "group": _("a test group"),
        "measured": _("a measured effect"),
    }
    return tuple(words[name] for name in rules.lacking(one.step, ready))


def close(assessors: Sequence[Assessor], entries: Sequence[Entry], today: date) -> dict[Pair, str]:
    """Who is too close to which entry and how, as rows (entry, assessor); a constant number of questions."""
    crews = _crews([entry.pk for entry in entries])
    persons = {one.person_id for one in assessors} | {each for crew in crews.values() for each in crew}
    known = _known(persons, today)
    above = parents()
    said = set(Declared.objects.filter(assessor__in=assessors).values_list("entry_id", "assessor_id"))
    found: dict[Pair, str] = dict.fromkeys(said, "declared")
    for entry in entries:
        crew = [known[person] for person in crews[entry.pk]]
        units = frozenset([entry.unit_id] if entry.unit_id else ()) | {u for one in crew for u in one.units}
        line = line_of(units, above)
        for one in assessors:
            if how := rules.closeness(known[one.person_id], crew, frozenset(units), line):
                found[entry.pk, one.pk] = how
    return found


def _crews(entries: Sequence[int]) -> dict[int, list[int]]:
    """Those who are in each entry, or have been asked to be."""
    crews: dict[int, list[int]] = {entry: [] for entry in entries}
    rows = Member.objects.filter(node_id__in=entries, part__in=(Part.IN, Part.INVITED))
    for entry, person in rows.order_by("pk").values_list("node_id", "person_id"):
        crews[entry].append(person)
    return crews


def _known(persons: Collection[int], today: date) -> dict[int, rules.Someone]:
    units: dict[int, set[int]] = defaultdict(set)
    managers: dict[int, set[int]] = defaultdict(set)
    works = Employment.objects.filter(in_force(today)).values_list("person_id", "unit_id", "manager_id")
    for person, unit, manager in works:
        if person in persons:
            units[person].add(unit)
        if manager:
            managers[person].add(manager)
    leads: dict[int, set[int]] = defaultdict(set)
    held = RoleAssignment.objects.filter(
        in_force(today), person__in=persons, role__in=("manager", "director")
    )
    for person, place in held.exclude(unit=None).values_list("person_id", "unit_id"):
        leads[person].add(place)
    line = {person: frozenset(over) for person, over in managers.items()}
    joint = rules.joint_of(_together(persons))
    return {
        person: rules.Someone(
            person, frozenset(units[person]), frozenset(leads[person]), rules.line_above(person, line),
            joint.get(person, frozenset()),
        )
        for person in persons
    }  # fmt: skip


def _together(persons: Collection[int]) -> list[frozenset[int]]:
    """Things that several of these are in: by membership, by strand, by what they alone may read."""
    things: dict[int, set[int]] = defaultdict(set)
    rows = [
        *Member.objects.filter(person__in=persons, part=Part.IN).values_list("node_id", "person_id"),
        *Reader.objects.filter(person__in=persons).values_list("node_id", "person_id"),
        *Strand.objects.filter(target__in=persons, cut=False)
        .exclude(source__kind__in=WIDE)
        .values_list("source_id", "target_id"),
    ]
    for node, person in rows:
        things[node].add(person)
    outward = Strand.objects.filter(source__in=persons, cut=False).exclude(target__kind__in=WIDE)
    for person, node in outward.values_list("source_id", "target_id"):
        things[node].add(person)
    return [frozenset(crew) for crew in things.values() if len(crew) > 1]
