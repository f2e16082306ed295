"""The reports that Sundhamn has settled: the latest whole third of the year, of every board and company."""

from datetime import datetime, timedelta

from django.utils import timezone

from ledstjarna.people.models import Authority
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import actions, rules
from ledstjarna.thread.models import Node

COMMENT = "Vi lärde oss mest av det som inte blev som vi trodde. Luckorna tar vi upp på nästa möte."


def latest(now: datetime) -> rules.Period:
    """The latest third of the year that was over two weeks ago, so that there has been time to settle it."""
    then = timezone.localdate(now) - timedelta(days=14)
    return next(one for one in rules.periods(then) if one.span == "third" and rules.is_over(one, then))


def settle(director: Viewer, now: datetime) -> None:
    """Settle the reports of the boards and companies, and then the whole city's with a closing comment."""
    period, moment = latest(now).key, now - timedelta(days=2)
    for ref in Authority.objects.order_by("pk").values_list("node__ref", flat=True):
        actions.settle_report(ref=ref, period=period, viewer=director, now=moment)
    whole = Node.objects.get(kind="organisation").ref
    actions.comment_report(ref=whole, period=period, comment=COMMENT, viewer=director, now=moment)
    actions.settle_report(ref=whole, period=period, viewer=director, now=moment)
