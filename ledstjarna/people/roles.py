"""Giving a role for a scope and a time, and ending it."""

from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people import rules
from ledstjarna.people.models import Authority, Party, Person, RoleAssignment, Unit
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Missing, Refused

Scope = TypeVar("Scope", Unit, Authority, Party)


def _person(number: str) -> Person:
    found = Person.objects.select_related("node").filter(number=number).first()
    if found is None:
        raise Missing(number)
    return found


@transaction.atomic
def grant(
    *,
    number: str,
    role: str,
    unit: str = "",
    authority: str = "",
    party: str = "",
    viewer: Viewer,
    now: datetime,
) -> str:
    """Give the person of that number a role, for a unit, an authority or a party by code, or for the city.

    Raises:
        Refused: this viewer may not, the role or scope is unknown, or an elected member lacks a party.
        Missing: nobody has that number.
    """
    if not rules.may_grant(viewer):
        raise Refused(_("Only system administrators give and end roles."), forbidden=True)
    if role not in Role.values:
        raise Refused(_("There is no role called %(role)s.") % {"role": role})
    if (role == Role.ELECTED) != bool(party):
        raise Refused(_("An elected member, and nobody else, sits for a party."))
    person = _person(number)
    RoleAssignment.objects.create(
        person=person,
        role=role,
        unit=_scope(Unit, unit),
        authority=_scope(Authority, authority),
        party=_scope(Party, party),
        valid_from=timezone.localdate(now),
        granted_by_id=viewer.person_id,
    )
    thread.record(who=viewer.node_id, verb="people.granted", node=person.node, at=now)
    return person.node.ref


def _scope(model: type[Scope], code: str) -> Scope | None:
    """The unit, authority or party of that code; nothing where no code is given."""
    if not code:
        return None
    found = model._default_manager.filter(code=code).first()
    if found is None:
        raise Refused(_("Nothing has the code %(code)s.") % {"code": code})
    return found


@transaction.atomic
def revoke(*, number: str, role: str, viewer: Viewer, now: datetime) -> str:
    """End a role from now on; what was done under it stands (R5).

    Raises:
        Refused: this viewer may not, or the person does not hold the role.
        Missing: nobody has that number.
    """
    if not rules.may_grant(viewer):
        raise Refused(_("Only system administrators give and end roles."), forbidden=True)
    person, today = _person(number), timezone.localdate(now)
    held = RoleAssignment.objects.filter(in_force(today), person=person, role=role)
    if not held.exists():
        raise Refused(_("This person does not hold that role."))
    held.filter(valid_from__gte=today).delete()
    held.update(valid_to=today - timedelta(days=1))
    thread.record(who=viewer.node_id, verb="people.revoked", node=person.node, at=now)
    return person.node.ref
