"""What the one who reported without a name sees by the secret alone."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Letter, Obstacle
from ledstjarna.rooms.obstacles.reads.obstacles import TurnRow, turns_of
from ledstjarna.rooms.obstacles.reads.rows import Row, row_of
from ledstjarna.rooms.obstacles.room import Ending, Post
from ledstjarna.rooms.obstacles.scope import seal
from ledstjarna.thread.reads import Missing

SHORT = 16


@dataclass(frozen=True, slots=True)
class Receipt:
    """A report without a name as its writer follows it; `boxed` waits in the letterbox until tomorrow."""

    key: str
    text: str
    where: str
    receiver: str
    posted_on: date
    promised: date
    delivered: bool
    row: Row | None
    ending: str
    turns: tuple[TurnRow, ...]
    boxed: tuple[str, ...]
    may_judge: bool
    may_say: bool


def receipt(*, key: str = "", viewer: Viewer, now: datetime) -> Receipt:
    """The report that a secret leads to; who looks makes no difference, and is not kept.

    Raises:
        Missing: no report has that secret.
    """
    sealed = seal(key) if len(key) >= SHORT else ""
    one = (
        Obstacle.objects.select_related("node", "where", "receiver")
        .filter(key=sealed)
        .exclude(key="")
        .first()
    )
    return _delivered(key, one, now) if one else _posted(key, sealed)


def _delivered(key: str, one: Obstacle, now: datetime) -> Receipt:
    boxed = one.letters.order_by("sort").values_list("sort", flat=True)
    return Receipt(
        key=key,
        text=one.text,
        where=one.where.name,
        receiver=one.receiver.name,
        posted_on=one.reported_on,
        promised=one.promised,
        delivered=True,
        row=row_of(one, timezone.localdate(now)),
        ending=str(Ending(one.ending).label) if one.ending else "",
        turns=turns_of(one),
        boxed=tuple(boxed),
        may_judge=rules.is_asked(one.state, one.ending),
        may_say=not one.ending,
    )  # fmt: skip


def _posted(key: str, sealed: str) -> Receipt:
    letter = Letter.objects.select_related("where", "receiver").filter(key=sealed, sort=Post.REPORT).first()
    if letter is None or letter.where is None or letter.receiver is None or letter.promised is None:
        raise Missing("receipt")
    return Receipt(
        key, letter.text, letter.where.name, letter.receiver.name, letter.posted_on, letter.promised, False,
        None, "", (), (), False, False,
    )  # fmt: skip
