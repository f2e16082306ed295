"""The words of the principles room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ledstjarna.thread.room import Kind, Room, Signal, Tie, Way


class Sort(TextChoices):
    """What a steering document is."""

    POLICY = "policy", _("Policy")
    PROGRAMME = "programme", _("Programme or plan")
    BRAND = "brand", _("Brand platform")
    GUIDE = "guide", _("Guideline")
    RULES = "rules", _("Rules")


STEERED = ("direction", "programme")
STARS = ("vision", "area", "shift")
HOLDERS = ("board", "company", "organisation")
LEANED = ("approach", "document", "paragraph")
AIMED = ("board_mission", "board_goal", "unit_plan")

ROOM = Room(
    name="principles",
    kinds=(
        Kind("approach", _("Approach"), _("Approaches"), "principles:approach", aims=True, leaned=True),
        Kind(
            "document",
            _("Steering document"),
            _("Steering documents"),
            "principles:document",
            aims=True,
            word=True,
            due=_("It was to be looked through again."),
            signal=Signal(("unit", "manager", "employee"), 30),
        ),
        Kind("paragraph", _("Part of a document"), _("Parts of documents"), "principles:paragraph"),
        Kind("decision", _("Prepared decision"), _("Prepared decisions"), "principles:decision", aims=True),
    ),
    ties=(
        Tie("serves", "approach", STARS, _("serves"), _("is served by")),
        Tie("serves", "document", (*STARS, *STEERED), _("serves"), _("is served by")),
        Tie(
            "serves",
            "decision",
            (*STARS, *STEERED, *AIMED),
            _("serves"),
            _("is served by"),
        ),
        Tie("section_of", "paragraph", ("document",), _("is a part of"), _("has the part")),
        Tie("leans_on", "document", ("approach",), _("leans on"), _("is leaned on by"), up="neither"),
        Tie(
            "leans_on",
            "decision",
            LEANED,
            _("leans on"),
            _("is leaned on by"),
            up="neither",
            start="principles:prepare",
            begin=_("Prepare a decision that leans on this"),
        ),
        Tie(
            "given_to", "document", HOLDERS, _("is given to"), _("has been given"), up="neither", reaches=True
        ),
    ),
    verbs={
        "principles.set": _("was set"),
        "principles.changed": _("was changed"),
        "principles.stopped": _("ceased to hold"),
        "principles.prepared": _("a decision was prepared"),
    },
    ways=(Way(_("What we lean on"), "principles:home", aside=True),),
)
