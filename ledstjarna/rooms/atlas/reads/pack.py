"""The page of the week on paper: two pages for those who meet about it."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas.reads.dials import Dial
from ledstjarna.rooms.atlas.reads.measured import Measured, measured
from ledstjarna.rooms.atlas.reads.method import method
from ledstjarna.rooms.atlas.reads.monday import Balance, Monday, Overload, monday
from ledstjarna.web.papers import Paper, blocks

MOST = 16


def pack(*, viewer: Viewer, now: datetime) -> Paper:
    """The page of the week, as this viewer sees it, to take along.

    Raises:
        Missing: nobody is signed in.
    """
    page, whole = monday(viewer=viewer, now=now), measured(viewer, now)
    return Paper(
        title=page.headline,
        lang=get_language() or "sv",
        blocks=(
            *blocks("quiet", [_day(page)]),
            *blocks("heading", [_("Four pitfalls, measured in the traces of what is done")]),
            *blocks("point", [_figure(one) for one in page.dials]),
            *blocks("heading", [_("Loose threads to take hold of")] if page.loose else []),
            *blocks("point", [f"{one.spot.title}. {one.reason} {one.act.label}." for one in page.loose]),
            *blocks("heading", [_("Asked of others – done by us")] if page.balances else []),
            *blocks("point", [_balance(one) for one in page.balances[:MOST]]),
            *blocks("heading", [_("Done and learnt lately")] if page.learnt else []),
            *blocks("point", [one.spot.title for one in page.learnt]),
            *blocks("heading", [_("What reaches whom")] if page.overload else []),
            *blocks("text", [overloaded(page.overload)] if page.overload else []),
            *blocks("heading", [_("How it is counted")]),
            *blocks("point", [_counted(whole, one) for one in page.dials]),
            *blocks(
                "quiet",
                [
                    _(
                        "Each interval is a Wilson interval at 95 per cent. No person is named or counted "
                        "but by board, company and city as a whole, and nobody is ranked."
                    )
                ],
            ),
        ),
    )


def _day(page: Monday) -> str:
    words = {"day": date_format(page.day, "j F Y"), "week": page.week}
    return _("%(day)s, week %(week)s") % words


def _figure(one: Dial) -> str:
    if one.value is None:
        return f"{one.label}: {one.reason}"
    words = {"label": one.label, "value": one.value, "low": one.low, "high": one.high, "share": one.coverage}
    if one.coverage:
        first = _("%(label)s: %(value)s of 100, between %(low)s and %(high)s, coverage %(share)s.") % words
    else:
        first = _("%(label)s: %(value)s of 100, between %(low)s and %(high)s.") % words
    return " ".join(part for part in (first, one.reason, f"{one.year}." if one.year else "") if part)


def _counted(whole: Measured, one: Dial) -> str:
    how = method(whole, one.name)
    return " ".join(part for part in (f"{one.label}.", how.counted, how.holds, how.more, how.whom) if part)


def _balance(one: Balance) -> str:
    words = {"place": one.spot.title, "asked": one.asked, "done": one.done}
    return _("%(place)s: asked and promised %(asked)s, done ourselves %(done)s") % words


def overloaded(one: Overload) -> str:
    """How many signals reach the place, and how many are enough."""
    words = {"place": one.spot.title, "signals": one.signals, "most": one.most}
    return _("%(place)s receives %(signals)s signals. The limit is %(most)s.") % words
