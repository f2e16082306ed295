"""Bringing in a consultation that was held elsewhere."""

from collections.abc import Callable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.files import Consultation, Vote
from ledstjarna.rooms.vision.models import Ballot, Round, Statement, Vision
from ledstjarna.rooms.vision.room import Origin, Phase, Standing
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Refused

STANDINGS = {1: Standing.IN, 0: Standing.IN, -1: Standing.OUT}


@transaction.atomic
def bring_in(
    *, consultation: Consultation, lang: str, viewer: Viewer, now: datetime, tell: Callable[[int, int], None]
) -> str:
    """A consultation read from files, as a round that is closed from the start.

    `tell` hears how many ballots of how many have been made.
    """
    if not rules.may_open(viewer):
        raise Refused(_("Only those who open vision rounds bring in consultations."), forbidden=True)
    stamps = [vote.at for vote in consultation.votes if vote.at]
    opened_at = min(stamps, default=now)
    vision = Vision.objects.create(
        node=thread.add_node(kind="vision", title=consultation.topic, audience=Audience.PUBLIC, lang=lang),
        horizon=now.year,
        intro=consultation.description,
    )
    node = thread.add_node(kind="round", title=consultation.topic, audience=Audience.PUBLIC, lang=lang)
    round_ = Round.objects.create(
        node=node,
        vision=vision,
        question=consultation.topic,
        phase=Phase.GATHER,
        imported=True,
        opened_at=opened_at,
        closed_at=now,
        open_to_public=True,
        threshold=rules.threshold_of(settings.BALLOT_THRESHOLD),
        counted=1,
    )
    thread.tie(source=node, name="shapes", target=vision.node)
    thread.index(vision.node, consultation.topic)
    slots = _lay_statements(round_, consultation, lang, opened_at.date())
    _lay_ballots(round_, consultation.votes, slots, tell)
    thread.record(who=viewer.node_id, verb="vision.imported", node=node, other=vision.node, at=now)
    return node.ref


def _lay_statements(round_: Round, consultation: Consultation, lang: str, opened: date) -> dict[str, int]:
    comments = sorted(consultation.comments, key=lambda one: int(one.number))
    nodes = thread.add_nodes(
        [
            Node(kind="statement", title=one.text[:300], lang=lang, audience=Audience.PUBLIC)
            for one in comments
        ]
    )
    made = [
        Statement(
            node=node,
            round=round_,
            slot=slot,
            text=one.text[:1000],
            standing=STANDINGS[one.moderated],
            number=one.number,
            said_on=one.at.date() if one.at else opened,
        )
        for slot, (node, one) in enumerate(zip(nodes, comments, strict=True))
    ]
    Statement.objects.bulk_create(made, batch_size=500)
    thread.index_all((one.node, one.text) for one in made)
    return {one.number: slot for slot, one in enumerate(comments)}


def _lay_ballots(
    round_: Round, votes: tuple[Vote, ...], slots: dict[str, int], tell: Callable[[int, int], None]
) -> None:
    width = len(slots)
    values: dict[str, bytearray] = {}
    days: dict[str, bytearray] = {}
    for vote in votes:
        row = values.setdefault(vote.voter, bytearray([rules.MISSING]) * width)
        row[slots[vote.number]] = rules.CODES[vote.choice]
        day = rules.day_of(round_.opened_at, vote.at.date()) if vote.at else 0
        line = days.setdefault(vote.voter, bytearray(2 * width))
        line[2 * slots[vote.number] : 2 * slots[vote.number] + 2] = min(max(day, 0), 65535).to_bytes(
            2, "little"
        )
    ballots = [
        Ballot(
            round=round_,
            key=f"import:{voter:0>12}",
            origin=Origin.PUBLIC,
            values=bytes(row),
            days=bytes(days[voter]),
            shown_values=bytes(row),
            shown_days=bytes(days[voter]),
        )
        for voter, row in values.items()
    ]
    for start in range(0, len(ballots), 500):
        Ballot.objects.bulk_create(ballots[start : start + 500])
        tell(min(start + 500, len(ballots)), len(ballots))
