"""Somebody says yes to a kept file, and it is taken in behind the page."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people import rules
from ledstjarna.people.imports import jobs
from ledstjarna.people.imports.looking import kept_file
from ledstjarna.people.imports.taking import agreed
from ledstjarna.people.viewer import Viewer
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Refused


@transaction.atomic
def confirm(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Say yes to a kept file: it is taken in behind the page, which shows how far that has come.

    Raises:
        Refused: it is done already, or changes so much that somebody else must confirm it (T10).
    """
    kept = kept_file(ref, viewer)
    if not rules.may_import(viewer):
        raise Refused(_("Only system administrators and HR may bring in the organisation."), forbidden=True)
    agreed(kept, viewer, timezone.localdate(now))
    assert viewer.person_id
    kept.job = jobs.take_in.using(key=f"people.intake:{ref}").enqueue(ref, viewer.person_id).ref
    kept.save(update_fields=["job"])
    thread.record(who=viewer.node_id, verb="people.confirmed", node=kept.node, at=now)
    return ref
