"""The words of the missions room."""

from typing import Literal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ledstjarna.thread.room import Kind, Room, Signal, Tie, Way, Words


class Better(TextChoices):
    """Which way an indicator ought to move; a direction says no more than that (R1)."""

    UP = "up", _("Higher is better")
    DOWN = "down", _("Lower is better")
    NEITHER = "neither", _("Neither: it only tells how things are")


class Sight(TextChoices):
    """What a look around is about."""

    STATE = "state", _("State of things")
    TREND = "trend", _("What is coming from outside")


class Fate(TextChoices):
    """What becomes of a goal of a scorecard."""

    WAITING = "waiting", _("Not decided yet")
    KEEP = "keep", _("Stays a goal of its board")
    DIRECTION = "direction", _("Becomes a direction, without its target")
    MISSION = "mission", _("Becomes part of a mission")
    INFORMATION = "information", _("Was information")
    RETIRED = "retired", _("Retired with thanks")


class Nature(TextChoices):
    """What a goal of a scorecard really is."""

    EFFECT = "effect", _("An effect")
    ACTIVITY = "activity", _("An activity")
    INFORMATION = "information", _("Information")


HOLDERS = ("board", "company")
AIMS = ("programme", "direction", "board_mission", "board_goal", "unit_plan")


WANTED = ("direction", "board_goal", "unit_plan")
WANTS: tuple[tuple[str, Words, Words, Literal[-1, 1]], ...] = (
    ("raises", _("wants more of"), _("is to become more, by"), 1),
    ("lowers", _("wants less of"), _("is to become less, by"), -1),
)


PULLS = {Better.UP.value: "raises", Better.DOWN.value: "lowers"}


def _serves(source: str, *targets: str) -> Tie:
    return Tie("serves", source, targets, _("serves"), _("is served by"))


ROOM = Room(
    name="missions",
    kinds=(
        Kind("programme", _("Programme"), _("Programmes"), "missions:aim", aims=True),
        Kind(
            "direction",
            _("Direction"),
            _("Directions"),
            "missions:aim",
            aims=True,
            wants=True,
            signal=Signal(("unit", "manager"), 120),
        ),
        Kind(
            "board_mission",
            _("Mission of a board or company"),
            _("Missions of boards and companies"),
            "missions:aim",
            aims=True,
            wants=True,
        ),
        Kind(
            "board_goal",
            _("Goal"),
            _("Goals"),
            "missions:aim",
            aims=True,
            wants=True,
            due=_("The day that the goal looked to has passed."),
            signal=Signal(("unit", "manager"), 240),
        ),
        Kind(
            "unit_plan",
            _("Unit plan"),
            _("Unit plans"),
            "missions:aim",
            aims=True,
            wants=True,
            due=_("The plan was to be looked at again."),
        ),
        Kind(
            "indicator",
            _("Indicator"),
            _("Indicators"),
            "missions:indicator",
            signal=Signal(("unit", "manager"), 90),
        ),
        Kind(
            "card",
            _("Mission card"),
            _("Mission cards"),
            "missions:card",
            aims=True,
            due=_("The card was to be looked at again."),
        ),
        Kind("scorecard", _("Scorecard"), _("Scorecards"), "missions:scorecard"),
        Kind(
            "scorecard_goal",
            _("Goal of a scorecard"),
            _("Goals of scorecards"),
            "missions:scorecard_goal",
            signal=Signal(("unit", "manager"), 150),
        ),
        Kind(
            "delegation",
            _("Delegated right"),
            _("Delegated rights"),
            "missions:delegation",
            due=_("A decision was to be reported."),
        ),
        Kind("talk", _("Follow-up dialogue"), _("Follow-up dialogues"), "missions:talk", deed=True),
        Kind("outlook", _("Look around"), _("Looks around"), "missions:outlook", word=True),
        Kind(
            "question",
            _("Question"),
            _("Questions"),
            "missions:question",
            asked=True,
            due=_("An answer was promised."),
        ),
    ),
    ties=(
        _serves("programme", "vision", "area"),
        _serves("direction", "programme", "area", "shift", "vision"),
        _serves("board_mission", "vision", "area", "direction"),
        _serves("board_goal", "board_mission", "direction", "area"),
        _serves("unit_plan", "board_goal", "board_mission", "direction"),
        _serves("card", "unit_plan", "board_goal", "board_mission"),
        Tie("delegated_by", "delegation", HOLDERS, _("is delegated by"), _("has delegated")),
        Tie("held_by", "card", ("person",), _("is held by"), _("holds"), up="source"),
        Tie(
            "purpose_of", "board_mission", HOLDERS, _("is the mission of"), _("has the mission"), up="source"
        ),
        Tie("plan_of", "unit_plan", ("unit",), _("is the plan of"), _("has the plan"), up="source"),
        Tie(
            "given_to",
            "direction",
            (*HOLDERS, "organisation"),
            _("is given to"),
            _("has been given"),
            up="neither",
            reaches=True,
        ),
        Tie(
            "given_to",
            "board_goal",
            HOLDERS,
            _("is given to"),
            _("has been given"),
            up="neither",
            reaches=True,
        ),
        Tie("row_of", "scorecard_goal", ("scorecard",), _("is a goal of"), _("has the goal"), up="neither"),
        Tie(
            "given_to",
            "scorecard_goal",
            (*HOLDERS, "unit"),
            _("is given to"),
            _("has been given"),
            up="neither",
            reaches=True,
        ),
        Tie(
            "became",
            "scorecard_goal",
            ("board_goal", "direction", "board_mission"),
            _("became"),
            _("grew out of"),
            up="neither",
        ),
        Tie("measures", "indicator", ("direction", "board_goal"), _("follows"), _("is followed by")),
        Tie(
            "follows_up",
            "talk",
            ("unit_plan", "board_goal", "board_mission", "direction"),
            _("follows up"),
            _("is followed up in"),
        ),
        Tie("lives", "talk", ("approach",), _("saw lived"), _("was seen lived in"), up="neither"),
        *(
            Tie(name, source, ("indicator",), label, inverse, up="neither", pull=pull)
            for source in WANTED
            for name, label, inverse, pull in WANTS
        ),
        Tie("informs", "outlook", (*AIMS, *HOLDERS, "unit"), _("informs"), _("is informed by"), up="neither"),
        Tie(
            "asks_about",
            "question",
            (*AIMS, *HOLDERS, "unit"),
            _("asks about"),
            _("is asked about in"),
            up="neither",
        ),
    ),
    verbs={
        "missions.set": _("was set"),
        "missions.changed": _("was changed"),
        "missions.stopped": _("was stopped"),
        "missions.agreed": _("was agreed to"),
        "missions.delegated": _("was delegated"),
        "missions.revoked": _("was taken back from now on"),
        "missions.decided": _("a decision was taken by delegation"),
        "missions.reported": _("a decision was reported"),
        "missions.measured": _("a figure came in"),
        "missions.met": _("was followed up in a dialogue"),
        "missions.seen": _("was looked around"),
        "missions.asked": _("a question was asked"),
        "missions.answered": _("a question was answered"),
        "missions.brought": _("was brought in"),
        "missions.settled": _("was read into goals"),
        "missions.fated": _("goals of a scorecard met their fate"),
    },
    ways=(
        Way(pgettext_lazy("masthead", "My mission"), "missions:mine", signed_in=True),
        Way(_("How we steer"), "missions:home"),
    ),
)
