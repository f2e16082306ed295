"""Observations by file: read first, counted when somebody has seen what was read."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.experiments import files
from ledstjarna.rooms.experiments.actions.sprints import logged
from ledstjarna.rooms.experiments.models import Experiment, Observation, Sheet
from ledstjarna.rooms.experiments.room import Design
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Refused

BATCH = 1000


@transaction.atomic
def bring(
    *,
    ref: str,
    name: str,
    rows: Sequence[dict[str, Any]],
    wrong: Sequence[tuple[int, str]],
    viewer: Viewer,
    now: datetime,
) -> str:
    """Keep what a file says until it is confirmed; nothing is counted, and a file before it is let go."""
    one = logged(ref, viewer)
    one.sheets.all().delete()
    Sheet.objects.create(
        experiment=one, name=name, rows=list(rows), wrong=[list(row) for row in wrong], read_at=now
    )
    return ref


@transaction.atomic
def log_all(*, ref: str, text: str, viewer: Viewer, now: datetime) -> str:
    """Count many observations at once, as the rows of a sheet with its header: all or none."""
    one = logged(ref, viewer)
    places = set(one.sites.values_list("name", flat=True))
    try:
        found = files.observed(text.encode(), one.sort, places, now)
    except Unreadable as error:
        raise Refused(str(error)) from error
    if found.wrong:
        number, why = found.wrong[0]
        raise Refused(_("Row %(number)s: %(why)s") % {"number": number, "why": why})
    _counted(one, found.rows)
    thread.record(who=viewer.node_id, verb="experiments.filled", node=one.node, at=now)
    return ref


def _counted(one: Experiment, rows: Sequence[dict[str, Any]]) -> None:
    """Each row as an observation, in its place and on its way."""
    sites = {site.name: site for site in one.sites.all()}
    made = []
    for row in rows:
        site = sites.get(row["site"]) if one.design in {Design.STAGGERED, Design.MATCHED} else None
        having = site.having if site else row["having"] if one.design == Design.WORDINGS else None
        made.append(
            Observation(
                experiment=one, on=date.fromisoformat(row["on"]), value=row["value"], many=row["many"],
                site=site, having=having,
            )
        )  # fmt: skip
    Observation.objects.bulk_create(made, batch_size=BATCH)


@transaction.atomic
def confirm(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Count what the file said, but for the rows that were wrong."""
    one = logged(ref, viewer)
    sheet = one.sheets.order_by("-pk").first()
    if sheet is None or not sheet.rows:
        raise Refused(_("There is no file to count."))
    _counted(one, sheet.rows)
    sheet.delete()
    thread.record(who=viewer.node_id, verb="experiments.filled", node=one.node, at=now)
    return ref
