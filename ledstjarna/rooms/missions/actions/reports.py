"""Closing a period's report: a short comment, and the whole kept as it was on the day it was settled."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import NOBODY, Viewer
from ledstjarna.rooms.missions import insight, rules
from ledstjarna.rooms.missions.models import Report
from ledstjarna.rooms.missions.scope import may_report, reported
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Missing, Refused


def _open(ref: str, key: str, viewer: Viewer) -> tuple[Node, rules.Period]:
    """What a report tells of and its period, if this viewer closes it."""
    period = rules.period_of(key)
    if period is None:
        raise Missing(key)
    about = reported(ref=ref, viewer=viewer)
    if not (rules.may_ask(viewer) and may_report(about, viewer)):
        raise Refused(_("A report is closed by those who answer for it."), forbidden=True)
    return about, period


def _row(about: Node, period: rules.Period) -> Report:
    """The row of a report, made the first time, locked; settled it is changed no more."""
    rows = Report.objects.select_related("node").select_for_update(of=("self",))
    found = rows.filter(about=about, begins=period.begins, ends=period.ends).first()
    if found is not None and found.settled_at is not None:
        raise Refused(_("The report is settled, and is kept as it was that day."))
    if found is not None:
        return found
    with translation.override(settings.LANGUAGE_CODE):
        title = insight.title_of(about.title, period)
    node = thread.add_node(kind="report", title=title, audience=Audience.CITY, lang=settings.LANGUAGE_CODE)
    thread.tie(source=node, name="tells_of", target=about)
    return Report.objects.create(
        node=node, about=about, span=period.span, begins=period.begins, ends=period.ends
    )


@transaction.atomic
def comment_report(*, ref: str, period: str, comment: str, viewer: Viewer, now: datetime) -> str:
    """A short closing comment on a report, in place of the one before."""
    report = _row(*_open(ref, period, viewer))
    report.comment, report.commented_at = comment, now
    report.save(update_fields=["comment", "commented_at"])
    thread.record(who=viewer.node_id, verb="missions.commented", node=report.node, at=now)
    return ref


@transaction.atomic
def settle_report(*, ref: str, period: str, viewer: Viewer, now: datetime) -> str:
    """Settle a report of a period that is over: it is kept as everybody could read it that day."""
    about, span = _open(ref, period, viewer)
    if not rules.is_over(span, timezone.localdate(now)):
        raise Refused(_("The period has not ended yet."))
    report = _row(about, span)
    report.body = insight.kept(insight.story(about=about, period=span, viewer=NOBODY))
    report.settled_at = now
    report.save(update_fields=["body", "settled_at"])
    thread.open_to(node=report.node, audience=Audience.PUBLIC)
    thread.index(report.node, f"{report.node.title} {report.comment}")
    thread.record(who=viewer.node_id, verb="missions.closed", node=report.node, at=now)
    return ref
