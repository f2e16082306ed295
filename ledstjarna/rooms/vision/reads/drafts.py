"""The desk where the vision is written, and its versions side by side."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.models import Area, Round, Shift, Version, Vision
from ledstjarna.rooms.vision.reads.maps import uniting_choices
from ledstjarna.rooms.vision.reads.visions import AreaRow, ShiftRow, areas_of, grown, shifts_of, the_vision
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot
from ledstjarna.web.passages import Passage, passages


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version that was kept."""

    number: int
    note: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Drafting:
    """The desk where the vision is written."""

    ref: str
    name: str
    why: tuple[Spot, ...]
    areas: tuple[AreaRow, ...]
    shifts: tuple[ShiftRow, ...]
    versions: tuple[VersionRow, ...]
    round_ref: str
    choices: tuple[tuple[str, str], ...]
    may_draft: bool
    values: dict[str, Any]
    part_ref: str


def _parts(vision: Vision, ref: str, roots: dict[int, list[Spot]]) -> dict[str, Any]:
    """What a form for this area or shift begins with."""
    area = Area.objects.select_related("node").filter(vision=vision, node__ref=ref).first()
    if area is not None:
        refs = [one.ref for one in roots.get(area.pk, [])]
        found = {
            "title": area.node.title,
            "text": area.text,
            "title_en": area.title_en,
            "text_en": area.text_en,
        }
        return {**found, "statements": refs}
    shift = Shift.objects.filter(vision=vision, node__ref=ref).first()
    if shift is None:
        raise Missing(ref)
    refs = [one.ref for one in roots.get(shift.pk, [])]
    found = {
        "origin": shift.origin,
        "goal": shift.goal,
        "origin_en": shift.origin_en,
        "goal_en": shift.goal_en,
    }
    return {**found, "statements": refs}


def vision_of(*, part: str, kind: str, viewer: Viewer) -> str:
    """The ref of the vision that an area or shift belongs to.

    Raises:
        Missing: there is no part of that kind, or it is not for this viewer.
    """
    node = reads.node(ref=part, viewer=viewer, kind=kind)
    found = (Area if kind == "area" else Shift).objects.filter(node=node)
    ref: str | None = found.values_list("vision__node__ref", flat=True).first()
    if ref is None:
        raise Missing(part)
    return ref


def drafting(*, ref: str, viewer: Viewer, part: str = "") -> Drafting:
    """The draft as it stands; `part` is the area or shift whose form is wanted."""
    one = the_vision(ref=ref, viewer=viewer)
    round_ = Round.objects.select_related("node").filter(vision=one).order_by("-opened_at").first()
    if round_ is None or not rules.may_open(viewer):
        raise Missing(ref)
    roots = grown(viewer)
    versions = Version.objects.filter(vision=one).order_by("-number")
    return Drafting(
        ref=ref,
        name=one.node.title,
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        areas=areas_of(one, roots),
        shifts=shifts_of(one, roots),
        versions=tuple(VersionRow(*row) for row in versions.values_list("number", "note", "made_at")),
        round_ref=round_.node.ref,
        choices=uniting_choices(ref=round_.node.ref, viewer=viewer),
        may_draft=rules.may_draft(viewer, round_.phase),
        values=_parts(one, part, roots) if part else {},
        part_ref=part,
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """Two versions of one part, side by side, with what differs marked."""

    left_title: str
    right_title: str
    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a draft side by side."""

    ref: str
    name: str
    first: VersionRow
    second: VersionRow
    every: tuple[VersionRow, ...]
    areas: tuple[Beside, ...]
    shifts: tuple[Beside, ...]


def _beside(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> tuple[Beside, ...]:
    made = []
    for i in range(max(len(left), len(right))):
        one = left[i] if i < len(left) else ("", "")
        other = right[i] if i < len(right) else ("", "")
        both = passages(one[1], other[1])
        first = tuple(each for each in both if each.kind != "new")
        second = tuple(each for each in both if each.kind != "gone")
        made.append(Beside(one[0], other[0], first, second, one == other))
    return tuple(made)


def _texts(body: dict[str, Any], part: str) -> list[tuple[str, str]]:
    if part == "areas":
        return [(one["title"], one["text"]) for one in body["areas"]]
    return [
        (f"{one['origin']} → {one['goal']}", f"{one['origin']} → {one['goal']}") for one in body["shifts"]
    ]


def versions(*, ref: str, viewer: Viewer, first: int = 0, second: int = 0) -> Versions:
    """Two versions of a draft; the last two where none are named.

    Raises:
        Missing: this viewer does not draft, or nothing has been kept.
    """
    one = the_vision(ref=ref, viewer=viewer)
    kept = {row.number: row for row in Version.objects.filter(vision=one).order_by("number")}
    if not kept or not rules.may_open(viewer):
        raise Missing(ref)
    numbers = list(kept)
    right = kept.get(second) or kept[numbers[-1]]
    left = kept.get(first) or kept[numbers[max(0, len(numbers) - 2)]]
    every = tuple(VersionRow(row.number, row.note, row.made_at) for row in reversed(kept.values()))
    return Versions(
        ref=ref,
        name=one.node.title,
        first=VersionRow(left.number, left.note, left.made_at),
        second=VersionRow(right.number, right.note, right.made_at),
        every=every,
        areas=_beside(_texts(left.body, "areas"), _texts(right.body, "areas")),
        shifts=_beside(_texts(left.body, "shifts"), _texts(right.body, "shifts")),
    )
