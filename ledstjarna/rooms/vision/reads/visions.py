"""The vision itself: its areas and shifts, the ledger of parties, how it was made, its drafts."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import translation

from ledstjarna.people.models import Party
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.models import Area, Endorsement, Round, Shift, Vision
from ledstjarna.rooms.vision.reads.rounds import RoundPage, round_page
from ledstjarna.rooms.vision.room import Stance
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Spot


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
    asks_parties: bool
    elected_on: date | None
    made: RoundPage | None
    may_draft: bool
    may_endorse: bool
    may_ask_again: bool


def spoken(reader: str, swedish: str, english: str) -> tuple[str, str]:
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
    found = Vision.objects.filter(reads.visible(viewer, "node__"), rounds__imported=False)
    decided = found.exclude(decided_on=None).order_by("-decided_on")
    refs = [
        *decided.values_list("node__ref", flat=True)[:1],
        *found.order_by("-pk").values_list("node__ref", flat=True)[:1],
    ]
    return refs[0] if refs else None


def grown(viewer: Viewer) -> dict[int, list[Spot]]:
    """For each area and shift, by row, the statements it grew from."""
    rows = reads.strands(viewer=viewer, names=("grew_from", "turned_from"))
    spots = {
        one.id: one for one in reads.spots(viewer=viewer, kind="statement", ids={row[2] for row in rows})
    }
    found: dict[int, list[Spot]] = {}
    for source, _, target in rows:
        if target in spots:
            found.setdefault(source, []).append(spots[target])
    return found


def areas_of(vision: Vision, roots: dict[int, list[Spot]]) -> tuple[AreaRow, ...]:
    """A vision's areas in the reader's language."""
    reader = translation.get_language() or "sv"
    rows = []
    for area in Area.objects.select_related("node").filter(vision=vision).order_by("order"):
        title, lang = spoken(reader, area.node.title, area.title_en)
        text, _ = spoken(reader, area.text, area.text_en)
        rows.append(
            AreaRow(area.node.ref, title, text, lang or area.node.lang, tuple(roots.get(area.pk, ())))
        )
    return tuple(rows)


def shifts_of(vision: Vision, roots: dict[int, list[Spot]]) -> tuple[ShiftRow, ...]:
    """A vision's shifts in the reader's language."""
    reader = translation.get_language() or "sv"
    rows = []
    for shift in Shift.objects.select_related("node").filter(vision=vision).order_by("order"):
        origin, lang = spoken(reader, shift.origin, shift.origin_en)
        goal, _ = spoken(reader, shift.goal, shift.goal_en)
        rows.append(
            ShiftRow(shift.node.ref, origin, goal, lang or shift.node.lang, tuple(roots.get(shift.pk, ())))
        )
    return tuple(rows)


def word_of(party: Party, said: Endorsement | None, elected_on: date | None) -> Word:
    """What a party has said, or that it has not spoken yet."""
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
    return tuple(word_of(party, by_party.get(party.pk), vision.elected_on) for party in parties)


def vision(*, ref: str, viewer: Viewer, now: datetime) -> VisionPage:
    """A vision as anybody may read it once it is decided, and staff while it is shaped."""
    one = the_vision(ref=ref, viewer=viewer)
    round_ = Round.objects.select_related("node").filter(vision=one).order_by("-opened_at").first()
    phase = round_.phase if round_ else ""
    roots = grown(viewer)
    ledger = _ledger(one) if round_ and not round_.imported else ()
    stances = [word.stance for word in ledger if word.stance and not word.asked_again]
    name, lang = spoken(translation.get_language() or "sv", one.node.title, one.name_en)
    intro, _ = spoken(translation.get_language() or "sv", one.intro, one.intro_en)
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
        areas=areas_of(one, roots),
        shifts=shifts_of(one, roots),
        ledger=ledger,
        asks_parties=bool(stances) or phase in {"endorse", "decided"},
        unanimous=rules.is_unanimous(stances, len(ledger)),
        elected_on=one.elected_on,
        made=round_page(ref=round_.node.ref, viewer=viewer, now=now) if round_ else None,
        may_draft=rules.may_draft(viewer, phase),
        may_endorse=rules.may_endorse(viewer, phase, viewer.party_id),
        may_ask_again=rules.may_open(viewer) and bool(ledger),
    )
