"""The words of the obstacles room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ledstjarna.thread.room import Kind, Room, Tie, Way


class State(TextChoices):
    """How far the answer to an obstacle has come."""

    WAITING = "waiting", _("Waits for an answer")
    PLANNED = "planned", _("Will be removed")
    REMOVED = "removed", _("Removed")
    CANNOT = "cannot", _("Cannot be removed")


class Ending(TextChoices):
    """How it ended for the one who reported it."""

    HELPED = "helped", _("It helped")
    NO_HELP = "no_help", _("It did not help")
    SILENT = "silent", _("Closed: nobody said whether it helped")


class Step(TextChoices):
    """What has happened to an obstacle on its way."""

    ANSWERED = "answered", _("Was answered")
    HANDED = "handed", _("Was handed over")
    POSTPONED = "postponed", _("Was put off")
    SAID = "said", _("More from the one who reported it")
    ASKED = "asked", _("A question from the one who answers")
    REOPENED = "reopened", _("Was opened again: it had not helped")


class Post(TextChoices):
    """What a letter without a name brings."""

    REPORT = "report"
    LINE = "line"
    YES = "yes"
    NO = "no"


HINDERED = ("unit", "board", "company", "direction", "board_mission", "board_goal", "unit_plan", "test")

ROOM = Room(
    name="obstacles",
    kinds=(
        Kind(
            "obstacle",
            _("Obstacle"),
            _("Obstacles"),
            "obstacles:obstacle",
            due=_("The day promised for the obstacle has passed."),
        ),
        Kind("removal", _("Removed obstacle"), _("Removed obstacles"), "obstacles:removal", deed=True),
    ),
    ties=(
        Tie(
            "hinders",
            "obstacle",
            HINDERED,
            _("is in the way of"),
            _("is hindered by"),
            up="neither",
            start="obstacles:new",
            begin=_("Say what is in the way"),
        ),
        Tie("clears", "removal", ("obstacle",), _("cleared away"), _("was cleared away by"), up="neither"),
        Tie("eases", "removal", HINDERED, _("made it easier for"), _("had it made easier by")),
    ),
    verbs={
        "obstacles.reported": _("an obstacle was reported"),
        "obstacles.answered": _("an obstacle was answered"),
        "obstacles.removed": _("an obstacle was removed"),
        "obstacles.handed": _("an obstacle was handed over"),
        "obstacles.postponed": _("an answer to an obstacle was put off"),
        "obstacles.said": _("more was said of an obstacle"),
        "obstacles.helped": _("an answer to an obstacle helped"),
        "obstacles.reopened": _("an obstacle was opened again"),
        "obstacles.closed": _("an obstacle was closed"),
        "obstacles.reminded": _("it was asked again whether an answer helped"),
        "obstacles.appointed": _("was given obstacles of one sort to remove"),
        "obstacles.relieved": _("has obstacles of one sort to remove no longer"),
    },
    ways=(Way(pgettext_lazy("masthead", "In the way"), "obstacles:home", signed_in=True),),
    tick="ledstjarna.rooms.obstacles.actions.clock.tick",
)
