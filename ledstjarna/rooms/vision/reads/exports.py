"""A closed round as files in the open layout."""

import io
import zipfile
from datetime import UTC, datetime, time, timedelta

import numpy as np

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import files, insight, rules
from ledstjarna.rooms.vision.models import Round, Statement
from ledstjarna.rooms.vision.reads.rounds import the_round
from ledstjarna.rooms.vision.room import Origin, Standing
from ledstjarna.thread import memory
from ledstjarna.thread.reads import Missing

MODERATED = {Standing.IN: 1, Standing.WAITING: 0, Standing.OUT: -1}


def exportable(*, ref: str, viewer: Viewer) -> Round:
    """The round, if it is closed and this viewer may take it out.

    Raises:
        Missing: it is not, or they may not.
    """
    round_ = the_round(ref=ref, viewer=viewer)
    if not rules.may_export(viewer, closed=round_.secret is None):
        raise Missing(ref)
    return round_


def consultation(*, ref: str, viewer: Viewer) -> dict[str, str]:
    """The texts of the four files, by name; voters are numbered in an order that says nothing.

    Raises:
        Missing: the round is not closed, or this viewer may not take it out.
    """
    round_ = exportable(ref=ref, viewer=viewer)
    rows = list(Statement.objects.select_related("node").filter(round=round_).order_by("slot"))
    comments = [
        files.Comment(
            number=str(one.slot),
            text=one.text,
            at=datetime.combine(one.said_on, time(), UTC),
            author="",
            moderated=MODERATED[Standing(one.standing)] if not one.merged_into_id else -1,
        )
        for one in rows
    ]
    votes, groups = _votes(round_, [one.slot for one in rows])
    return files.written(round_.question, round_.vision.intro, comments, votes, groups)


def _votes(round_: Round, slots: list[int]) -> tuple[list[files.Vote], dict[str, int]]:
    origin = Origin.STAFF if round_.labels else Origin.PUBLIC
    found = insight.sheet(round_id=round_.pk, origin=origin, width=max(slots, default=-1) + 1)
    opened = datetime.combine(round_.opened_at.date(), time(), UTC)
    spoke = np.flatnonzero((found.values != insight.UNSEEN).any(axis=1))
    votes = [
        files.Vote(
            str(n),
            str(slot),
            int(found.values[row, slot]),
            opened + timedelta(days=int(found.days[row, slot])),
        )
        for n, row in enumerate(spoke)
        for slot in np.flatnonzero(found.values[row] != insight.UNSEEN)
    ]
    grouped = insight.picture(round_=round_, origin=origin).group
    return votes, {str(n): int(group) for n, group in enumerate(grouped) if group >= 0}


def packed(*, ref: str, viewer: Viewer) -> io.BytesIO:
    """The four files in one archive; asked for a hundred times it is made once (T18)."""
    exportable(ref=ref, viewer=viewer)
    return io.BytesIO(memory.until_next_fact(("vision.packed", ref), lambda: _zipped(ref, viewer)))


def _zipped(ref: str, viewer: Viewer) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in consultation(ref=ref, viewer=viewer).items():
            archive.writestr(name, text)
    return made.getvalue()
