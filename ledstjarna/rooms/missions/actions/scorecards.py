"""A balanced scorecard is brought in, read into goals, and retired goal by goal."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.models import Authority, Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing import sheets
from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Scorecard, ScorecardGoal
from ledstjarna.rooms.missions.room import Fate
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Refused

ROWS = 5000
TARGETS = {Fate.KEEP: "board_goal", Fate.DIRECTION: "direction", Fate.MISSION: "board_mission"}


def _check(viewer: Viewer) -> None:
    if not rules.may_charge(viewer):
        raise Refused(_("This is done by those who keep the city’s decisions."), forbidden=True)


@transaction.atomic
def bring_scorecard(*, title: str, file: bytes, viewer: Viewer, now: datetime) -> str:
    """Keep the sheets of a file until its columns have been settled; nothing else is made of them yet."""
    _check(viewer)
    try:
        found = sheets.book(file, rows=ROWS)
    except Unreadable as error:
        raise Refused(str(error)) from error
    node = thread.add_node(kind="scorecard", title=title, audience=Audience.CITY, lang=settings.LANGUAGE_CODE)
    kept = [
        {
            "name": name,
            "header": list(table.header),
            "lines": [[line.number, list(line.cells)] for line in table.lines],
        }
        for name, table in found
    ]
    columns = rules.columns_of(found[0][1].header)
    Scorecard.objects.create(node=node, sheets=kept, columns=columns, brought_at=now)
    thread.record(who=viewer.node_id, verb="missions.brought", node=node, at=now)
    return node.ref


def _open(ref: str, viewer: Viewer) -> Scorecard:
    """The scorecard of that ref whose columns have not been settled, locked."""
    _check(viewer)
    node = reads.node(ref=ref, viewer=viewer, kind="scorecard")
    card = Scorecard.objects.select_related("node").select_for_update(of=("self",)).get(node=node)
    if card.settled_at is not None:
        raise Refused(_("Its goals have been read already."))
    return card


@transaction.atomic
def set_aside_scorecard(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Let go of a scorecard that was brought in by mistake, before it has been read into goals."""
    card = _open(ref, viewer)
    card.sheets, card.settled_at = [], now
    card.save(update_fields=["sheets", "settled_at"])
    thread.end(node=card.node, at=now)
    thread.record(who=viewer.node_id, verb="missions.stopped", node=card.node, at=now)
    return ref


@transaction.atomic
def settle_scorecard(*, ref: str, columns: Mapping[str, int], viewer: Viewer, now: datetime) -> str:
    """Read the rows into goals by the columns chosen, each given to the unit or board that it names."""
    card = _open(ref, viewer)
    entries = [entry for found, _faults in rules.book_of(card.sheets, columns) for entry in found]
    if not entries:
        raise Refused(_("No row has a goal in the column chosen."))
    nodes = thread.add_nodes(
        [
            Node(kind="scorecard_goal", title=entry.goal, audience=Audience.CITY, lang=settings.LANGUAGE_CODE)
            for entry in entries
        ]
    )
    alike = rules.likenesses([entry.goal for entry in entries])
    goals = [_goal(card, place, *each) for place, each in enumerate(zip(nodes, entries, alike, strict=True))]
    ScorecardGoal.objects.bulk_create(goals, batch_size=500)
    owners = _owners()
    given = [
        (goal.node_id, "given_to", owners[key]) for goal in goals if (key := goal.owner.casefold()) in owners
    ]
    thread.tie_all([*given, *((goal.node_id, "row_of", card.node_id) for goal in goals)])
    thread.index_all((node, node.title) for node in nodes)
    card.sheets, card.columns, card.settled_at = [], dict(columns), now
    card.save()
    thread.record(who=viewer.node_id, verb="missions.settled", node=card.node, at=now)
    return ref


def _goal(card: Scorecard, place: int, node: Node, entry: rules.Entry, alike: int) -> ScorecardGoal:
    nature, says = rules.nature_of(entry.goal, entry.target)
    return ScorecardGoal(
        node=node, scorecard=card, place=place, nature=nature, says=says, likeness=alike,
        perspective=entry.perspective[:200], measure=entry.measure[:500], target=entry.target[:300],
        owner=entry.owner[:200], period=entry.period[:100], outcome=entry.outcome[:300],
    )  # fmt: skip


def _owners() -> dict[str, int]:
    """The rows of units, boards and companies, by name and by code; the higher wins where two share one."""
    units = [
        (key, pk)
        for pk, *keys in Unit.objects.order_by("-pk").values_list("pk", "name", "code")
        for key in keys
    ]
    boards = [(key, pk) for pk, *keys in Authority.objects.values_list("pk", "name", "code") for key in keys]
    return {key.casefold(): pk for key, pk in (*units, *boards)}


@transaction.atomic
def decide_fates(
    *,
    ref: str,
    goals: Sequence[str],
    fate: str,
    became: str = "",
    note: str = "",
    viewer: Viewer,
    now: datetime,
) -> str:
    """What becomes of some goals of a scorecard: each leaves it, and can be read for ever.

    One that lives on is tied to what it became; one that stays a goal must meet what all goals must (R2), so
    it is set as one first.
    """
    _check(viewer)
    node = reads.node(ref=ref, viewer=viewer, kind="scorecard")
    rows = ScorecardGoal.objects.select_related("node").select_for_update(of=("self",))
    chosen = list(rows.filter(scorecard_id=node.pk, node__ref__in=list(goals)))
    if not chosen:
        raise Refused(_("Tick at least one goal."))
    target = _became(fate, became, viewer)
    for one in chosen:
        one.fate, one.became, one.note, one.fated_at = fate, target, note, now
        _tied(one, target)
        if fate == Fate.WAITING:
            _back(one)
        elif one.node.ended is None:
            thread.end(node=one.node, at=now)
    ScorecardGoal.objects.bulk_update(chosen, ["fate", "became", "note", "fated_at"])
    thread.record(who=viewer.node_id, verb="missions.fated", node=node, at=now)
    return ref


def _became(fate: str, ref: str, viewer: Viewer) -> Node | None:
    """What the goals became.

    Raises:
        Refused: they live on, and what they became is not named or is of another kind.
    """
    kind = TARGETS.get(Fate(fate))
    if kind is None:
        return None
    node = Node.objects.filter(ref=ref).first() if ref else None
    if (
        node is None
        or node.kind != kind
        or node.ended
        or not reads.seen_by(viewer).filter(pk=node.pk).exists()
    ):
        raise Refused(_("Choose what they became: a goal, a direction or a mission that is there already."))
    return node


def _tied(one: ScorecardGoal, target: Node | None) -> None:
    thread.tie_exactly(source=one.node, name="became", targets=[target.pk] if target else [])


def _back(one: ScorecardGoal) -> None:
    """A fate that is taken back: the goal asks for attention again."""
    one.fated_at = None
    thread.revive(node=one.node)
