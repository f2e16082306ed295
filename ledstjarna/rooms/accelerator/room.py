"""The words of the accelerator: challenges, ideas, calls, entries, and initiatives on their four steps."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ledstjarna.thread.room import Kind, Room, Tie, Way


class Inlet(TextChoices):
    """What a thing began with."""

    IDEA = "idea", _("An idea")
    CHALLENGE = "challenge", _("A challenge")
    OPPORTUNITY = "opportunity", _("An opportunity")


class Sort(TextChoices):
    """How a question of a call is answered."""

    SHORT = "short", _("A line")
    LONG = "long", _("A text")
    NUMBER = "number", _("A number")
    CHOICE = "choice", _("One of several")


class Stage(TextChoices):
    """How far a call has come."""

    DRAFT = "draft", pgettext_lazy("call", "Being shaped")
    OPEN = "open", pgettext_lazy("call", "Open")
    ASSESSMENT = "assessment", pgettext_lazy("call", "Being assessed")
    DECIDED = "decided", pgettext_lazy("call", "Decided")
    OFF = "off", pgettext_lazy("call", "Called off")


class Standing(TextChoices):
    """What an entry is right now."""

    DRAFT = "draft", _("Not sent yet")
    SENT = "sent", _("Sent")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Outcome(TextChoices):
    """What was decided of an entry."""

    GRANTED = "granted", pgettext_lazy("entry", "Yes")
    DECLINED = "declined", pgettext_lazy("entry", "Not this time")


class Part(TextChoices):
    """Where a person stands in a thing that several do."""

    INVITED = "invited", _("Invited")
    ASKS = "asks", _("Would like to join")
    IN = "in", _("Is in")


class Step(IntegerChoices):
    """The four steps from an idea to everyday."""

    IDEA = 1, _("Explore the idea")
    SETUP = 2, _("Explore the set-up")
    PILOT = 3, _("Pilot")
    SCALE = 4, _("Scale")


class State(TextChoices):
    """Whether an initiative goes on."""

    RUNNING = "running", pgettext_lazy("initiative", "Under way")
    STOPPED = "stopped", pgettext_lazy("initiative", "Stopped")
    DONE = "done", pgettext_lazy("initiative", "In everyday use")


class Result(TextChoices):
    """What a gate can come to (R6)."""

    SCALE = "scale", _("Go on to the next step")
    ADJUST = "adjust", _("Adjust, and come back")
    STOP = "stop", _("Stop, and tell what it taught")


class Money(TextChoices):
    """What a sum of an initiative is."""

    GRANTED = "granted", _("Granted")
    USED = "used", _("Used")
    HOME = "home", _("Brought home")


SERVED = ("area", "shift", "direction", "programme", "vision")
KIN = ("idea", "challenge", "initiative", "experiment", "test", "lesson", "obstacle")


def _ties() -> tuple[Tie, ...]:
    said, met = _("answers"), _("is answered by")
    return (
        Tie("serves", "challenge", SERVED, _("serves"), _("is served by")),
        Tie("kept_by", "challenge", ("unit",), _("is kept by"), _("keeps"), up="neither"),
        Tie(
            "answers",
            "idea",
            ("challenge",),
            said,
            met,
            start="accelerator:new_idea",
            begin=_("Tell an idea"),
        ),
        Tie("answers", "entry", ("challenge",), said, met),
        Tie("answers", "initiative", ("challenge",), said, met),
        Tie("seeks", "call", ("challenge",), _("seeks answers to"), _("is asked about in")),
        Tie("entered_in", "entry", ("call",), _("was entered in"), _("has the entry")),
        Tie("grows_out_of", "entry", ("idea",), _("grows out of"), _("grew into"), up="neither"),
        Tie("grows_out_of", "initiative", ("idea", "entry"), _("grows out of"), _("grew into"), up="neither"),
        Tie("kept_by", "initiative", ("unit",), _("is kept by"), _("keeps"), up="neither"),
    )


ROOM = Room(
    name="accelerator",
    kinds=(
        Kind("challenge", _("Challenge"), _("Challenges"), "accelerator:challenge", aims=True, wants=True),
        Kind("idea", _("Idea"), _("Ideas"), "accelerator:idea"),
        # To ask for answers is something done about a challenge; to tell an idea is not yet.
        Kind("call", _("Call"), _("Calls"), "accelerator:call", deed=True, due=_("A decision was promised.")),
        Kind("entry", _("Entry"), _("Entries"), "accelerator:entry"),
        Kind(
            "initiative",
            _("Initiative"),
            _("Initiatives"),
            "accelerator:initiative",
            deed=True,
            due=_("Its gate was to be passed."),
        ),
        Kind("register", _("Register of initiatives"), _("Registers of initiatives"), "accelerator:mapping"),
    ),
    ties=_ties(),
    verbs={
        "accelerator.set": _("was set"),
        "accelerator.changed": _("was changed"),
        "accelerator.ended": _("holds no longer"),
        "accelerator.said": _("an idea was told"),
        "accelerator.joined": _("somebody joined"),
        "accelerator.left": _("somebody left"),
        "accelerator.shaped": _("its form was shaped"),
        "accelerator.opened": _("was opened"),
        "accelerator.entered": _("an entry was begun"),
        "accelerator.sent": _("an entry was sent"),
        "accelerator.withdrawn": _("was withdrawn"),
        "accelerator.prolonged": _("was given more time"),
        "accelerator.called_off": _("was called off"),
        "accelerator.closed": _("was closed for entries"),
        "accelerator.released": _("blind copies were released"),
        "accelerator.seated": _("assessors were chosen"),
        "accelerator.assigned": _("entries were given to assessors"),
        "accelerator.assessed": _("an assessment came in"),
        "accelerator.weighed": _("a decision was written"),
        "accelerator.decided": _("was decided"),
        "accelerator.begun": _("was begun"),
        "accelerator.planned": _("its plan was written"),
        "accelerator.gated": _("passed a gate"),
        "accelerator.measured": _("an effect was measured"),
        "accelerator.funded": _("a sum was entered"),
        "accelerator.stopped": _("was stopped"),
        "accelerator.finished": _("came into everyday use"),
        "accelerator.brought": _("a register was brought"),
        "accelerator.settled": _("a register was read"),
    },
    ways=(Way(_("Accelerator"), "accelerator:home", aside=True),),
)
