"""Reporting without a name: letters that the clock takes out on a later day, one at random at a time.

A fact has a moment and a place among others, and would tell when somebody wrote. So what has no name is no
fact until the letterbox is emptied: what is then on the thread has the day, and the order of the draw.
"""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.actions.shared import Said, checked, judged, placed
from ledstjarna.rooms.obstacles.models import Letter, Obstacle, Turn
from ledstjarna.rooms.obstacles.room import Post, Step
from ledstjarna.rooms.obstacles.scope import seal
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing, Refused


@transaction.atomic
def post(
    *,
    text: str,
    where: str,
    receiver: str,
    alone: bool,
    hinders: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """Report an obstacle without a name; the secret that is given back is the only way to it again."""
    if not rules.may_report(viewer):
        raise Refused(_("Sign in to say what is in the way."), forbidden=True)
    today = timezone.localdate(now)
    said = checked(text, where, receiver, alone, hinders, viewer, today)
    secret = secrets.token_urlsafe(24)
    Letter.objects.create(
        sort=Post.REPORT, key=seal(secret), posted_on=today, text=text, where=said.where,
        receiver_id=said.receiver, sealed=alone, promised=said.promised, hinders=list(said.hinders),
    )  # fmt: skip
    return secret


@transaction.atomic
def write_back(*, key: str, helped: str, text: str, viewer: Viewer, now: datetime) -> str:
    """Say by the secret whether it helped, or add a line; what was said earlier the same day gives way.

    Raises:
        Missing: no obstacle has that secret, or it lies in the letterbox still.
        Refused: nothing is asked, or nothing was said.
    """
    one = Obstacle.objects.filter(key=seal(key)).first() if key else None
    if one is None:
        raise Missing(key)
    if helped and not rules.is_asked(one.state, one.ending):
        raise Refused(_("It has not been answered yet, or it is closed already."))
    if one.ending or not (helped or text):
        raise Refused(_("Write a line, or say whether it helped."))
    one.letters.filter(sort__in=(Post.YES, Post.NO) if helped else (Post.LINE,)).delete()
    sort = {"yes": Post.YES, "no": Post.NO}.get(helped, Post.LINE)
    Letter.objects.create(
        sort=sort, key=seal(key), obstacle=one, posted_on=timezone.localdate(now), text=text
    )
    return one.node.ref


@transaction.atomic
def deliver(*, now: datetime) -> str:
    """Take one letter of an earlier day out of the box, at random; called by the clock, not by a person."""
    today = timezone.localdate(now)
    letters = Letter.objects.select_related("where__node", "obstacle__node").filter(posted_on__lt=today)
    letter = letters.select_for_update(of=("self",)).order_by("?").first()
    if letter is None or not rules.is_ripe(letter.posted_on, today):
        return ""
    node, verb = _opened(letter, today, now)
    letter.delete()
    thread.record(who=None, verb=verb, node=node, at=now)
    return node.ref


def _opened(letter: Letter, today: date, now: datetime) -> tuple[Node, str]:
    """What a letter does, and the verb of its fact."""
    if letter.obstacle is None:
        return _reported(letter).node, "obstacles.reported"
    one = letter.obstacle
    if letter.sort != Post.LINE and rules.is_asked(one.state, one.ending):
        helped = letter.sort == Post.YES
        return one.node, judged(one, helped=helped, text=letter.text, today=today, now=now)
    if letter.text:
        Turn.objects.create(obstacle=one, sort=Step.SAID, on=letter.posted_on, text=letter.text)
    return one.node, "obstacles.said"


def _reported(letter: Letter) -> Obstacle:
    assert letter.where is not None
    assert letter.promised is not None
    said = Said(
        letter.text, letter.where, letter.receiver_id or 0, letter.promised, letter.sealed,
        tuple(letter.hinders), letter.posted_on,
    )  # fmt: skip
    return placed(said, key=letter.key)
