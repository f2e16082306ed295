"""Opening a round and taking it from step to step."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from random import SystemRandom

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.electorate import Entitled, electorate
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.actions.voting import counted
from ledstjarna.rooms.vision.models import Ballot, Round, Statement, Turn, Vision
from ledstjarna.rooms.vision.room import Origin, Phase, Standing, Trait
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Refused


def found(*, ref: str, viewer: Viewer) -> Round:
    """The round of that ref, locked, if this viewer may see it.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="round")
    return Round.objects.select_related("node", "vision__node").select_for_update(of=("self",)).get(node=node)


def steered(*, ref: str, viewer: Viewer) -> Round:
    """The round of that ref, locked, if this viewer may steer it.

    Raises:
        Refused: this viewer does not open rounds.
    """
    round_ = found(ref=ref, viewer=viewer)
    if not rules.may_open(viewer):
        raise Refused(_("Only those who open vision rounds may do this."), forbidden=True)
    return round_


@transaction.atomic
def open_round(
    *,
    name: str,
    horizon: int,
    question: str,
    seeds: str,
    until: date | None,
    open_to_public: bool,
    lang: str = "sv",
    viewer: Viewer,
    now: datetime,
) -> str:
    """Ask the city where it is going; `seeds` are first statements, one on each line."""
    if not rules.may_open(viewer):
        raise Refused(
            _("Only the city director, communicators and administrators open rounds."), forbidden=True
        )
    audience = Audience.PUBLIC if open_to_public else Audience.CITY
    vision = Vision.objects.create(
        node=thread.add_node(kind="vision", title=name, audience=audience, lang=lang), horizon=horizon
    )
    node = thread.add_node(kind="round", title=question, audience=audience, lang=lang)
    round_ = Round.objects.create(
        node=node,
        vision=vision,
        question=question,
        opened_at=now,
        until=until,
        open_to_public=open_to_public,
        threshold=rules.threshold_of(settings.BALLOT_THRESHOLD),
        secret=secrets.token_bytes(32),
    )
    thread.tie(source=node, name="shapes", target=vision.node)
    thread.index(vision.node, name)
    thread.index(node, question)
    texts = list(dict.fromkeys(line.strip() for line in seeds.splitlines() if line.strip()))
    lay_statements(round_, [(text, lang) for text in texts], on=timezone.localdate(now))
    thread.record(who=viewer.node_id, verb="vision.opened", node=node, other=vision.node, at=now)
    return node.ref


def lay_statements(round_: Round, texts: Sequence[tuple[str, str]], *, on: date) -> list[Statement]:
    """Statements that the opener begins with, each a text and its language, voted on from the start."""
    audience = round_.node.audience
    nodes = thread.add_nodes(
        [Node(kind="statement", title=text[:300], lang=lang, audience=audience) for text, lang in texts]
    )
    first = Statement.objects.filter(round=round_).count()
    made = Statement.objects.bulk_create(
        [
            Statement(
                node=node,
                round=round_,
                slot=first + i,
                text=text,
                seeded=True,
                standing=Standing.IN,
                said_on=on,
            )
            for i, (node, (text, _lang)) in enumerate(zip(nodes, texts, strict=True))
        ]
    )
    thread.index_all((statement.node, statement.text) for statement in made)
    return made


def _coded(people: Sequence[Entitled], least: int) -> tuple[dict[str, list[str]], list[tuple[int, ...]]]:
    words = [(one.department, one.role, one.party) for one in people]
    labels = [sorted({row[i] for row in words if row[i]}) for i in range(len(Trait))]
    place = [{label: code for code, label in enumerate(column)} for column in labels]
    codes = [tuple(place[i].get(row[i], rules.UNSTATED) for i in range(len(Trait))) for row in words]
    return dict(zip(Trait.values, labels, strict=True)), rules.coarsened(codes, least)


def _lay_ballots(round_: Round, people: Sequence[Entitled]) -> None:
    """A ballot for everyone entitled, in an order that says nothing (T2); eligibility is frozen here."""
    round_.labels, traits = _coded(people, round_.threshold)
    rows = [
        Ballot(
            round=round_,
            key=ballot_key(round_, f"person:{one.person_id}"),
            origin=Origin.STAFF,
            department=department,
            role=role,
            party=party,
        )
        for one, (department, role, party) in zip(people, traits, strict=True)
    ]
    SystemRandom().shuffle(rows)
    Ballot.objects.bulk_create(rows, batch_size=1000, ignore_conflicts=True)


def ballot_key(round_: Round, voter: str) -> str:
    """The key of a voter's ballot while the round's secret is kept.

    Raises:
        Refused: the round is closed and its secret destroyed.
    """
    if round_.secret is None:
        raise Refused(_("The round is closed: no ballot can be tied to a voter any more."))
    return rules.key_of(bytes(round_.secret) + settings.SECRET_KEY.encode(), voter)


@transaction.atomic
def advance(*, ref: str, viewer: Viewer, now: datetime, until: date | None = None) -> str:
    """Take a round to its next step; the decision itself is entered with `decide`."""
    round_ = steered(ref=ref, viewer=viewer)
    phase = rules.next_phase(round_.phase)
    if phase is None or phase == Phase.DECIDED:
        raise Refused(_("The next step is the council's decision."))
    _check_ready(round_, phase)
    if phase == Phase.VOTE and not Ballot.objects.filter(round=round_, origin=Origin.STAFF).exists():
        _lay_ballots(round_, electorate(today=timezone.localdate(now)))
    if round_.phase == Phase.VOTE:
        counted(round_, last=True)
    round_.phase, round_.until, round_.paused = phase, until, False
    round_.save()
    thread.record(who=viewer.node_id, verb="vision.moved", node=round_.node, at=now)
    return ref


def _check_ready(round_: Round, phase: str) -> None:
    if phase == Phase.VOTE and not round_.statements.filter(standing=Standing.IN).exists():
        raise Refused(_("There is nothing to vote on yet: add a statement first."))
    if phase == Phase.ENDORSE and not round_.vision.areas.exists():
        raise Refused(_("There is nothing to endorse yet: write the first vision area."))


def _turned(round_: Round, verb: str, reason: str, now: datetime) -> None:
    Turn.objects.create(round=round_, at=now, verb=verb, reason=reason)


@transaction.atomic
def prolong(*, ref: str, until: date, reason: str, viewer: Viewer, now: datetime) -> str:
    """Give the present step more time, and say why."""
    round_ = steered(ref=ref, viewer=viewer)
    if until <= (round_.until or timezone.localdate(now)):
        raise Refused(_("Choose a day later than the one that stands now."))
    round_.until = until
    round_.save(update_fields=["until"])
    _turned(round_, "vision.prolonged", reason, now)
    thread.record(who=viewer.node_id, verb="vision.prolonged", node=round_.node, at=now)
    return ref


@transaction.atomic
def pause(*, ref: str, reason: str, viewer: Viewer, now: datetime) -> str:
    """Let a round rest, and say why."""
    round_ = steered(ref=ref, viewer=viewer)
    if round_.paused or round_.phase == Phase.DECIDED:
        raise Refused(_("The round is not going on, so it cannot be paused."))
    round_.paused = True
    round_.save(update_fields=["paused"])
    _turned(round_, "vision.paused", reason, now)
    thread.record(who=viewer.node_id, verb="vision.paused", node=round_.node, at=now)
    return ref


@transaction.atomic
def resume(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Let a paused round go on."""
    round_ = steered(ref=ref, viewer=viewer)
    if not round_.paused:
        raise Refused(_("The round is not paused."))
    round_.paused = False
    round_.save(update_fields=["paused"])
    thread.record(who=viewer.node_id, verb="vision.resumed", node=round_.node, at=now)
    return ref


@transaction.atomic
def reopen(*, ref: str, phase: str, reason: str, viewer: Viewer, now: datetime) -> str:
    """Go back to an earlier step, and say why; a decided round is closed for good."""
    round_ = steered(ref=ref, viewer=viewer)
    if phase not in rules.earlier_phases(round_.phase):
        raise Refused(_("A round can go back to an earlier step only, and not after the decision."))
    round_.phase, round_.paused, round_.until = phase, False, None
    round_.save(update_fields=["phase", "paused", "until"])
    _turned(round_, "vision.reopened", reason, now)
    thread.record(who=viewer.node_id, verb="vision.reopened", node=round_.node, at=now)
    return ref


def nodes_of(round_: Round) -> Iterable[int]:
    """The rows of every node that a decision makes public."""
    vision = round_.vision
    yield from (vision.pk, round_.pk)
    yield from round_.statements.filter(standing=Standing.IN).values_list("pk", flat=True)
    yield from vision.areas.values_list("pk", flat=True)
    yield from vision.shifts.values_list("pk", flat=True)
    yield from vision.endorsements.values_list("pk", flat=True)
