"""How each dial is counted, in words that anybody can hold it against."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight import Cases
from ledstjarna.rooms.atlas.insight.dials import evenness
from ledstjarna.rooms.atlas.reads.measured import Measured


@dataclass(frozen=True, slots=True)
class Method:
    """How a dial is counted: the question, of which things, when it holds, how even or how long, and whom."""

    question: str
    counted: str
    holds: str
    more: str
    whom: str


def days_of(cases: Cases, at: int) -> int | None:
    """The number of days that goes with a thing, if there is one."""
    days = float(cases.days[at])
    return round(days) if abs(days) < 1e6 else None


def method(whole: Measured, name: str) -> Method:
    """How a dial is counted."""
    return {"all-in": _reaching, "leadership": _leading, "endurance": _enduring, "story": _telling}[name](
        whole
    )


def _reaching(whole: Measured) -> Method:
    shares = [one.covered / one.units for one in whole.covers if one.units]
    even = number_format(evenness(shares), 2)
    return Method(
        _("Does it hang together, everywhere?"),
        _(
            "Everything that stands and ought to lead to the vision: "
            "areas, directions, missions, goals, plans."
        ),
        _("There is a path from it to the vision, by what it serves, without a gap."),
        _(
            "How evenly it reaches: %(even)s of 1, that is one minus the Gini coefficient of the share of "
            "units at each board and company that have something of their own. A unit of fewer than five "
            "people is counted with the one it is part of."
        )
        % {"even": even},
        "",
    )


def _leading(whole: Measured) -> Method:
    return Method(
        _("Do those who lead do themselves what they ask of others?"),
        _(
            "Directions and goals that they have set for others and that have stood for %(mature)s days; "
            "questions to the city and its boards, and documents to look through, "
            "whose day passed in the year."
        )
        % {"mature": rules.MATURE},
        _(
            "One who leads has kept a dialogue about it in the year; the answer was given, or the "
            "document looked through, by its day. What somebody else did is counted neither for nor against."
        ),
        "",
        _(
            "Counted are the own acts of elected members, the city director and the directors of "
            "departments and companies, by board, company and city as a whole. Nobody else is ever counted, "
            "and nobody is named."
        ),
    )


def _enduring(whole: Measured) -> Method:
    return Method(
        _("Do we follow what we began, or does it fade?"),
        _(
            "Directions, missions, goals and plans that have stood for %(mature)s days, "
            "and those that were let go in the year."
        )
        % {"mature": rules.MATURE},
        _(
            "Something was done for it in the year; or it was let go after something had been done for it "
            "and not before the day it looked to. To stop in time is to endure."
        ),
        _first(whole),
        "",
    )


def _first(whole: Measured) -> str:
    """Half of what was begun had its first deed within so many days (Kaplan and Meier)."""
    half = whole.first
    if half is None:
        return ""
    if half.days is None:
        return _("Half of what was begun has not yet had a first deed (Kaplan–Meier).")
    if half.low is None or half.high is None:
        words = _("Half of what was begun had its first deed within %(days)s days (Kaplan–Meier).")
        return words % {"days": round(half.days)}
    words = _(
        "Half of what was begun had its first deed within %(days)s days, likely between %(low)s and "
        "%(high)s (Kaplan–Meier at 95 per cent)."
    )
    return words % {"days": round(half.days), "low": round(half.low), "high": round(half.high)}


def _telling(whole: Measured) -> Method:
    cases = whole.cases["story"]
    lags = sorted(
        days
        for at, told in enumerate(cases.holds().tolist())
        if told and (days := days_of(cases, at)) is not None
    )
    lag = ""
    if not rules.is_few(len(lags)):
        lag = _("Half of what was told of was told within %(days)s days.") % {"days": lags[len(lags) // 2]}
    return Method(
        _("Do we tell what we do and what came of it?"),
        _("Dialogues and other deeds of the year; what is younger than %(lately)s days is given time.")
        % {"lately": rules.LATELY},
        _("After it something was said of the same thing, of its unit or of its board."),
        lag,
        _("Nobody's reading is followed: only what was told is counted, never who read it."),
    )
