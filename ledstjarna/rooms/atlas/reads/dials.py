"""The four dials: a figure with its interval, its coverage, its reason in words, and its year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight.dials import wilson
from ledstjarna.rooms.atlas.insight.past import DAY
from ledstjarna.rooms.atlas.reads.measured import Measured
from ledstjarna.web.figures import as_percent

WIDE, HIGH, EDGE = 200, 40, 2  # of the line that shows a year


@dataclass(frozen=True, slots=True)
class Month:
    """How it was at a moment: of how many it held in how many; a figure where there were enough."""

    day: date
    hits: int
    total: int
    value: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Dial:
    """One of the four: `value` of 100, likely between `low` and `high`; no figure where there is too little.

    `tone` is `asks` where it asks for attention, `grows` where it has surely grown in a year. `line` is the
    year as a path.
    """

    name: str
    label: str
    value: int | None
    low: int | None
    high: int | None
    hits: int
    total: int
    coverage: str
    reason: str
    tone: str
    line: str
    year: str
    months: tuple[Month, ...]


def label_of(name: str) -> str:
    """What a dial is called."""
    return {
        "all-in": _("All in"),
        "leadership": _("Clear leadership"),
        "endurance": _("Endurance"),
        "story": _("The story"),
    }[name]


def dials(whole: Measured) -> tuple[Dial, ...]:
    """The four in their order."""
    return tuple(dial(whole, name) for name in rules.DIALS)


def dial(whole: Measured, name: str) -> Dial:
    """One of the four."""
    months = _months(whole, name)
    today, first = months[-1], next((one for one in months if one.value is not None), months[-1])
    reached, places = _coverage(whole, name)
    return Dial(
        name=name,
        label=label_of(name),
        value=today.value,
        low=today.low,
        high=today.high,
        hits=today.hits,
        total=today.total,
        coverage=as_percent(reached / places) if places else "",
        reason=_reason(whole, name, today),
        tone=_tone(today, first),
        line=_line(months),
        year=_year(first, today),
        months=months,
    )


def month(day: date, hits: int, total: int) -> Month:
    """So many of so many: a figure with a Wilson interval at 95 %, unless they are too few."""
    if rules.is_few(total):
        return Month(day, hits, total, None, None, None)
    low, high = wilson(hits, total)
    return Month(day, hits, total, round(100 * hits / total), round(100 * low), round(100 * high))


def _months(whole: Measured, name: str) -> tuple[Month, ...]:
    hits, totals = whole.cases[name].trend()
    days = [datetime.fromtimestamp(at * DAY, tz=UTC).date() for at in whole.past.moments.tolist()]
    return tuple(month(*one) for one in zip(days, hits.tolist(), totals.tolist(), strict=True))


def _tone(today: Month, first: Month) -> str:
    if today.value is None or today.low is None or today.high is None:
        return ""
    low, high = (first.low, first.high) if first is not today else (None, None)
    if rules.asks_for_attention(today.value, today.high, low):
        return "asks"
    return "grows" if rules.has_grown(today.low, high) else ""


def _line(months: Sequence[Month]) -> str:
    """The figures as a path, nought at the bottom and a hundred at the top; empty where there is none."""
    step = WIDE / (len(months) - 1)
    points = [
        f"{round(place * step, 1):g} {round(HIGH + EDGE - HIGH * one.value / 100, 1):g}"
        for place, one in enumerate(months)
        if one.value is not None
    ]
    return f"M{' L'.join(points)}" if len(points) > 1 else ""


def _year(first: Month, today: Month) -> str:
    if first is today or first.value is None or today.value is None:
        return ""
    words = {"before": first.value, "now": today.value, "months": round((today.day - first.day).days / 30.44)}
    return _("From %(before)s to %(now)s in %(months)s months") % words


def _coverage(whole: Measured, name: str) -> tuple[int, int]:
    """How much of the city a figure is of: units for what leads to the vision, else boards and companies."""
    if name == "all-in":
        return sum(one.covered for one in whole.covers), sum(one.units for one in whole.covers)
    kinds = whole.past.kinds
    places = [row for row, kind in enumerate(kinds) if kind.name in {"board", "company"}]
    cases = whole.cases[name]
    met = {int(whole.past.place[row]) for row in cases.rows[cases.now()].tolist()}
    return len(met.intersection(places)), len(places)


def _reason(whole: Measured, name: str, today: Month) -> str:
    """What decided, in words; where there is too little to count, what there is."""
    if rules.is_few(today.total):
        return _few(today.total)
    if name == "all-in":
        return _adrift(whole, today)
    if name == "leadership":
        words = {"asked": today.total, "done": today.hits}
        return _("Asked of others and promised: %(asked)s. Done ourselves: %(done)s.") % words
    return _kept(whole, today) if name == "endurance" else _silent(whole, today)


def _few(total: int) -> str:
    if not total:
        return _("There is nothing to count yet.")
    words = ngettext(
        "There is %(total)s thing to count. A figure comes when there are five.",
        "There are %(total)s things to count. A figure comes when there are five.",
        total,
    )
    return words % {"total": total}


def _adrift(whole: Measured, today: Month) -> str:
    loose = today.total - today.hits
    covered, units = _coverage(whole, "all-in")
    first = ngettext(
        "%(loose)s thing has no path to the vision.", "%(loose)s things have no path to the vision.", loose
    )
    words = [first % {"loose": loose}] if loose else [_("All that ought to leads to the vision.")]
    if units > covered:
        words.append(_units(units - covered, units))
    return " ".join(words)


def _units(bare: int, units: int) -> str:
    words = _("%(bare)s of %(units)s units have nothing of their own yet.")
    return words % {"bare": number_format(bare), "units": number_format(units)}


def _kept(whole: Measured, today: Month) -> str:
    cases = whole.cases["endurance"]
    why = [word for word, counts in zip(cases.why, cases.now().tolist(), strict=True) if counts]
    drifted, early = why.count("drifted"), why.count("early")
    words = [
        _("Of %(total)s begun, %(hits)s are still followed.") % {"total": today.total, "hits": today.hits}
    ]
    if drifted:
        words.append(
            ngettext(
                "%(many)s has had nothing done for it in a year.",
                "%(many)s have had nothing done for them in a year.",
                drifted,
            )
            % {"many": drifted}
        )
    if early:
        words.append(
            ngettext("%(many)s was let go early.", "%(many)s were let go early.", early) % {"many": early}
        )
    return " ".join(words)


def _silent(whole: Measured, today: Month) -> str:
    """The board or company with most deeds among those that are silent; else how many deeds are told of."""
    quiet = [one for one in whole.silences if rules.is_quiet(one.days) and not rules.is_few(one.deeds)]
    if not quiet:
        words = _("Of %(total)s things done in a year, %(hits)s have been told of.")
        return words % {"total": today.total, "hits": today.hits}
    most = max(quiet, key=lambda one: (one.deeds, -one.place))
    return f"{whole.spot(most.place).title}: {silence(most.deeds, most.days)}"


def silence(deeds: int, days: int | None) -> str:
    """How much was done in a year somewhere, and how long nothing has been told of it."""
    said = {"deeds": deeds, "days": days}
    if days is None:
        words = ngettext(
            "%(deeds)s dialogue or other deed, nothing told yet.",
            "%(deeds)s dialogues and other deeds, nothing told yet.",
            deeds,
        )
    else:
        words = ngettext(
            "%(deeds)s dialogue or other deed, nothing told for %(days)s days.",
            "%(deeds)s dialogues and other deeds, nothing told for %(days)s days.",
            deeds,
        )
    return words % said
