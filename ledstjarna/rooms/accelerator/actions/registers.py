"""A register of initiatives is brought, looked at, and read; what says the same as before changes nothing."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.accelerator import files, rules
from ledstjarna.rooms.accelerator.actions.shared import check_office
from ledstjarna.rooms.accelerator.models import EffectGoal, Fund, Initiative, Register
from ledstjarna.rooms.accelerator.room import Money
from ledstjarna.rooms.accelerator.scope import found_register
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Refused


@transaction.atomic
def bring_register(*, title: str, file: bytes, viewer: Viewer, now: datetime) -> str:
    """Keep a file's rows until its columns have been settled; nothing else is made of them yet."""
    check_office(viewer)
    try:
        header, lines = files.table(file)
    except Unreadable as error:
        raise Refused(str(error)) from error
    readers = [viewer.node_id] if viewer.node_id else []
    node = thread.add_node(
        kind="register", title=title, audience=Audience.NAMED, lang=settings.LANGUAGE_CODE, readers=readers
    )
    Register.objects.create(
        node=node, header=list(header), lines=lines, columns=rules.columns_of(header), brought_at=now
    )
    thread.record(who=viewer.node_id, verb="accelerator.brought", node=node, at=now)
    return node.ref


def _waiting(ref: str, viewer: Viewer) -> Register:
    """The register of that ref, locked, if it has not been read."""
    check_office(viewer)
    one = found_register(ref=ref, viewer=viewer, lock=True)
    if one.settled_at is not None:
        raise Refused(_("It has been read already."))
    return one


@transaction.atomic
def drop_register(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Let go of a file that was brought by mistake, before anything is made of it."""
    one = _waiting(ref, viewer)
    one.lines, one.settled_at = [], now
    one.save(update_fields=["lines", "settled_at"])
    thread.end(node=one.node, at=now)
    thread.record(who=viewer.node_id, verb="accelerator.ended", node=one.node, at=now)
    return ref


@transaction.atomic
def settle_register(*, ref: str, columns: Mapping[str, int], viewer: Viewer, now: datetime) -> str:
    """Make initiatives of the rows that will do: new ones, and those whose row says other than last."""
    one = _waiting(ref, viewer)
    found, bad = rules.rows_of(one.lines, columns)
    if not found:
        raise Refused(_("No row can be read so. Which column has the title?"))
    standing = {each.key: each for each in Initiative.objects.select_related("node").exclude(key="")}
    units, challenges = _units(), _challenges()
    for row in found:
        kept = standing.get(row.key)
        digest = rules.digest_of(row)
        if kept is not None and kept.digest == digest:
            continue
        _written(row, digest, kept, units.get(row.unit.casefold()), challenges, now)
        one.made, one.changed = one.made + (kept is None), one.changed + (kept is not None)
    one.lines, one.columns, one.settled_at = [], dict(columns), now
    one.bad = [(each.row, each.why) for each in bad]
    one.save()
    thread.record(who=viewer.node_id, verb="accelerator.settled", node=one.node, at=now)
    return ref


def _units() -> dict[str, int]:
    rows = Unit.objects.order_by("-pk").values_list("pk", "name", "code")
    return {key.casefold(): pk for pk, *keys in rows for key in keys}


def _challenges() -> dict[str, int]:
    rows = Node.objects.filter(kind="challenge", ended=None).values_list("title", "pk")
    return {title.casefold(): pk for title, pk in rows}


def _written(
    row: rules.Found, digest: str, kept: Initiative | None, unit: int | None, challenges: Mapping[str, int],
    now: datetime,
) -> None:  # fmt: skip
    node = kept.node if kept else thread.add_node(
        kind="initiative", title=row.title, audience=Audience.PUBLIC, lang=settings.LANGUAGE_CODE
    )  # fmt: skip
    one = kept or Initiative(node=node, key=row.key, begun_at=now)
    one.step, one.state, one.cost, one.unit_id, one.digest = row.step, row.state, row.cost, unit, digest
    for name, text in row.texts.items():
        setattr(one, name, text)
    answered = challenges.get(row.challenge.casefold())
    one.more = dict(row.more) | ({} if answered or not row.challenge else {"challenge": row.challenge})
    one.ended_at = (one.ended_at or now) if row.state != "running" else None
    one.save()
    thread.retitle(node=node, title=row.title)
    thread.tie_exactly(source=node, name="answers", targets=[answered] if answered else [])
    thread.tie_exactly(source=node, name="kept_by", targets=[unit] if unit else [])
    thread.index(node, " ".join((row.title, *row.texts.values())))
    _sums(one, row)


def _sums(one: Initiative, row: rules.Found) -> None:
    """The sums and effect goals of a row instead of those of the row before; what was measured here stays."""
    one.funds.filter(sort__in=(Money.GRANTED, Money.USED)).delete()
    Fund.objects.bulk_create(
        [
            Fund(initiative=one, sort=sort, amount=each.amount, on=each.on, comment=each.comment)
            for sort, sums in ((Money.GRANTED, row.granted), (Money.USED, row.used))
            for each in sums
        ]
    )
    there = set(one.goals.values_list("text", flat=True))
    EffectGoal.objects.bulk_create(
        [
            EffectGoal(initiative=one, text=goal.text, comment=goal.comment)
            for goal in row.goals
            if goal.text not in there
        ]
    )
