"""What a file would change: who is new, changed, moved, leaving or as before."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledstjarna.people.intake.rows import Fault, Staff


@dataclass(frozen=True, slots=True)
class Present:
    """A person at work as the house has them now."""

    given: str
    family: str
    email: str
    title: str
    unit: str
    manager: str
    protected: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Good rows by what they mean, those who are no longer in the file, and every bad row."""

    new: tuple[Staff, ...]
    changed: tuple[Staff, ...]
    moved: tuple[Staff, ...]
    leaving: tuple[str, ...]
    unchanged: int
    units: tuple[tuple[str, str, str], ...]
    faults: tuple[Fault, ...]

    @property
    def touched(self) -> int:
        """How many persons the file changes anything for."""
        return len(self.new) + len(self.changed) + len(self.moved) + len(self.leaving)


def compare(
    staff: Sequence[Staff],
    faults: Sequence[Fault],
    present: Mapping[str, Present],
    units: Collection[str],
    today: date,
) -> Difference:
    """Hold a file against the house. The number alone says who somebody is; an address never does (T10)."""
    working = [one for one in staff if one.valid_to is None or one.valid_to >= today]
    gone = {one.number for one in staff} - {one.number for one in working}
    good, bad = _placed(working, units)
    good, led = _led(good, present)
    # Whoever has a bad row is still there: nobody leaves because of a slip of the pen.
    listed = {one.number for one in working} | {fault.person for fault in faults}
    return Difference(
        new=tuple(one for one in good if one.number not in present),
        changed=tuple(one for one in good if _is_changed(one, present.get(one.number))),
        moved=tuple(one for one in good if _is_moved(one, present.get(one.number))),
        leaving=tuple(sorted(number for number in present if number in gone or number not in listed)),
        unchanged=sum(_is_same(one, present.get(one.number)) for one in good),
        units=_new_units(good, units),
        faults=tuple(sorted((*faults, *bad, *led), key=lambda fault: fault.row)),
    )


def _placed(staff: Sequence[Staff], units: Collection[str]) -> tuple[list[Staff], list[Fault]]:
    """A unit that is not known must be named with its department, so that it can be made."""
    good, bad = [], []
    for one in staff:
        if one.unit in units or (one.unit_name and one.department):
            good.append(one)
        else:
            bad.append(Fault(one.row, "unit", one.unit, "unknown_unit", one.number))
    return good, bad


def _led(staff: Sequence[Staff], present: Mapping[str, Present]) -> tuple[list[Staff], list[Fault]]:
    """A manager must be somebody, and no line of managers may come back to where it began."""
    numbers = {one.number for one in staff} | set(present)
    unknown = [
        Fault(one.row, "manager", one.manager, "unknown_manager", one.number)
        for one in staff
        if one.manager and one.manager not in numbers
    ]
    rows = {fault.row for fault in unknown}
    rest = [one for one in staff if one.row not in rows]
    circled = _circles({one.number: one.manager for one in rest})
    faults = unknown + [
        Fault(one.row, "manager", one.manager, "circle", one.number) for one in rest if one.number in circled
    ]
    return [one for one in rest if one.number not in circled], faults


def _circles(boss: Mapping[str, str]) -> set[str]:
    """Everybody who is part of a circle of managers."""
    done: set[str] = set()
    circled: set[str] = set()
    for start in boss:
        path: list[str] = []
        place: dict[str, int] = {}
        here = start
        while here and here in boss and here not in done and here not in place:
            place[here] = len(path)
            path.append(here)
            here = boss[here]
        if here in place:
            circled |= set(path[place[here] :])
        done |= set(path)
    return circled


def _is_moved(one: Staff, now: Present | None) -> bool:
    return now is not None and one.unit != now.unit


def _is_changed(one: Staff, now: Present | None) -> bool:
    return now is not None and one.unit == now.unit and not _is_same(one, now)


def _is_same(one: Staff, now: Present | None) -> bool:
    told = Present(one.given, one.family, one.email, one.title, one.unit, one.manager, one.protected)
    return told == now


def _new_units(staff: Sequence[Staff], units: Collection[str]) -> tuple[tuple[str, str, str], ...]:
    """Units to be made: code, name and department, each once."""
    made = {one.unit: (one.unit, one.unit_name, one.department) for one in staff if one.unit not in units}
    return tuple(made.values())
