"""What openers meet: the form for a new round, and the desk where a round is steered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.reads.rounds import RoundPage, round_page
from ledstjarna.thread.reads import Missing


@dataclass(frozen=True, slots=True)
class Opening:
    """What is told beside the form for a new round."""

    longest: int
    may_open: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """A round with the forms by which it is steered."""

    round: RoundPage
    advance: Any
    prolong: Any
    pause: Any
    resume: Any
    reopen: Any
    decide: Any


def opening(*, viewer: Viewer) -> Opening:
    """The page for a new round.

    Raises:
        Missing: this viewer does not open rounds.
    """
    if not rules.may_open(viewer):
        raise Missing("rounds")
    return Opening(rules.LONGEST, True)


def desk(*, ref: str, viewer: Viewer, now: datetime, forms: Mapping[str, Any]) -> Desk:
    """The page where a round is steered; `forms` come from the door, perhaps with what was typed.

    Raises:
        Missing: this viewer steers nothing here.
    """
    page = round_page(ref=ref, viewer=viewer, now=now)
    if not (page.may_steer or page.may_decide):
        raise Missing(ref)
    made = dict(forms)
    if "reopen" in made:
        made["reopen"].fields["phase"].choices = list(page.earlier)
    return Desk(round=page, **made)
