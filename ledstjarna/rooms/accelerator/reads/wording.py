"""The words of a register: what its fields are called, and why a row of it will not do."""

from django.utils.translation import gettext as _


def reason_of(why: str) -> str:
    """Why a row will not do, in words."""
    return {
        "title": _("it has no title"),
        "long": _("its title is longer than 300 characters"),
        "twice": _("it is the same as a row above"),
        "lesson": _("it is over, and says nothing of what it taught"),
        "explanation": _("it was stopped, and does not say why"),
        "progress": _("its progress is not a number from -1 to 100"),
        "cost": _("its budget is not a sum"),
        "granted": _("what it was granted is not a sum with a day"),
        "used": _("what it used is not a sum with a day"),
        "goals": _("its effect goals cannot be read"),
    }[why]


def labels() -> dict[str, str]:
    """What each field of a register is called."""
    return {
        "key": _("What tells it from others"),
        "title": _("Heading"),
        "what": _("What"),
        "reason": _("Why"),
        "how": _("How"),
        "lesson": _("What it taught"),
        "status": _("Status"),
        "progress": _("Progress, from -1 to 100"),
        "previous": _("Status before"),
        "earlier": _("Progress before"),
        "why_stopped": _("Why it was stopped"),
        "challenge": _("Challenge"),
        "unit": _("Unit"),
        "partners": _("Partners"),
        "cost": _("Estimated cost"),
        "granted": _("Granted"),
        "used": _("Used"),
        "goals": _("Effect goals"),
        "operation": _("Operation"),
        "operation_domain": _("Area of operation"),
        "sectors": _("Sectors"),
        "technologies": _("Technologies"),
        "impact": _("Expected impact"),
        "potential": _("Innovation potential"),
        "global_goals": _("Global goals"),
        "platforms": _("Platforms"),
        "city_wide": _("For the whole city"),
        "challenging": _("Challenges how we work today"),
        "internal": _("For ourselves"),
        "residents": _("How residents take part"),
        "links": _("Links"),
    }
