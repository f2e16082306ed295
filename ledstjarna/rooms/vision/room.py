"""The words of the vision room."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from ledstjarna.thread.room import Kind, Room, Tie, Way


class Phase(TextChoices):
    """The steps of a vision round, in order."""

    COLLECT = "collect", _("Collect")
    VOTE = "vote", _("Vote")
    GATHER = "gather", _("Gather")
    ENDORSE = "endorse", _("Endorse")
    DECIDED = "decided", _("Decided")


class Choice(IntegerChoices):
    """What a person may say of a statement."""

    AGREE = 1, _("Agree")
    DISAGREE = -1, _("Disagree")
    PASS = 0, _("Pass")


class Standing(TextChoices):
    """Whether a statement is voted on."""

    WAITING = "waiting", _("Waiting to be looked at")
    IN = "in", _("Voted on")
    OUT = "out", _("Taken out")


class Stance(TextChoices):
    """What a party says of the vision."""

    FOR = "for", _("For")
    RESERVATION = "reservation", _("For, with reservation")
    AGAINST = "against", _("Against")


class Origin(TextChoices):
    """Whose ballot it is: staff are known to be entitled, residents are not."""

    STAFF = "staff", _("Staff and elected members")
    PUBLIC = "public", _("Residents")


class Trait(TextChoices):
    """What a ballot says of its voter."""

    DEPARTMENT = "department", _("Department")
    ROLE = "role", _("Role")
    PARTY = "party", _("Party")


ROOM = Room(
    name="vision",
    kinds=(
        Kind("vision", _("Vision"), _("Visions"), "vision:vision", star=True),
        Kind("round", _("Vision round"), _("Vision rounds"), "vision:round", aims=True),
        Kind("area", _("Vision area"), _("Vision areas"), "vision:area", aims=True),
        Kind("shift", _("Shift"), _("Shifts"), "vision:shift", aims=True),
        Kind("statement", _("Statement"), _("Statements"), "vision:statement"),
        Kind("endorsement", _("Endorsement"), _("Endorsements"), "vision:endorsement", aims=True),
    ),
    ties=(
        Tie("shapes", "round", ("vision",), _("shapes"), _("is shaped in")),
        Tie("belongs_to", "area", ("vision",), _("belongs to"), _("consists of")),
        Tie("moves", "shift", ("vision",), _("moves us towards"), _("asks us to move")),
        Tie("grew_from", "area", ("statement",), _("grew from"), _("grew into"), up="source"),
        Tie("turned_from", "shift", ("statement",), _("grew from"), _("grew into"), up="source"),
        Tie("endorses", "endorsement", ("vision",), _("takes a stand on"), _("is endorsed in")),
        Tie("spoken_by", "endorsement", ("party",), _("is the word of"), _("has said"), up="source"),
    ),
    verbs={
        "vision.opened": _("opened a vision round"),
        "vision.said": _("a statement was added"),
        "vision.moderated": _("a statement was moderated"),
        "vision.merged": _("two statements were joined"),
        "vision.moved": _("the round went on to its next step"),
        "vision.prolonged": _("the round was given more time"),
        "vision.paused": _("the round was paused"),
        "vision.resumed": _("the round went on after a pause"),
        "vision.reopened": _("the round went back a step"),
        "vision.drafted": _("the draft was changed"),
        "vision.versioned": _("a version of the draft was kept"),
        "vision.endorsed": _("a party took a stand"),
        "vision.asked_again": _("the parties were asked to reaffirm"),
        "vision.decided": _("the vision was decided"),
        "vision.imported": _("a consultation was brought in"),
    },
    ways=(Way(_("The vision"), "vision:home"), Way(_("Vote"), "vision:rounds", aside=True)),
    tick="ledstjarna.rooms.vision.actions.count",
)
