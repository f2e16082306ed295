"""Pages of reports, put together from what has been kept."""

from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.thread.reads import Missing
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.papers import TYPES, written
from ledstjarna.web.reply import reply, submit


@require_GET
def reports(request: Request, ref: str) -> HttpResponse:
    """The reports of a board, a company or the whole city."""
    page = reads.reports(ref=ref, viewer=request.viewer, now=request.now)
    return reply(request, "missions/reports.html", page)


def _page(request: Request, ref: str, period: str) -> reads.ReportPage:
    return reads.reporting(ref=ref, period=period, viewer=request.viewer, now=request.now)


@require_GET
def reporting(request: Request, ref: str, period: str) -> HttpResponse:
    """The report of a period."""
    return reply(request, "missions/report.html", _page(request, ref, period))


@require_GET
def kept_report(request: Request, ref: str) -> HttpResponse:
    """A report by its own ref."""
    page = reads.kept_report(ref=ref, viewer=request.viewer, now=request.now)
    return reply(request, "missions/report.html", page)


@require_GET
def report_paper(request: Request, ref: str, period: str, form: str) -> HttpResponse:
    """A report to take along, as DOCX or PDF."""
    if form not in TYPES:
        raise Missing(form)
    paper = reads.report_paper(ref=ref, period=period, viewer=request.viewer, now=request.now)
    name = f'attachment; filename="{ref}-{period}.{form}"'
    return HttpResponse(written(paper, form), content_type=TYPES[form], headers={"Content-Disposition": name})


def _closed(request: Request, form: Form, action: Action, ref: str, period: str) -> HttpResponse:
    return submit(
        request,
        form,
        action,
        then=lambda done: reverse("missions:reporting", args=[done, period]),
        template="missions/report.html",
        page=lambda: _page(request, ref, period),
        ref=ref,
        period=period,
    )


@require_POST
def comment_report(request: Request, ref: str, period: str) -> HttpResponse:
    """A closing comment."""
    return _closed(request, forms.ClosingComment(request.POST), actions.comment_report, ref, period)


@require_POST
def settle_report(request: Request, ref: str, period: str) -> HttpResponse:
    """Settle it."""
    return _closed(request, Confirm(request.POST), actions.settle_report, ref, period)
