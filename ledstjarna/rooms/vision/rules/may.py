"""Who may do what in a vision round, and when."""

from collections.abc import Sequence
from datetime import date

from ledstjarna.people.sight import Sight

PHASES = ("collect", "vote", "gather", "endorse", "decided")
OPENERS = frozenset({"city_director", "communicator", "administrator"})
LONGEST = 280


def may_open(viewer: Sight) -> bool:
    """Who may open, steer and moderate a round."""
    return viewer.holds(*OPENERS)


def may_draft(viewer: Sight, phase: str) -> bool:
    """Who may write on the draft, and when: from gathering until the parties have been asked."""
    return may_open(viewer) and phase in {"gather", "endorse"}


def may_say(viewer: Sight, phase: str, *, paused: bool, public: bool) -> bool:
    """Who may add a statement: staff, and residents where the round is open to them."""
    return phase in {"collect", "vote"} and not paused and (viewer.signed_in or public)


def may_vote(viewer: Sight, phase: str, *, paused: bool, public: bool) -> bool:
    """Who may vote: staff, and residents where the round is open to them."""
    return phase == "vote" and not paused and (viewer.signed_in or public)


def may_endorse(viewer: Sight, phase: str, party: int | None) -> bool:
    """An elected member speaks for their own party, once the draft is ready."""
    return phase in {"endorse", "decided"} and party is not None and viewer.party_id == party


def may_decide(viewer: Sight, phase: str) -> bool:
    """Who may enter the council's decision."""
    return phase == "endorse" and viewer.holds("city_director", "registrar", "administrator")


def may_export(viewer: Sight, *, closed: bool) -> bool:
    """Votes leave the house only when nothing ties a ballot to a voter any more."""
    return closed and may_open(viewer)


def next_phase(phase: str) -> str | None:
    """The step after this one."""
    here = PHASES.index(phase)
    return PHASES[here + 1] if here + 1 < len(PHASES) else None


def earlier_phases(phase: str) -> tuple[str, ...]:
    """The steps that a round may go back to; a decided round is closed for good."""
    return () if phase == "decided" else PHASES[: PHASES.index(phase)]


def is_overdue(until: date | None, today: date) -> bool:
    """Whether the day that was promised has passed."""
    return until is not None and today > until


def needs_reaffirming(said_on: date, elected_on: date | None) -> bool:
    """A word given before the latest election is asked for again."""
    return elected_on is not None and said_on < elected_on


def is_unanimous(stances: Sequence[str], parties: int) -> bool:
    """Every party has spoken, and every one is for without reservation."""
    return parties > 0 and len(stances) == parties and set(stances) == {"for"}
