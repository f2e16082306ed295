"""The words of the experiments room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ledstjarna.thread.room import Kind, Room, Tie, Way


class Sort(TextChoices):
    """What the one measure is made of."""

    YES_NO = "yes_no", _("Yes or no, each time")
    COUNT = "count", _("How many, each day")
    AMOUNT = "amount", _("How much: minutes, kronor, a grade")
    NOTHING = "nothing", _("Nothing to count: we write down what we see")


class Better(TextChoices):
    """Which way is better."""

    UP = "up", pgettext_lazy("measure", "More is better")
    DOWN = "down", pgettext_lazy("measure", "Less is better")


class Design(TextChoices):
    """How a small test is laid so that few observations say something."""

    SERIES = "series", _("Before and after, on a control chart")
    STAGGERED = "staggered", _("Places begin one after another")
    MATCHED = "matched", _("Places alike, two and two")
    WORDINGS = "wordings", _("Two ways, by chance")
    CONTRIBUTION = "contribution", _("What we see, told by those it concerns")


class Stage(TextChoices):
    """How far a small test has come."""

    SKETCH = "sketch", _("Sketch")
    RUNNING = "running", _("Running")
    REVIEW = "review", _("Waits for its review")
    CONCLUDED = "concluded", _("Concluded")


class Verdict(TextChoices):
    """What becomes of what was tried; `cancelled` is an end before the end."""

    SCALE = "scale", _("Scale it")
    ADAPT = "adapt", _("Adapt it and try again")
    CLOSE = "close", _("Close it")
    PARK = "park", _("Park it")
    CANCELLED = "cancelled", _("Cancelled")


class Learning(TextChoices):
    """How much was learnt, which is another matter than how it went."""

    MUCH = "much", _("Much that we did not know")
    SOME = "some", _("Something")
    LITTLE = "little", _("Little: we would lay it otherwise today")


class Uptake(TextChoices):
    """What a unit does with a lesson of another."""

    HEARD = "heard", pgettext_lazy("lesson", "Has heard of it")
    TRIES = "tries", pgettext_lazy("lesson", "Tries it")
    USES = "uses", pgettext_lazy("lesson", "Uses it")
    ADAPTED = "adapted", pgettext_lazy("lesson", "Uses it in its own way")
    STOPPED = "stopped", pgettext_lazy("lesson", "Has stopped")
    DECLINED = "declined", pgettext_lazy("lesson", "Has declined")


class Leave(TextChoices):
    """What a manager answers those who ask whether they may decide themselves."""

    ALONE = "alone", _("Decide it yourselves")
    TOGETHER = "together", _("Let us decide it together")
    NOT_NOW = "not_now", _("Not now")


class Booking(TextChoices):
    """How far two have come with a call about a lesson."""

    ASKED = "asked", _("Waits for an answer")
    OTHER = "other", _("Other times are asked for")
    BOOKED = "booked", _("Booked")
    DECLINED = "declined", _("No, thanks")
    CANCELLED = "cancelled", _("Called off")


class Group(TextChoices):
    """Whom a test or a lesson is for."""

    CHILDREN = "children", _("Children and pupils")
    YOUNG = "young", _("Young people")
    FAMILIES = "families", _("Families")
    ADULTS = "adults", _("Adults who need support")
    DISABLED = "disabled", _("People with disabilities")
    OLDER = "older", _("Older people")
    NEWCOMERS = "newcomers", _("Those who are new in Sweden")
    RESIDENTS = "residents", _("All residents")
    COMPANIES = "companies", _("Businesses")
    ASSOCIATIONS = "associations", _("Associations")
    STAFF = "staff", _("Those who work here")


class Setting(TextChoices):
    """Where it takes place."""

    HOME = "home", _("In people's homes")
    RESIDENCE = "residence", _("Care home or supported housing")
    PRESCHOOL = "preschool", _("Preschool")
    SCHOOL = "school", _("School")
    OFFICE = "office", _("Office and counter")
    DIGITAL = "digital", _("On the web or the phone")
    STREET = "street", _("Streets, parks and water")
    CULTURE = "culture", _("Library, culture and sport")
    WORKSHOP = "workshop", _("Kitchen, depot and workshop")


MAY_TRY = "ledstjarna.rooms.experiments.rules.may_try"

SERVED = (
    "vision",
    "area",
    "shift",
    "programme",
    "direction",
    "board_mission",
    "board_goal",
    "unit_plan",
    "challenge",
)
PARRIED = ("signal",)  # lives in another room, which ties tests to it
LOCAL = ("board_mission", "board_goal", "unit_plan")  # of these a test serves its own unit's
IN_USE = (Uptake.USES.value, Uptake.ADAPTED.value)
DEMANDS_LESSON = (Verdict.SCALE.value, Verdict.CLOSE.value)

ROOM = Room(
    name="experiments",
    kinds=(
        Kind(
            "test",
            _("Small test"),
            _("Small tests"),
            "experiments:test",
            aims=True,
            deed=True,
            joined=True,
            due=_("The sprint is over, and its review waits."),
        ),
        Kind(
            "lesson",
            _("Lesson"),
            _("Lessons"),
            "experiments:lesson",
            word=True,
            joined=True,
            due=_("It was to be renewed or retired."),
        ),
        Kind(
            "foreign",
            _("Lesson of another city"),
            _("Lessons of other cities"),
            "experiments:foreign",
        ),
        Kind("feed", _("Another city"), _("Other cities")),
    ),
    ties=(
        Tie(
            "serves",
            "test",
            SERVED,
            _("serves"),
            _("is served by"),
            start="experiments:new",
            begin=_("Try something small"),
            may=MAY_TRY,
        ),
        Tie("tried_in", "test", ("unit",), _("is tried in"), _("tries"), up="neither"),
        Tie(
            "tries_out",
            "test",
            ("lesson",),
            _("tries out"),
            _("is tried out in"),
            up="neither",
            start="experiments:new",
            begin=_("Try it here"),
            may=MAY_TRY,
        ),
        Tie("follows", "test", ("test",), _("goes on from"), _("went on as"), up="neither"),
        Tie("supports", "test", ("lesson",), _("supports"), _("is supported by"), up="neither"),
        Tie("contradicts", "test", ("lesson",), _("contradicts"), _("is contradicted by"), up="neither"),
        Tie("learnt_from", "lesson", ("test",), _("was learnt from"), _("taught")),
        Tie("told_by", "foreign", ("feed",), _("is told by"), _("tells of"), up="neither"),
        Tie("uses", "unit", ("lesson",), _("uses"), _("is used by"), up="neither"),
    ),
    verbs={
        "experiments.sketched": _("was sketched"),
        "experiments.mended": _("was mended"),
        "experiments.asked": _("its people asked whether they may decide"),
        "experiments.answered": _("its people were told whether they may decide"),
        "experiments.started": _("was started"),
        "experiments.joined": _("somebody joined"),
        "experiments.left": _("somebody left"),
        "experiments.altered": _("had its rule altered"),
        "experiments.filled": _("had observations from a file"),
        "experiments.wound_up": _("had its sprint ended"),
        "experiments.concluded": _("was concluded"),
        "experiments.cancelled": _("was cancelled"),
        "experiments.opened": _("was opened to others"),
        "experiments.taught": _("a lesson was written"),
        "experiments.reworded": _("a lesson was reworded"),
        "experiments.renewed": _("a lesson was renewed"),
        "experiments.retired": _("a lesson was retired"),
        "experiments.offered": _("somebody can be asked about it"),
        "experiments.withdrawn": _("somebody can no longer be asked about it"),
        "experiments.taken_up": _("another unit took a step with it"),
        "experiments.feed_added": _("another city's lessons are read from now on"),
        "experiments.feed_read": _("another city's lessons were read"),
        "experiments.feed_dropped": _("another city's lessons are no longer read"),
    },
    ways=(Way(_("Small tests"), "experiments:home"),),
    tick="ledstjarna.rooms.experiments.actions.clock.tick",
)
