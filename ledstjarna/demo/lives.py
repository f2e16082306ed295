"""The lives of obstacles, made up in memory and written many at a time."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from ledstjarna.people.models import Employment, RoleAssignment, Unit
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Desk, Obstacle, Turn
from ledstjarna.rooms.obstacles.room import Ending, State, Step
from ledstjarna.rooms.obstacles.scope import line, nearest, parents, seal
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node, Reader, Strand

A_DAY = timedelta(days=1)
AuthorOf = dict[int, int | None]


class Cast:
    """Who works where, who leads what, and what may be hindered: each looked up once."""

    def __init__(self, now: datetime) -> None:
        rows = Employment.objects.select_related("person", "unit").filter(person__protected=False)
        self.works = list(rows.order_by("pk"))
        held = RoleAssignment.objects.filter(role__in=rules.LEADERS, person__protected=False).exclude(
            unit=None
        )
        self.heads = dict(held.order_by("-pk").values_list("unit_id", "person_id"))
        self.names = dict.fromkeys(self.heads, "")
        self.above = parents()
        self.units: dict[str, int] = dict(Unit.objects.values_list("code", "pk"))
        self.days = dict(Desk.objects.values_list("unit_id", "days"))
        goals = Node.objects.filter(kind__in=("board_goal", "unit_plan"), ended=None).order_by("pk")
        self.goals = list(goals.values_list("pk", flat=True))


class Life:
    """One obstacle as it goes: what the room would keep of it, and the deeds by which it came so far.

    `deeds` are the names of the room's actions, who did each, when, and with what words.
    """

    def __init__(
        self, cast: Cast, text: str, work: Employment, desk: str, hinders: Sequence[int], *, sealed: bool
    ) -> None:
        self.cast, self.text, self.work, self.sealed = cast, text, work, sealed
        self.hinders = tuple(dict.fromkeys((work.unit_id, *hinders)))
        whole = [pk for pk in line(work.unit_id, cast.above) if pk in cast.heads]
        self.receiver = cast.units.get(desk) or nearest(work.unit_id, cast.above, cast.names)
        self.days = rules.PROMISE if self.receiver in whole else cast.days.get(self.receiver, rules.PROMISE)
        self.asked_by: int | None = None
        self.secret = self.answer_ = ""
        self.state, self.ending, self.reopened = State.WAITING.value, "", False
        self.by_day: date | None = None
        self.answered_by: int | None = None
        self.answered_on: date | None = None
        self.reminded_on: date | None = None
        self.due: date | None = None
        self.ended: datetime | None = None
        self.turns: list[dict[str, Any]] = []
        self.facts: list[tuple[datetime, int | None, str, int | None]] = []
        self.cleared: list[list[datetime | None]] = []
        self.deeds: list[tuple[str, int | None, datetime, dict[str, Any]]] = []

    @property
    def head(self) -> int | None:
        """The person who leads the unit that has it now."""
        return self.cast.heads.get(self.receiver)

    def _did(self, name: str, who: int | None, at: datetime, **words: Any) -> None:
        self.deeds.append((name, who, at, words))

    def report(self, at: datetime, *, named: bool) -> datetime:
        """It is reported; without a name it is known a day later. The moment from which it is known."""
        self.reported_on = timezone.localdate(at)
        self.promised = self.due = rules.promised(self.reported_on, self.days)
        person = self.work.person_id
        self._did("report" if named else "post", person, at)
        if named:
            self.asked_by = person
            self.facts.append((at, person, "obstacles.reported", self.work.unit_id))
            return at
        self.secret = secrets.token_urlsafe(24)
        at += A_DAY
        self._did("deliver", None, at)
        self.facts.append((at, None, "obstacles.reported", None))
        return at

    def hand_over(self, at: datetime, code: str, reason: str) -> None:
        """It goes to another unit, and its day stays."""
        who, taker = self.head, self.cast.units[code]
        self._did("hand_over", who, at, to=taker, reason=reason)
        self._turn(Step.HANDED, at, reason, giver_id=self.receiver, taker_id=taker)
        self.receiver = taker
        self.facts.append((at, who, "obstacles.handed", taker))

    def postpone(self, at: datetime, until: date, reason: str) -> None:
        """It gets a later day."""
        self._did("postpone", self.head, at, until=until, reason=reason)
        self._turn(Step.POSTPONED, at, reason, until=until)
        self.promised = self.due = until
        self.facts.append((at, self.head, "obstacles.postponed", None))

    def answer(self, at: datetime, outcome: str, words: str, until: date | None = None) -> None:
        """It is answered."""
        self._did("answer", self.head, at, outcome=outcome, answer=words, until=until)
        self._turn(Step.ANSWERED, at, words, outcome=outcome, until=until)
        self.state, self.answer_, self.by_day, self.due = outcome, words, until, until
        self.answered_by, self.answered_on = self.head, None if until else timezone.localdate(at)
        if outcome == State.REMOVED:
            self.cleared.append([at, None])
        verb = "obstacles.removed" if outcome == State.REMOVED else "obstacles.answered"
        self.facts.append((at, self.head, verb, None))

    def judge(self, at: datetime, *, helped: bool, text: str) -> None:
        """The one who reported it says whether it helped; without a name it is known a day later."""
        words = {"helped": "yes" if helped else "no", "text": text}
        self._did("judge" if self.asked_by else "write_back", self.work.person_id, at, **words)
        if not self.asked_by:
            at += A_DAY
            self._did("deliver", None, at)
        if helped:
            self._end(Ending.HELPED, at, "obstacles.helped", self.asked_by)
            return
        for one in self.cleared:
            one[1] = one[1] or at
        if self.reopened:
            self._end(Ending.NO_HELP, at, "obstacles.closed", self.asked_by)
            return
        today = timezone.localdate(at)
        self.state, self.reopened, self.promised = State.WAITING.value, True, rules.promised(today)
        self.answer_, self.answered_by, self.answered_on, self.by_day = "", None, None, None
        self.due = self.promised
        self._turn(Step.REOPENED, at, text, until=self.promised)
        self.facts.append((at, self.asked_by, "obstacles.reopened", None))

    def be_silent(self, now: datetime) -> None:
        """Nobody says anything: it is asked once more, and closed."""
        assert self.answered_on is not None
        at = self._morning(self.answered_on + rules.REMIND)
        if at <= now:
            self._did("remind", None, at)
            self.reminded_on = timezone.localdate(at)
            self.facts.append((at, None, "obstacles.reminded", None))
            at = self._morning(self.reminded_on + rules.CLOSE)
            if at <= now:
                self._did("close_silent", None, at)
                self._end(Ending.SILENT, at, "obstacles.closed", None)

    def _morning(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, 0, 5, tzinfo=timezone.get_default_timezone())

    def _end(self, ending: str, at: datetime, verb: str, who: int | None) -> None:
        self.ending, self.ended, self.due = ending, at, None
        self.facts.append((at, who, verb, None))

    def _turn(self, sort: str, at: datetime, text: str, **more: Any) -> None:
        self.turns.append({"sort": sort, "on": timezone.localdate(at), "text": text, **more})


@transaction.atomic
def write(lives: Sequence[Life]) -> list[Node]:
    """The rows of many lives, as the room's actions would have left them; the node of each."""
    boards: AuthorOf = dict(Unit.objects.values_list("pk", "authority_id"))
    nodes = thread.add_nodes([_node(one, "obstacle", boards, one.facts[0][0], one.ended) for one in lives])
    pairs = list(zip(lives, nodes, strict=True))
    Obstacle.objects.bulk_create([_obstacle(one, node) for one, node in pairs])
    Turn.objects.bulk_create([Turn(obstacle_id=node.pk, **turn) for one, node in pairs for turn in one.turns])
    removed = [(one, node, at, gone) for one, node in pairs for at, gone in one.cleared]
    deeds = thread.add_nodes([_node(one, "removal", boards, at, gone) for one, _node_, at, gone in removed])
    strands = [
        Strand(source_id=node.pk, name="hinders", target_id=pk, since=node.born)
        for one, node in pairs
        for pk in one.hinders
    ]
    for (one, node, at, _gone), deed in zip(removed, deeds, strict=True):
        ties = [("clears", node.pk), *(("eases", pk) for pk in one.hinders)]
        strands += [Strand(source_id=deed.pk, name=name, target_id=pk, since=at) for name, pk in ties]
    Strand.objects.bulk_create(strands, batch_size=500)
    own = [(node, one) for one, node in pairs] + [
        (deed, one) for (one, *_rest), deed in zip(removed, deeds, strict=True)
    ]
    Reader.objects.bulk_create(
        [Reader(node=node, person_id=one.asked_by) for node, one in own if one.sealed and one.asked_by]
    )
    thread.index_all((node, _words(one)) for one, node in pairs)
    facts = [(at, who, verb, node.pk, other) for one, node in pairs for at, who, verb, other in one.facts]
    thread.record_all(sorted(facts, key=lambda fact: fact[0]))
    return nodes


def _words(one: Life) -> str:
    """What it is found by: its text, and the latest answer that came."""
    said = [turn["text"] for turn in one.turns if turn["sort"] == Step.ANSWERED]
    return " ".join([one.text, *said[-1:]])


def _node(one: Life, kind: str, boards: AuthorOf, born: datetime | None, ended: datetime | None) -> Node:
    return Node(
        kind=kind, title=rules.title_of(one.text), lang=settings.LANGUAGE_CODE,
        audience=Audience.NAMED if one.sealed else Audience.CITY, home_id=one.work.unit_id,
        authority_id=boards[one.work.unit_id], born=born, ended=ended,
        due=one.due if kind == "obstacle" else None,
    )  # fmt: skip


def _obstacle(one: Life, node: Node) -> Obstacle:
    return Obstacle(
        node=node, text=one.text, where_id=one.work.unit_id, receiver_id=one.receiver, asked_by_id=one.asked_by,
        key=seal(one.secret) if one.secret else "", sealed=one.sealed, reported_on=one.reported_on,
        promised=one.promised, by_day=one.by_day, state=one.state, ending=one.ending, reopened=one.reopened,
        answer=one.answer_, answered_by_id=one.answered_by, answered_on=one.answered_on,
        reminded_on=one.reminded_on, salt=None if one.ending else secrets.token_bytes(16),
    )  # fmt: skip
