"""What a test has shown, in words: how much, how surely, and what the rule says of it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ledstjarna.engines.trial import Reason, Result, Verdict
from ledstjarna.rooms.experiments.insight.words import figure, share_words
from ledstjarna.rooms.experiments.models import Experiment
from ledstjarna.rooms.experiments.room import Sort

TWICE = 1.25  # more by so much is said as more than twice as much


def words(result: Result, share: float | None, one: Experiment, *, sure: bool) -> str:
    """What was seen, first of all in words."""
    if not result.enough or share is None:
        return _nothing_yet(result.why)
    said = {"measure": one.measure, "share": share_words(share)}
    if share < -0.87:
        return _("“%(measure)s” has nearly gone.") % said
    if abs(share) < 0.02:
        return _("“%(measure)s” is about as it was.") % said
    return (_surely(share) if sure else _perhaps(share)) % said


def _surely(share: float) -> str:
    if share > TWICE:
        return _("“%(measure)s” has become more than twice as much.")
    if share > 0:
        return _("“%(measure)s” has become more, by about %(share)s.")
    return _("“%(measure)s” has become less, by about %(share)s.")


def _perhaps(share: float) -> str:
    if share > TWICE:
        return _("“%(measure)s” seems to be more than twice as much, but it may be chance.")
    if share > 0:
        return _("“%(measure)s” seems to be about %(share)s more, but it may be chance.")
    return _("“%(measure)s” seems to be about %(share)s less, but it may be chance.")


def _nothing_yet(why: Reason) -> str:
    cannot = {
        Reason.TOO_FEW: _("There are too few observations to tell anything yet. Go on counting."),
        Reason.ONE_SIDE: _("Only one side has been observed: before the change, or after it."),
        Reason.NO_VARIATION: _("Everything is the same so far, so chance cannot be judged."),
        Reason.TOO_WIDE: _("It cannot be told yet: every change is still possible."),
        Reason.CONTRADICTION: _(
            "What is measured drifts by itself, so that it cannot be told what the change did."
        ),
    }
    return cannot.get(why, cannot[Reason.TOO_WIDE])


def sure(shares: Sequence[float | None]) -> bool:
    """Whether chance alone does not do this: the interval leaves out no change."""
    low, high = shares[1], shares[2]
    return (low is not None and low > 0) or (high is not None and high < 0)


def interval(shares: Sequence[float | None], result: Result) -> str:
    """Where the real change lies, so that peeking is safe."""
    low, high = shares[1], shares[2]
    if not result.enough or (low is None and high is None):
        return ""
    if low is not None and high is not None:
        said = _("The real change lies between %(low)s and %(high)s.")
        return said % {"low": percent_change(low), "high": percent_change(high)}
    if low is not None:
        return _("The real change is %(low)s or more.") % {"low": percent_change(low)}
    return _("The real change is %(high)s or less.") % {"high": percent_change(high or 0.0)}


def percent_change(share: float) -> str:
    """A change in per cent with its sign: −40 %."""
    size = round(100 * share)
    sign = "+" if size > 0 else "−" if size < 0 else "±"
    return _("%(sign)s%(size)s %%") % {"sign": sign, "size": abs(size)}


def says(verdict: Verdict) -> str:
    """What the rule says of it."""
    words = {
        Verdict.SCALE: _("The rule is met: scale it."),
        Verdict.STOP: _("The rule is not met: a change worth having is ruled out. Stop."),
        Verdict.ADAPT: _("The rule is not met: it is not shown to be worth having as it is. Adapt it."),
        Verdict.CANNOT_TELL: _("The rule cannot tell yet."),
    }
    return words[verdict]


def level_words(value: float | None, one: Experiment) -> str:
    """How it is, or was, as one says it."""
    if value is None:
        return ""
    if one.sort == Sort.YES_NO:
        return _("%(share)s %% of the times") % {"share": round(100 * value)}
    if one.sort == Sort.COUNT:
        return _("%(figure)s a day") % {"figure": figure(value)}
    return figure(value)
