"""The vision itself: its areas and shifts, the ledger of parties, how it was made, its drafts."""

from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any

from django.utils import translation

from ledstjarna.people.models import Party
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.models import Area, Endorsement, Round, Shift, Version, Vision
from ledstjarna.rooms.vision.reads.maps import uniting_choices
from ledstjarna.rooms.vision.reads.rounds import RoundPage, round_page
from ledstjarna.rooms.vision.room import Stance
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Neighbour, Spot


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area in the reader's language, and the statements it grew from."""

    ref: str
    title: str
    text: str
    lang: str
    grew_from: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift in the reader's language."""

    ref: str
    origin: str
    goal: str
    lang: str
    grew_from: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """What a party has said, or that it has not spoken yet."""

    party: str
    party_ref: str
    ref: str
    stance: str
    stance_label: str
    words: str
    spokesperson: str
    said_on: date | None
    asked_again: bool


@dataclass(frozen=True, slots=True)
class VisionPage:
    """A vision with how it was made."""

    ref: str
    name: str
    intro: str
    horizon: int
    lang: str
    decided_on: date | None
    reference: str
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    areas: tuple[AreaRow, ...]
    shifts: tuple[ShiftRow, ...]
    ledger: tuple[Word, ...]
    unanimous: bool
    elected_on: date | None
    made: RoundPage | None
    may_draft: bool
    may_endorse: bool
    may_ask_again: bool


def _in(reader: str, swedish: str, english: str) -> tuple[str, str]:
    """Words in the reader's language where they are there, and the language they are in."""
    return (english, "en") if reader == "en" and english else (swedish, "")


def the_vision(*, ref: str, viewer: Viewer) -> Vision:
    """The vision of that ref, for the reads of this room.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="vision")
    return Vision.objects.select_related("node").get(node=node)


def latest(*, viewer: Viewer) -> str | None:
    """The ref of the vision in force, else of the newest that is being shaped."""
    found = Vision.objects.filter(node__in=reads.seen_by(viewer), rounds__imported=False)
    decided = found.exclude(decided_on=None).order_by("-decided_on")
    refs = [*decided.values_list("node__ref", flat=True)[:1], *found.order_by("-pk").values_list(
        "node__ref", flat=True)[:1]]
    return refs[0] if refs else None


def _grown(viewer: Viewer) -> dict[int, list[Spot]]:
    rows = reads.strands(viewer=viewer, names=("grew_from", "turned_from"))
    spots = {one.id: one for one in reads.spots(viewer=viewer, kind="statement", ids={row[2] for row in rows})}
    grown: dict[int, list[Spot]] = {}
    for source, _, target in rows:
        if target in spots:
            grown.setdefault(source, []).append(spots[target])
    return grown


def _areas(vision: Vision, viewer: Viewer, grown: dict[int, list[Spot]]) -> tuple[AreaRow, ...]:
    reader = translation.get_language() or "sv"
    rows = []
    for area in Area.objects.select_related("node").filter(vision=vision).order_by("order"):
        title, lang = _in(reader, area.node.title, area.title_en)
        text, _ = _in(reader, area.text, area.text_en)
        rows.append(AreaRow(area.node.ref, title, text, lang or area.node.lang, tuple(grown.get(area.pk, ()))))
    return tuple(rows)


def _shifts(vision: Vision, grown: dict[int, list[Spot]]) -> tuple[ShiftRow, ...]:
    reader = translation.get_language() or "sv"
    rows = []
    for shift in Shift.objects.select_related("node").filter(vision=vision).order_by("order"):
        origin, lang = _in(reader, shift.origin, shift.origin_en)
        goal, _ = _in(reader, shift.goal, shift.goal_en)
        rows.append(ShiftRow(shift.node.ref, origin, goal, lang or shift.node.lang, tuple(grown.get(shift.pk, ()))))
    return tuple(rows)


def _word(party: Party, said: Endorsement | None, elected_on: date | None) -> Word:
    if said is None:
        return Word(party.name, party.node.ref, "", "", "", "", "", None, False)
    return Word(
        party=party.name,
        party_ref=party.node.ref,
        ref=said.node.ref,
        stance=said.stance,
        stance_label=str(Stance(said.stance).label),
        words=said.words,
        spokesperson="" if said.spokesperson.protected else said.spokesperson.name,
        said_on=said.said_on,
        asked_again=rules.needs_reaffirming(said.said_on, elected_on),
    )


def _ledger(vision: Vision) -> tuple[Word, ...]:
    """Every party in order of name, those who have not spoken too: all are shown alike."""
    said = Endorsement.objects.select_related("node", "spokesperson").filter(vision=vision, replaced_by=None)
    by_party = {one.party_id: one for one in said}
    parties = Party.objects.select_related("node").order_by("name")
    return tuple(_word(party, by_party.get(party.pk), vision.elected_on) for party in parties)


def vision(*, ref: str, viewer: Viewer, now: datetime) -> VisionPage:
    """A vision as anybody may read it once it is decided, and staff while it is shaped."""
    one = the_vision(ref=ref, viewer=viewer)
    round_ = Round.objects.select_related("node").filter(vision=one).order_by("-opened_at").first()
    phase = round_.phase if round_ else ""
    grown = _grown(viewer)
    ledger = _ledger(one) if round_ and not round_.imported else ()
    stances = [word.stance for word in ledger if word.stance and not word.asked_again]
    name, lang = _in(translation.get_language() or "sv", one.node.title, one.name_en)
    intro, _ = _in(translation.get_language() or "sv", one.intro, one.intro_en)
    return VisionPage(
        ref=ref,
        name=name,
        intro=intro,
        horizon=one.horizon,
        lang=lang or one.node.lang,
        decided_on=one.decided_on,
        reference=one.reference,
        votes_for=one.votes_for,
        votes_against=one.votes_against,
        abstained=one.abstained,
        areas=_areas(one, viewer, grown),
        shifts=_shifts(one, grown),
        ledger=ledger,
        unanimous=rules.is_unanimous(stances, len(ledger)),
        elected_on=one.elected_on,
        made=round_page(ref=round_.node.ref, viewer=viewer, now=now) if round_ else None,
        may_draft=rules.may_draft(viewer, phase),
        may_endorse=rules.may_endorse(viewer, phase, viewer.party_id),
        may_ask_again=rules.may_open(viewer) and bool(ledger),
    )


@dataclass(frozen=True, slots=True)
class PartPage:
    """An area, a shift, a statement or an endorsement on a page of its own."""

    ref: str
    kind: str
    title: str
    text: str
    lang: str
    why: tuple[Spot, ...]
    neighbours: tuple[Neighbour, ...]
    starts: tuple[tuple[str, str], ...]
    may_change: bool
    vision_ref: str
    word: Word | None = None


def _page(node_id: int, viewer: Viewer, **more: Any) -> PartPage:
    node = reads.seen_by(viewer).get(pk=node_id)
    return PartPage(
        ref=node.ref,
        kind=node.kind,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        neighbours=tuple(reads.neighbours(node=node, viewer=viewer)),
        starts=tuple(reads.starts(kind=node.kind)),
        **more,
    )


def _phase_of(vision: Vision) -> str:
    return vision.rounds.order_by("-opened_at").values_list("phase", flat=True).first() or ""


def area(*, ref: str, viewer: Viewer) -> PartPage:
    """An area of a vision."""
    node = reads.node(ref=ref, viewer=viewer, kind="area")
    one = Area.objects.select_related("node", "vision__node").filter(node=node).first()
    if one is None:
        raise Missing(ref)
    reader = translation.get_language() or "sv"
    title, lang = _in(reader, one.node.title, one.title_en)
    text, _ = _in(reader, one.text, one.text_en)
    may = rules.may_draft(viewer, _phase_of(one.vision))
    return _page(
        node.pk, viewer, title=title, text=text, lang=lang or node.lang, may_change=may, vision_ref=one.vision.node.ref
    )


def shift(*, ref: str, viewer: Viewer) -> PartPage:
    """A shift that a vision asks for."""
    node = reads.node(ref=ref, viewer=viewer, kind="shift")
    one = Shift.objects.select_related("node", "vision__node").filter(node=node).first()
    if one is None:
        raise Missing(ref)
    reader = translation.get_language() or "sv"
    origin, lang = _in(reader, one.origin, one.origin_en)
    goal, _ = _in(reader, one.goal, one.goal_en)
    may = rules.may_draft(viewer, _phase_of(one.vision))
    title = f"{origin} → {goal}"
    return _page(
        node.pk, viewer, title=title, text="", lang=lang or node.lang, may_change=may, vision_ref=one.vision.node.ref
    )


def endorsement(*, ref: str, viewer: Viewer) -> PartPage:
    """What a party has said of a vision."""
    node = reads.node(ref=ref, viewer=viewer, kind="endorsement")
    said = Endorsement.objects.select_related("node", "spokesperson", "party__node", "vision__node").get(node=node)
    word = _word(said.party, said, said.vision.elected_on)
    return _page(
        node.pk,
        viewer,
        title=node.title,
        text=said.words,
        lang=node.lang,
        may_change=False,
        vision_ref=said.vision.node.ref,
        word=word,
    )


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


def _parts(vision: Vision, ref: str, grown: dict[int, list[Spot]]) -> dict[str, Any]:
    """What a form for this area or shift begins with."""
    area = Area.objects.select_related("node").filter(vision=vision, node__ref=ref).first()
    if area is not None:
        refs = [one.ref for one in grown.get(area.pk, [])]
        found = {"title": area.node.title, "text": area.text, "title_en": area.title_en, "text_en": area.text_en}
        return {**found, "statements": refs}
    shift = Shift.objects.filter(vision=vision, node__ref=ref).first()
    if shift is None:
        raise Missing(ref)
    refs = [one.ref for one in grown.get(shift.pk, [])]
    found = {"origin": shift.origin, "goal": shift.goal, "origin_en": shift.origin_en, "goal_en": shift.goal_en}
    return {**found, "statements": refs}


def drafting(*, ref: str, viewer: Viewer, part: str = "") -> Drafting:
    """The draft as it stands; `part` is the area or shift whose form is wanted."""
    one = the_vision(ref=ref, viewer=viewer)
    round_ = Round.objects.select_related("node").filter(vision=one).order_by("-opened_at").first()
    if round_ is None or not rules.may_open(viewer):
        raise Missing(ref)
    grown = _grown(viewer)
    versions = Version.objects.filter(vision=one).order_by("-number")
    return Drafting(
        ref=ref,
        name=one.node.title,
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        areas=_areas(one, viewer, grown),
        shifts=_shifts(one, grown),
        versions=tuple(VersionRow(*row) for row in versions.values_list("number", "note", "made_at")),
        round_ref=round_.node.ref,
        choices=uniting_choices(ref=round_.node.ref, viewer=viewer),
        may_draft=rules.may_draft(viewer, round_.phase),
        values=_parts(one, part, grown) if part else {},
        part_ref=part,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """A passage of two versions: the same, only in the first, or only in the second."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Two versions of one part, side by side, with what differs marked."""

    left_title: str
    right_title: str
    left: tuple[Change, ...]
    right: tuple[Change, ...]
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


def _compared(left: str, right: str) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    a, b = left.split(), right.split()
    first, second = [], []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        kind = "same" if tag == "equal" else "changed"
        if a1 > a0:
            first.append(Change(kind, " ".join(a[a0:a1])))
        if b1 > b0:
            second.append(Change(kind, " ".join(b[b0:b1])))
    return tuple(first), tuple(second)


def _beside(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> tuple[Beside, ...]:
    made = []
    for i in range(max(len(left), len(right))):
        one = left[i] if i < len(left) else ("", "")
        other = right[i] if i < len(right) else ("", "")
        first, second = _compared(one[1], other[1])
        made.append(Beside(one[0], other[0], first, second, one == other))
    return tuple(made)


def _texts(body: dict[str, Any], part: str) -> list[tuple[str, str]]:
    if part == "areas":
        return [(one["title"], one["text"]) for one in body["areas"]]
    return [(f"{one['origin']} → {one['goal']}", f"{one['origin']} → {one['goal']}") for one in body["shifts"]]


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
