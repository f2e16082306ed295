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


class Part(TextChoices):
    """The rooms to act in that a mission card gives, besides what has been delegated to the post."""

    ALONE = "alone", _("I decide myself")
    FREELY = "freely", _("How I go about it is mine to choose")
    TOGETHER = "together", _("We decide together")
    ASKS = "asks", _("I ask first, and whom")


# Why a right to decide cannot be given (R4); `words` are those that decided.
FAULTS: dict[str, Words] = {
    "group": _("“%(words)s” makes it more than one. Name one post: the law allows no group."),
    "no_legal": _("Give the legal reference: without one it is no delegation."),
    "goals": _("“%(words)s”: The board itself decides on goals, direction, scope and quality (KL 6:38)."),
    "council": _("“%(words)s”: The board itself answers the council (KL 6:38)."),
    "principle": _("“%(words)s”: The board itself decides what is of principle or greater weight (KL 6:38)."),
    "proposal": _("“%(words)s”: The board itself decides on citizens’ proposals (KL 6:38)."),
    "no_item": _("There is no number. Give the right one of its own, for example 4.12."),
    "no_subject": _("It does not say what may be decided."),
    "no_post": _("It does not say to which post."),
    "long": _("“%(words)s …” is longer than there is room for. Shorten it."),
    "twice": _("The number %(words)s has come already, further up. Give this one another."),
    "day": _("“%(words)s” is no day. Write it as 2026-01-31."),
}


class Pace(TextChoices):
    """How often a follow-up dialogue is held."""

    MONTH = "month", _("Every month")
    TWO_MONTHS = "two_months", _("Every other month")
    THIRD = "third", _("Three times a year")
    HALF = "half", _("Every half-year")
    YEAR = "year", _("Once a year")


class Span(TextChoices):
    """How long a time a report tells of."""

    THIRD = "third", _("A third of the year")
    HALF = "half", _("A half-year")
    YEAR = "year", _("A year")


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
        Kind("profile", _("Post profile"), _("Post profiles"), "missions:profile", aims=True),
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
        Kind("report", _("Follow-up report"), _("Follow-up reports"), "missions:kept_report"),
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
        _serves("profile", "unit_plan", "board_goal", "board_mission", "direction"),
        Tie("profile_of", "profile", ("unit",), _("is a profile of"), _("has the profile"), up="neither"),
        Tie("drawn_from", "card", ("profile",), _("was drawn from"), _("gave a draft to"), up="neither"),
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
        Tie(
            "tells_of",
            "report",
            (*HOLDERS, "organisation"),
            _("tells of"),
            _("is told of in"),
            up="neither",
        ),
        Tie("informs", "outlook", (*AIMS, *HOLDERS, "unit"), _("informs"), _("is informed by"), up="neither"),
        Tie(
            "asks_about",
            "question",
            (*AIMS, *HOLDERS, "unit", "card"),
            _("asks about"),
            _("is asked about in"),
            up="neither",
        ),
    ),
    verbs={
        "missions.set": _("was set"),
        "missions.changed": _("was changed"),
        "missions.stopped": _("was stopped"),
        "missions.confirmed": _("was settled"),
        "missions.dispatched": _("was dispatched to another board or company"),
        "missions.agreed_across": _("was agreed to, and so dispatched to another board or company"),
        "missions.paced": _("got another rhythm for its follow-up dialogues"),
        "missions.commented": _("got a closing comment"),
        "missions.closed": _("was settled, and is kept as it was that day"),
        "missions.agreed": _("was agreed to"),
        "missions.drafted": _("mission cards were drafted"),
        "missions.clarified": _("a mission card was made clearer by an answer"),
        "missions.handed": _("was handed to a new manager"),
        "missions.delegated": _("was delegated"),
        "missions.listed": _("a register of delegation was brought in"),
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
