"""Numbers said as people say them, and a rule in words."""

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from ledstjarna.rooms.experiments.models import Experiment, Lesson
from ledstjarna.rooms.experiments.room import Better, Sort


def _shares() -> tuple[tuple[float, str], ...]:
    return (
        (0.05, _("a twentieth")),
        (0.1, _("a tenth")),
        (0.2, _("a fifth")),
        (0.25, _("a quarter")),
        (1 / 3, _("a third")),
        (0.5, _("half")),
        (2 / 3, _("two thirds")),
        (0.75, _("three quarters")),
        (1.0, _("as much again")),
    )


def share_words(share: float) -> str:
    """A share of the usual as one says it: about a fifth."""
    size = abs(share)
    if size < 0.035:
        return _("a few in a hundred")
    if size > 1.25:
        return _("more than twice as much")
    return min(_shares(), key=lambda one: abs(one[0] - size) / one[0])[1]


def figure(value: float | None) -> str:
    """A number with at most three figures, as the reader's language writes it."""
    if value is None:
        return ""
    size = abs(value)
    places = 0 if size >= 100 or float(value).is_integer() else 1 if size >= 10 else 2
    text = number_format(round(value, places), places)
    return text.rstrip("0").rstrip(",.") if places else text


def default_rule(one: Experiment) -> tuple[str, str, str]:
    """The rule in words where the team has none of its own: scale if, stop if, otherwise."""
    if one.sort == Sort.NOTHING:
        return (
            _("Those whom it concerns say that it helps, and can say how."),
            _("Those whom it concerns see no difference, or it is worse."),
            _("Adapt it and try again."),
        )
    said = {"measure": one.measure, "worth": share_words(one.worth)}
    if one.better == Better.UP:
        first = _("“%(measure)s” has surely become more, and by about %(worth)s or more.") % said
        second = _("It is ruled out that “%(measure)s” has become as much as %(worth)s more.") % said
    else:
        first = _("“%(measure)s” has surely become less, and by about %(worth)s or more.") % said
        second = _("It is ruled out that “%(measure)s” has become as much as %(worth)s less.") % said
    return first, second, _("Adapt it and try again.")


def rule_of(one: Experiment) -> tuple[str, str, str]:
    """The rule as the team has worded it, or as it follows from the smallest change worth having."""
    usual = default_rule(one)
    return one.scale_if or usual[0], one.stop_if or usual[1], one.otherwise or usual[2]


def rule_text(one: Experiment) -> str:
    """The whole rule as one text in the city's language: what is kept and compared when it is altered."""
    with override(settings.LANGUAGE_CODE):
        scale, stop, otherwise = rule_of(one)
        return _("Days: %(days)s. Scale it if: %(scale)s Stop if: %(stop)s Otherwise: %(otherwise)s") % {
            "days": one.days,
            "scale": scale,
            "stop": stop,
            "otherwise": otherwise,
        }


def lesson_text(one: Lesson) -> str:
    """All that a lesson says, by which it is found and compared."""
    parts = (one.node.title, one.worked, one.failed, one.mechanism, one.core, one.adaptable)
    return "\n".join(part for part in parts if part)
