"""Profiles of posts, and drafts of mission cards from them by the hundred."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Employment
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.actions.aims import served
from ledstjarna.rooms.missions.models import Aim, Card, Profile
from ledstjarna.rooms.missions.scope import line_of, lines_of, working
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node, Reader, Strand
from ledstjarna.thread.reads import Refused

BODY = ("purpose", "whom", "contribution", "alone", "freely", "together", "asks", "money")


def _check(unit: int, viewer: Viewer) -> None:
    if not rules.may_profile(viewer, line_of(unit)):
        raise Refused(_("A profile is worded by those who lead where the post is, or by HR."), forbidden=True)


@transaction.atomic
def set_profile(
    *,
    ref: str,
    post: str,
    purpose: str,
    whom: str,
    contribution: str,
    serves: Sequence[str],
    alone: str,
    freely: str = "",
    together: str = "",
    asks: str = "",
    money: int | None = None,
    viewer: Viewer,
    now: datetime,
) -> str:
    """What a post is there for, in the unit of that ref and all that is part of it."""
    place = reads.node(ref=ref, viewer=viewer, kind="unit")
    _check(place.pk, viewer)
    if Profile.objects.filter(unit_id=place.pk, post__iexact=post, node__ended=None).exists():
        raise Refused(_("There is a profile of that post here already. Change that one."))
    rows = served("profile", serves, viewer)
    node = thread.add_node(
        kind="profile", title=post, audience=Audience.CITY, lang=settings.LANGUAGE_CODE, home=place.pk
    )
    Profile.objects.create(
        node=node, unit_id=place.pk, post=post, purpose=purpose, whom=whom, contribution=contribution,
        alone=alone, freely=freely, together=together, asks=asks, money=money, set_at=now,
    )  # fmt: skip
    thread.tie_exactly(source=node, name="serves", targets=rows)
    thread.tie(source=node, name="profile_of", target=place)
    thread.index(node, f"{post} {purpose} {whom} {contribution}")
    thread.record(who=viewer.node_id, verb="missions.set", node=node, other=place, at=now)
    return node.ref


def _own(ref: str, viewer: Viewer) -> Profile:
    """The profile of that ref, locked, if this viewer words it and it still stands."""
    node = reads.node(ref=ref, viewer=viewer, kind="profile")
    one = Profile.objects.select_related("node").select_for_update(of=("self",)).get(node=node)
    _check(one.unit_id, viewer)
    if node.ended:
        raise Refused(_("It has been let go, and is kept as it was."))
    return one


@transaction.atomic
def change_profile(
    *,
    ref: str,
    post: str,
    purpose: str,
    whom: str,
    contribution: str,
    serves: Sequence[str],
    alone: str,
    freely: str = "",
    together: str = "",
    asks: str = "",
    money: int | None = None,
    viewer: Viewer,
    now: datetime,
) -> str:
    """Another wording of a profile; cards already drafted stand until they are drafted again."""
    one = _own(ref, viewer)
    rows = served("profile", serves, viewer)
    one.post, one.purpose, one.whom, one.contribution = post, purpose, whom, contribution
    one.alone, one.freely, one.together, one.asks, one.money = alone, freely, together, asks, money
    one.number += 1
    one.save()
    thread.retitle(node=one.node, title=post)
    thread.tie_exactly(source=one.node, name="serves", targets=rows)
    thread.index(one.node, f"{post} {purpose} {whom} {contribution}")
    thread.record(who=viewer.node_id, verb="missions.changed", node=one.node, at=now)
    return ref


@transaction.atomic
def stop_profile(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Let a profile go; the cards that were drafted from it stand."""
    one = _own(ref, viewer)
    thread.end(node=one.node, at=now)
    thread.record(who=viewer.node_id, verb="missions.stopped", node=one.node, at=now)
    return ref


@transaction.atomic
def draft_cards(*, ref: str, viewer: Viewer, now: datetime) -> int:
    """A draft for everybody with the post who has no card; drafts that nobody has touched are drafted anew.

    Returns how many there are now that the two sides can make their own.
    """
    one = _own(ref, viewer)
    works = working(one, timezone.localdate(now))
    if not works:
        raise Refused(_("Nobody with that title and a manager works there today."))
    has = dict(
        Card.objects.filter(holder__in=[work.person_id for work in works], node__ended=None).values_list(
            "holder_id", "pk"
        )
    )
    fresh = [work for work in works if work.person_id not in has]
    again = Card.objects.filter(
        pk__in=has.values(), profile=one, number=1, holder_agreed_at=None, manager_agreed_at=None
    )
    drawn = again.update(**{name: getattr(one, name) for name in BODY})
    _drawn(one, fresh, now)
    thread.record(who=viewer.node_id, verb="missions.drafted", node=one.node, at=now)
    return len(fresh) + drawn


def _drawn(one: Profile, works: Sequence[Employment], now: datetime) -> None:
    """Cards for these, each hung on the plan nearest to its holder, or on what the profile serves."""
    nodes = thread.add_nodes(
        [
            Node(kind="card", title=one.node.title, audience=Audience.NAMED, lang=one.node.lang)
            for _work in works
        ]
    )
    body = {name: getattr(one, name) for name in BODY}
    pairs = list(zip(nodes, works, strict=True))
    Card.objects.bulk_create(
        [
            Card(
                node=node,
                profile=one,
                holder_id=work.person_id,
                manager_id=work.manager_id,
                set_at=now,
                **body,
            )
            for node, work in pairs
        ],
        batch_size=500,
    )
    sides = [(node, side) for node, work in pairs for side in (work.person_id, work.manager_id) if side]
    Reader.objects.bulk_create([Reader(node=node, person_id=side) for node, side in sides], batch_size=500)
    nearest = _nearest(one, {work.unit_id for work in works})
    thread.tie_all(
        strand
        for node, work in pairs
        for strand in (
            (node.pk, "held_by", work.person_id),
            (node.pk, "drawn_from", one.pk),
            *((node.pk, "serves", target) for target in nearest[work.unit_id]),
        )
    )


def _nearest(one: Profile, units: set[int]) -> dict[int, list[int]]:
    """For each unit the plans nearest to it going upwards; where there are none, what the profile serves."""
    plans: dict[int, list[int]] = defaultdict(list)
    rows = Aim.objects.filter(node__kind="unit_plan", node__ended=None, unit__isnull=False)
    for pk, unit in rows.values_list("pk", "unit_id"):
        plans[unit or 0].append(pk)
    standing = Strand.objects.filter(source_id=one.pk, name="serves", cut=False)
    own = list(standing.values_list("target_id", flat=True))
    lines = lines_of(units)
    return {unit: next((plans[step] for step in lines[unit] if step in plans), own) for unit in units}
