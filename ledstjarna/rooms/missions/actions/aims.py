"""Setting what the city, a board, a company or a unit is there for and wants; changing it; letting it go."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.models import Authority, Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Aim, Version
from ledstjarna.rooms.missions.room import HOLDERS, ROOM
from ledstjarna.rooms.missions.scope import answers_for, found, line_of
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Refused

BODY = ("text", "whom", "target", "stands", "how", "begins", "ends")
OPEN = ("programme", "direction", "board_mission", "board_goal")


def _refused() -> Refused:
    return Refused(_("This is entered by those who answer for it."), forbidden=True)


def served(kind: str, refs: Sequence[str], viewer: Viewer) -> list[int]:
    """The rows of what an aim of this kind is said to serve.

    Raises:
        Refused: nothing is named, or something that such an aim cannot serve.
    """
    if not refs:
        raise Refused(_("Tick what it serves: without that nobody can see why it is there."))
    nodes = [reads.node(ref=ref, viewer=viewer) for ref in refs]
    fit = {name for tie in ROOM.ties if (tie.name, tie.source) == ("serves", kind) for name in tie.targets}
    for node in nodes:
        if node.kind not in fit or node.ended:
            raise Refused(
                _("It cannot serve “%(title)s”. Choose something nearer the vision.") % {"title": node.title}
            )
    return [node.pk for node in nodes]


def _check_words(kind: str, title: str, text: str, whom: str) -> None:
    """R1: a direction has no target. R2: a goal is an effect, for somebody outside."""
    if kind == "direction" and (words := rules.target_in(f"{title}. {text}")):
        raise Refused(
            _("A direction has no target. Take out “%(words)s” and let an indicator follow it instead.")
            % {"words": words}
        )
    if kind == "board_goal":
        _check_goal(title, text, whom)


def _check_goal(title: str, text: str, whom: str) -> None:
    if words := rules.activity_in(title) or rules.activity_in(text):
        raise Refused(
            _(
                "“%(words)s” says what you will do. Say what will be different for somebody; "
                "the doing belongs in the plan."
            )
            % {"words": words}
        )
    if words := rules.inside_in(whom):
        raise Refused(
            _("“%(words)s” is inside our own house. A goal is for residents, companies or organisations.")
            % {"words": words}
        )


def _laid(kind: str, title: str, serves: Sequence[str], viewer: Viewer, now: datetime, **body: Any) -> Aim:
    """A new aim on the thread, tied to what it serves; whoever calls records it."""
    _check_words(kind, title, body["text"], body.get("whom", ""))
    rows = served(kind, serves, viewer)
    settled = Audience.PUBLIC if kind in OPEN else Audience.CITY
    audience = Audience.AUTHORITY if body.get("draft") else settled
    home = body["unit"].pk if body.get("unit") else None
    owner = body["authority"].pk if body.get("draft") else None
    node = thread.add_node(
        kind=kind,
        title=title,
        audience=audience,
        lang=settings.LANGUAGE_CODE,
        home=home,
        authority=owner,
        due=body.get("ends") if kind in {"board_goal", "unit_plan"} else None,
    )
    thread.tie_exactly(source=node, name="serves", targets=rows)
    thread.index(node, f"{title} {body['text']} {body.get('whom', '')}")
    return Aim.objects.create(node=node, set_at=now, set_by_id=viewer.person_id, **body)


@transaction.atomic
def set_programme(
    *,
    ref: str,
    title: str,
    text: str,
    serves: Sequence[str],
    begins: date,
    ends: date,
    viewer: Viewer,
    now: datetime,
) -> str:
    """What the council wants during its years, on the vision of that ref."""
    star = reads.node(ref=ref, viewer=viewer, kind="vision")
    if not rules.may_steer(viewer):
        raise _refused()
    if ends <= begins:
        raise Refused(_("The programme must end after it has begun."))
    aim = _laid("programme", title, serves or [ref], viewer, now, text=text, begins=begins, ends=ends)
    thread.record(who=viewer.node_id, verb="missions.set", node=aim.node, other=star, at=now)
    return aim.node.ref


def _recipients(refs: Sequence[str], viewer: Viewer) -> list[int]:
    """The boards and companies named, or the whole organisation where none is."""
    if refs:
        nodes = [reads.node(ref=ref, viewer=viewer) for ref in refs]
        if any(node.kind not in HOLDERS for node in nodes):
            raise Refused(_("A direction is given to boards and companies."))
        return [node.pk for node in nodes]
    return list(Node.objects.filter(kind="organisation").values_list("pk", flat=True))


@transaction.atomic
def set_direction(
    *,
    ref: str,
    title: str,
    text: str,
    serves: Sequence[str],
    given_to: Sequence[str],
    viewer: Viewer,
    now: datetime,
) -> str:
    """Where the whole city should be heading, under the programme or vision of that ref (R1)."""
    above = reads.node(ref=ref, viewer=viewer)
    if not rules.may_steer(viewer):
        raise _refused()
    aim = _laid("direction", title, serves or [ref], viewer, now, text=text)
    thread.tie_exactly(source=aim.node, name="given_to", targets=_recipients(given_to, viewer))
    thread.record(who=viewer.node_id, verb="missions.set", node=aim.node, other=above, at=now)
    return aim.node.ref


def _authority(ref: str, viewer: Viewer) -> Authority:
    node = reads.node(ref=ref, viewer=viewer)
    return Authority.objects.select_related("node").filter(node=node).first() or _not_one(ref)


def _not_one(ref: str) -> Authority:
    raise reads.Missing(ref)


@transaction.atomic
def set_mission(
    *, ref: str, title: str, text: str, whom: str, serves: Sequence[str], viewer: Viewer, now: datetime
) -> str:
    """What the board or company of that ref is there for; one at a time."""
    authority = _authority(ref, viewer)
    if not rules.may_charge(viewer):
        raise _refused()
    if authority.aims.filter(node__kind="board_mission", node__ended=None).exists():
        raise Refused(_("It has a mission already. Change that one, or let it go first."))
    aim = _laid("board_mission", title, serves, viewer, now, text=text, whom=whom, authority=authority)
    thread.tie(source=aim.node, name="purpose_of", target=authority.node)
    thread.record(who=viewer.node_id, verb="missions.set", node=aim.node, other=authority.node, at=now)
    return aim.node.ref


@transaction.atomic
def set_goal(
    *,
    ref: str,
    title: str,
    text: str,
    whom: str,
    target: str,
    ends: date | None,
    serves: Sequence[str],
    viewer: Viewer,
    now: datetime,
) -> str:
    """What somebody outside is to notice of the board or company of that ref, its one recipient (R2)."""
    authority = _authority(ref, viewer)
    if not rules.may_aim(viewer, authority.pk):
        raise _refused()
    body = {"text": text, "whom": whom, "target": target, "ends": ends, "authority": authority}
    aim = _laid("board_goal", title, serves, viewer, now, **body)
    thread.tie(source=aim.node, name="given_to", target=authority.node)
    thread.record(who=viewer.node_id, verb="missions.set", node=aim.node, other=authority.node, at=now)
    return aim.node.ref


@transaction.atomic
def set_plan(
    *,
    ref: str,
    title: str,
    text: str,
    stands: str,
    how: str,
    ends: date | None,
    serves: Sequence[str],
    draft: bool = False,
    viewer: Viewer,
    now: datetime,
) -> str:
    """Where the unit of that ref is, what it wants and how; as a draft, for its own board alone."""
    node = reads.node(ref=ref, viewer=viewer, kind="unit")
    unit = Unit.objects.select_related("node", "authority").get(node=node)
    if not rules.may_plan(viewer, line_of(unit.pk)):
        raise _refused()
    if draft and not rules.may_draft(unit.authority_id, viewer.authority_ids):
        raise Refused(
            _("A draft is read by its own board or company alone, and you are not of it. Settle it.")
        )
    body = {
        "draft": draft,
        "text": text,
        "stands": stands,
        "how": how,
        "ends": ends,
        "unit": unit,
        "authority": unit.authority,
    }
    aim = _laid("unit_plan", title, serves, viewer, now, **body)
    thread.tie(source=aim.node, name="plan_of", target=node)
    thread.record(who=viewer.node_id, verb="missions.set", node=aim.node, other=node, at=now)
    return aim.node.ref


def own(ref: str, viewer: Viewer) -> Aim:
    """The aim of that ref, locked, if this viewer answers for it.

    Raises:
        Refused: they do not, or it has ended.
    """
    aim = found(ref=ref, viewer=viewer, lock=True)
    charged = aim.node.kind == "board_mission"
    if not (rules.may_charge(viewer) if charged else answers_for(aim.node, viewer)):
        raise _refused()
    if aim.node.ended:
        raise Refused(_("It has been let go, and is kept as it was."))
    return aim


def worded(aim: Aim) -> dict[str, Any]:
    """The words of an aim, as they are kept."""
    return {"title": aim.node.title} | {name: _plain(getattr(aim, name)) for name in BODY}


def _kept(aim: Aim, why: str, now: datetime) -> None:
    """Keep the words that stood; of a draft that nobody else has been shown, nothing is kept."""
    if not aim.draft or aim.dispatches.exists():
        Version.objects.create(aim=aim, number=aim.number, until=now, why=why, body=worded(aim))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


@transaction.atomic
def change_aim(
    *,
    ref: str,
    why: str,
    title: str,
    text: str,
    serves: Sequence[str],
    whom: str = "",
    target: str = "",
    stands: str = "",
    how: str = "",
    begins: date | None = None,
    ends: date | None = None,
    given_to: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """Another wording of an aim; the one that stood is kept beside it."""
    aim = own(ref, viewer)
    kind = aim.node.kind
    _check_words(kind, title, text, whom)
    rows = served(kind, serves, viewer)
    _kept(aim, why, now)
    aim.text, aim.whom, aim.target, aim.stands, aim.how = text, whom, target, stands, how
    aim.begins, aim.ends, aim.number = begins, ends, aim.number + 1
    aim.save()
    thread.retitle(node=aim.node, title=title)
    thread.tie_exactly(source=aim.node, name="serves", targets=rows)
    if kind == "direction":
        thread.tie_exactly(source=aim.node, name="given_to", targets=_recipients(given_to, viewer))
    if kind in {"board_goal", "unit_plan"}:
        thread.promise(node=aim.node, due=ends)
    thread.index(aim.node, f"{title} {text} {whom}")
    thread.record(who=viewer.node_id, verb="missions.changed", node=aim.node, at=now)
    return ref


@transaction.atomic
def stop_aim(*, ref: str, reason: str, viewer: Viewer, now: datetime) -> str:
    """Let an aim go: it steers nobody any more, and can still be read."""
    aim = own(ref, viewer)
    aim.stopped_why = reason
    aim.save(update_fields=["stopped_why"])
    thread.end(node=aim.node, at=now)
    thread.record(who=viewer.node_id, verb="missions.stopped", node=aim.node, at=now)
    return ref
