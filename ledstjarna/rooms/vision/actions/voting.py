"""Voting writes one row; counting takes many changed ballots at once into the figures shown."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.models import Ballot, Round, Statement
from ledstjarna.rooms.vision.room import Origin, Phase, Standing
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Refused


@transaction.atomic
def cast(*, ref: str, statement: str, choice: int, token: str = "", viewer: Viewer, now: datetime) -> str:
    """Say agree, disagree or pass of a statement; a later word replaces an earlier one.

    `token` is a resident's browser, told by the door. The vote is a byte in the voter's ballot: no
    fact is recorded, so that the thread knows nothing of who has voted when (T2).
    """
    node = reads.node(ref=ref, viewer=viewer, kind="round")
    round_ = Round.objects.get(node=node)
    if not rules.may_vote(viewer, round_.phase, paused=round_.paused, public=round_.open_to_public):
        raise Refused(_("Voting is not open here and now."), forbidden=True)
    row = Statement.objects.filter(node__ref=statement, round=round_, standing=Standing.IN, merged_into=None)
    slot = row.values_list("slot", flat=True).first()
    if slot is None:
        raise Missing(statement)
    ballot = _ballot(round_, viewer, token)
    ballot.values = rules.marked(bytes(ballot.values), slot, choice)
    day = rules.day_of(round_.opened_at, timezone.localdate(now))
    ballot.days = rules.dated(bytes(ballot.days), slot, day)
    ballot.fresh = True
    ballot.save(update_fields=["values", "days", "fresh"])
    return statement


def _ballot(round_: Round, viewer: Viewer, token: str) -> Ballot:
    if round_.secret is None:
        raise Refused(_("The round is closed."))
    secret = bytes(round_.secret) + settings.SECRET_KEY.encode()
    locked = Ballot.objects.select_for_update().filter(round=round_)
    if viewer.signed_in:
        ballot = locked.filter(key=rules.key_of(secret, f"person:{viewer.person_id}")).first()
        if ballot is None:
            raise Refused(
                _("You were not in the city's service when voting opened, so you have no ballot here.")
            )
        return ballot
    if not token:
        raise Refused(_("Your browser must accept a cookie, so that it gets one ballot."))
    key = rules.key_of(secret, f"browser:{token}")
    return locked.get_or_create(round=round_, key=key, defaults={"origin": Origin.PUBLIC})[0]


def counted(round_: Round, *, last: bool = False) -> int:
    """Count changed ballots where enough of each combination of traits have changed.

    Returns how many were counted. The same traits are counted at least a threshold at a time, so
    that no figure shown before and after betrays fewer people than that (T3).
    """
    rows = Ballot.objects.filter(round=round_, fresh=True).values_list(
        "pk", "origin", "department", "role", "party"
    )
    codes = {Origin.STAFF.value: 0, Origin.PUBLIC.value: 1}
    fresh = [(pk, (codes[origin], *traits)) for pk, origin, *traits in rows]
    ready = rules.ripe(fresh, round_.threshold, last=last)
    for start in range(0, len(ready), 500):
        Ballot.objects.filter(pk__in=ready[start : start + 500]).update(
            shown_values=F("values"), shown_days=F("days"), fresh=False
        )
    if ready:
        round_.counted += 1
        round_.save(update_fields=["counted"])
    return len(ready)


def count(*, now: datetime) -> int:
    """Take the votes that may be counted now into the figures; called by the clock, not by a person."""
    waiting = Ballot.objects.filter(fresh=True, round__phase=Phase.VOTE).values_list("round_id", flat=True)
    return sum(_count(pk) for pk in sorted(set(waiting.distinct())))


@transaction.atomic
def _count(pk: int) -> int:
    return counted(Round.objects.select_for_update().get(pk=pk))
