"""The words that people and their organisation are spoken of with."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ledstjarna.thread.room import Kind, Room, Tie, Way


class Role(TextChoices):
    """What a person may be in the city; each is held for a scope and a time."""

    EMPLOYEE = "employee", _("Employee")
    MANAGER = "manager", _("Manager")
    DIRECTOR = "director", _("Department director")
    CITY_DIRECTOR = "city_director", _("City director")
    ELECTED = "elected", _("Elected member")
    UNION = "union", _("Union representative")
    HR = "hr", _("HR")
    COMMUNICATOR = "communicator", _("Communicator")
    REGISTRAR = "registrar", _("Registrar")
    PROTECTION = "protection", _("Data protection officer")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("System administrator")


class AuthorityKind(TextChoices):
    """The two sorts of public authority, for the law and for the thread."""

    BOARD = "board", _("Board")
    COMPANY = "company", _("Company")


class UnitKind(TextChoices):
    """The levels of the organisation."""

    DEPARTMENT = "department", _("Department")
    COMPANY = "company", _("Company")
    OPERATION = "operation", _("Operation")
    UNIT = "unit", _("Unit")
    TEAM = "team", _("Team")


ROOM = Room(
    name="people",
    kinds=(
        Kind("board", _("Board"), _("Boards"), "people:authority", aims=True),
        Kind("company", _("Company"), _("Companies"), "people:authority", aims=True),
        Kind("unit", _("Unit"), _("Units"), "people:unit"),
        Kind("person", _("Person"), _("Persons"), "people:person", human=True),
        Kind("party", _("Party"), _("Parties"), "people:party"),
        Kind("organisation", _("Organisation"), _("Organisations")),
        Kind("intake", _("Staff file"), _("Staff files"), "people:intake"),
    ),
    ties=(
        Tie("answers_to", "unit", ("board", "company"), _("answers to"), _("is answered to by")),
        Tie("part_of", "unit", ("unit",), _("part of"), _("consists of")),
    ),
    verbs={
        "people.read": _("read a staff file"),
        "people.confirmed": _("confirmed a staff file"),
        "people.imported": _("brought in the organisation"),
        "people.founded": _("set up the organisation"),
        "people.granted": _("was given a role"),
        "people.revoked": _("had a role ended"),
    },
    ways=(Way(_("The organisation"), "people:organisation", signed_in=True, aside=True),),
)
