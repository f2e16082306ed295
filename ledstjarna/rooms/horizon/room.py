"""The words of the horizon room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ledstjarna.thread.room import Kind, Room, Tie, Way


class Sort(TextChoices):
    """What a signal is."""

    TREND = "trend", _("Trend: it goes on and grows")
    EVENT = "event", _("Event: it happened")
    WEAK = "weak", _("Weak signal: hardly to be seen yet")


class Course(TextChoices):
    """What is done about a signal."""

    NEW = "new", _("Not read yet")
    WATCH = "watch", pgettext_lazy("signal", "Watch")
    ACT = "act", pgettext_lazy("signal", "Act")
    PARKED = "parked", pgettext_lazy("signal", "Parked")


class Strength(TextChoices):
    """How strong a signal was found when it was read."""

    FAINT = "faint", pgettext_lazy("signal", "Faint")
    CLEAR = "clear", pgettext_lazy("signal", "Clear")
    STRONG = "strong", pgettext_lazy("signal", "Strong")


class Surety(TextChoices):
    """How sure those who read it were."""

    GUESS = "guess", _("We guess")
    LIKELY = "likely", _("We think it likely")
    SURE = "sure", _("We are quite sure")


# Challenges and small tests live in other rooms and are met here by the name of their kind; a test parries
# from the fact that it was started by, for a sketch is only a thought.
CONCERNED = ("area", "shift", "direction", "challenge")
BEGUN = {"parry": "horizon.parried", "test": "experiments.started"}
SERVED = ("area", "shift", "direction")

ROOM = Room(
    name="horizon",
    kinds=(
        Kind("signal", _("Signal from outside"), _("Signals from outside"), "horizon:signal"),
        Kind("reading", _("Reading of a signal"), _("Readings of signals"), "horizon:reading"),
        Kind("parry", _("Small parry"), _("Small parries"), "horizon:parry", deed=True),
    ),
    ties=(
        Tie(
            "concerns",
            "signal",
            CONCERNED,
            _("concerns"),
            _("is concerned by"),
            up="neither",
            start="horizon:new",
            begin=_("Tell of a signal"),
        ),
        Tie("reads", "reading", ("signal",), _("reads"), _("is read in"), up="neither"),
        Tie("parries", "parry", ("signal",), _("parries"), _("is parried by"), up="neither"),
        Tie(
            "parries",
            "test",
            ("signal",),
            _("parries"),
            _("is parried by"),
            up="neither",
            start="experiments:new",
            begin=_("Try something small against it"),
            may="ledstjarna.rooms.experiments.rules.may_try",
        ),
        Tie("serves", "parry", SERVED, _("serves"), _("is served by")),
    ),
    verbs={
        "horizon.noticed": _("a signal from outside was noticed"),
        "horizon.read": _("a signal was read together"),
        "horizon.parried": _("a signal met a first small test"),
        "horizon.appointed": _("was given the signals to read"),
    },
    ways=(Way(_("Outside"), "horizon:home", signed_in=True, aside=True),),
)
