"""Which way of laying a test fits the numbers, and how small a change it would notice, in words."""

from dataclasses import dataclass
from math import isfinite

from django.utils.translation import gettext as _

from ledstjarna.engines import trial
from ledstjarna.engines.trial import Measure
from ledstjarna.rooms.experiments.insight.words import share_words
from ledstjarna.rooms.experiments.models import Experiment
from ledstjarna.rooms.experiments.room import Design, Sort

STAGGER_FROM, MATCH_FROM, WORDINGS_FROM = 6, 16, 20
NEIGHBOURS = 0.2  # how alike days that follow one another are, where nobody has looked
ROUGH = 0.3  # how much amounts vary around their usual, where nobody has looked
MEASURES = {Sort.YES_NO: Measure.YES_NO, Sort.COUNT: Measure.COUNT, Sort.AMOUNT: Measure.NUMBER}
CEILING = 5.0


@dataclass(frozen=True, slots=True)
class Advice:
    """A way of laying a test, why it fits, and what will be noticed; `noticed` is a share of the usual."""

    design: str
    label: str
    why: str
    noticed: float | None
    words: str


def fitting(*, sort: str, places: int, weekly: int, days: int, apart: bool, chance: bool) -> str:
    """The way that fits: by what can be counted, where, and whether places or persons can be drawn."""
    if sort == Sort.NOTHING:
        return Design.CONTRIBUTION
    if chance and weekly * days / 7 / 2 >= WORDINGS_FROM:
        return Design.WORDINGS
    if places >= STAGGER_FROM and apart:
        return Design.STAGGERED
    return Design.MATCHED if places >= MATCH_FROM else Design.SERIES


def advised(
    *,
    sort: str,
    places: int,
    weekly: int,
    days: int,
    apart: bool,
    chance: bool,
    usual: float | None = None,
    steady: float | None = None,
) -> Advice:
    """The way that fits the answers, and what it would show."""
    design = fitting(sort=sort, places=places, weekly=weekly, days=days, apart=apart, chance=chance)
    return advice(design=design, sort=sort, weekly=weekly, days=days, usual=usual, steady=steady)


def advice(
    *,
    design: str,
    sort: str,
    weekly: int,
    days: int,
    usual: float | None = None,
    steady: float | None = None,
    quiet: int | None = None,
) -> Advice:
    """What a way of laying a test would show with these numbers and this time."""
    share = noticed(sort, design, weekly, days, quiet, usual, steady)
    return Advice(design, str(Design(design).label), _whys()[design], share, precision(share, sort))


def of_test(one: Experiment) -> Advice:
    """What a test as it is laid would show."""
    return advice(
        design=one.design, sort=one.sort, weekly=one.weekly, days=one.days, usual=one.usual,
        steady=one.steady, quiet=one.quiet,
    )  # fmt: skip


def noticed(
    sort: str,
    design: str,
    weekly: int,
    days: int,
    quiet: int | None,
    usual: float | None,
    steady: float | None,
) -> float | None:
    """The smallest change noticed four times of five, as a share of the usual; None if nothing is counted."""
    if sort == Sort.NOTHING or design == Design.CONTRIBUTION:
        return None
    before = days / 2 if design != Design.SERIES else quiet or max(days / 3, 4)
    after = max(days - before, 1)
    side = 2 * before * after / (before + after)  # days a side, were the sides alike
    level, spread = _level(sort, weekly, usual), None
    if sort == Sort.AMOUNT:
        spread = steady or abs(level) * ROUGH
    many = side if sort == Sort.COUNT else side * weekly / 7
    alike = 0.0 if design == Design.WORDINGS else NEIGHBOURS
    found = trial.plan(
        MEASURES[Sort(sort)], max(round(many), 1), usual=level, spread=spread, correlation=alike
    ).smallest
    share = found if sort == Sort.COUNT else found / abs(level)
    return share if isfinite(share) else CEILING


def _level(sort: str, weekly: int, usual: float | None) -> float:
    """The level today: as it was said, or as rough as can be without knowing."""
    if sort == Sort.YES_NO:
        return min(max(0.5 if usual is None else usual, 0.02), 1.0)
    if sort == Sort.COUNT:
        return max(weekly / 7 if usual is None else usual, 0.05)
    return usual or 1.0


def days_needed(one: Experiment) -> int | None:
    """How many days it takes to notice the smallest change worth having; None where that is over a year."""
    for days in (14, 21, 28, 42, 56, 84, 112, 168, 252, 365):
        share = noticed(one.sort, one.design, one.weekly, days, None, one.usual, one.steady)
        if share is not None and share <= one.worth:
            return days
    return None


def precision(share: float | None, sort: str) -> str:
    """How big a change would be seen, in words."""
    if share is None:
        return _("Nothing is counted. You will tell what you see, and ask those it concerns.")
    if share >= 1.25:
        return _(
            "You will only notice a change that is very large: more than twice as much. Count longer or more."
        )
    if sort == Sort.YES_NO and share > 1:
        return _("You will only notice a change from now and then to nearly always. Count longer or more.")
    return _("You will notice a change of about %(share)s.") % {"share": share_words(share)}


def _whys() -> dict[str, str]:
    return {
        Design.SERIES: _("You are one place: count a few days as usual, change, and go on counting."),
        Design.STAGGERED: _(
            "You are many places that can begin on different days: chance decides who begins when, so that "
            "nothing else that happens the same week can fool you."
        ),
        Design.MATCHED: _(
            "You are many places that begin together: pair those that are alike, and let chance decide which "
            "of each pair that changes."
        ),
        Design.WORDINGS: _("You meet many: let chance decide who meets the old way and who the new."),
        Design.CONTRIBUTION: _(
            "There is nothing to count: write down what you see, ask those it concerns, and ask what else it "
            "may be due to."
        ),
    }
