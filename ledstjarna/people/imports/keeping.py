"""A staff file is read and kept, to be looked at; nobody is changed by it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people import intake, rules
from ledstjarna.people.imports.words import LABELS
from ledstjarna.people.intake import Staff
from ledstjarna.people.models import Intake
from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing import sheets
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Refused

Tell = Callable[[int, int], None]


def quiet(done: int, total: int) -> None:
    """Nobody is listening."""


@transaction.atomic
def keep_file(
    *,
    name: str,
    data: bytes,
    columns: Mapping[str, int] | None = None,
    viewer: Viewer,
    now: datetime,
    tell: Tell = quiet,
) -> str:
    """Read a file and keep what it says, to be looked at and confirmed; nobody is changed by it.

    Raises:
        Refused: this viewer may not, or the file cannot be read; the reason says why and how to mend it.
    """
    if not rules.may_import(viewer):
        raise Refused(_("Only system administrators and HR may bring in the organisation."), forbidden=True)
    try:
        table = sheets.read(data)
    except sheets.Unreadable as error:
        raise Refused(str(error)) from error
    found = dict(columns or intake.guess(table.header))
    lacking = [str(LABELS[field]) for field in intake.REQUIRED if field not in found]
    if lacking:
        raise Refused(
            _("No column was found for: %(fields)s. Name them in the first row.")
            % {"fields": ", ".join(lacking)}
        )
    staff, faults = intake.staff_of(table, found, list(intake.FIELDS), tell)
    readers = [viewer.node_id] if viewer.node_id else []
    node = thread.add_node(kind="intake", title=name, audience=Audience.NAMED, readers=readers)
    Intake.objects.create(
        node=node,
        name=name[:200],
        digest=hashlib.sha256(data).hexdigest(),
        rows={
            "header": list(table.header),
            "columns": found,
            "staff": [_plain(one) for one in staff],
            "faults": [asdict(one) for one in faults],
        },
        made_by_id=viewer.person_id,
        made_at=now,
    )
    thread.record(who=viewer.node_id, verb="people.read", node=node, at=now)
    return node.ref


def keep_upload(*, file: "File[bytes]", viewer: Viewer, now: datetime) -> str:
    """The same for a file that comes through the page; a huge one is refused before it is loaded."""
    try:
        sheets.refuse_large(file.size or 0)
    except sheets.Unreadable as error:
        raise Refused(str(error)) from error
    return keep_file(name=file.name or "", data=file.read(), viewer=viewer, now=now)


def _plain(one: Staff) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, date) else value for key, value in asdict(one).items()
    }
