"""Pages of the organisation and its people."""

import csv
import io

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from ledstjarna.people import forms, imports, reads
from ledstjarna.people.context import begins_at
from ledstjarna.people.models import Account
from ledstjarna.people.viewer import Request, viewer_of
from ledstjarna.plumbing import sheets
from ledstjarna.web.reply import page_number, reply, see_other, submit


@require_GET
def organisation(request: Request) -> HttpResponse:
    """The top of the organisation."""
    return reply(
        request, "people/organisation.html", reads.organisation(viewer=request.viewer, now=request.now)
    )


@require_GET
def unit(request: Request, ref: str) -> HttpResponse:
    """A unit."""
    query = request.GET.get("q", "")[:100]
    page = reads.unit(
        ref=ref, viewer=request.viewer, now=request.now, query=query, number=page_number(request)
    )
    return reply(request, "people/unit.html", page)


@require_GET
def authority(request: Request, ref: str) -> HttpResponse:
    """A board or company."""
    return reply(
        request, "people/authority.html", reads.authority(ref=ref, viewer=request.viewer, now=request.now)
    )


@require_GET
def person(request: Request, ref: str) -> HttpResponse:
    """A person."""
    return reply(request, "people/person.html", reads.person(ref=ref, viewer=request.viewer, now=request.now))


@require_GET
def party(request: Request, ref: str) -> HttpResponse:
    """A party."""
    return reply(request, "people/party.html", reads.party(ref=ref, viewer=request.viewer, now=request.now))


@require_GET
def search(request: Request) -> HttpResponse:
    """Search everything."""
    query = request.GET.get("q", "")[:200]
    page = reads.find(
        viewer=request.viewer,
        now=request.now,
        query=query,
        number=page_number(request),
        kind=request.GET.get("kind", "")[:40],
    )
    return reply(request, "people/search.html", page)


@require_http_methods(["GET", "POST"])
def personas(request: Request) -> HttpResponse:
    """In demo mode alone: choose who to be."""
    if not settings.DEMO:
        raise Http404
    if request.method == "POST":
        account = (
            Account.objects.select_related("person__node")
            .filter(person__node__ref=request.POST.get("ref", "")[:16])
            .first()
        )
        if account is None or account.person is None:
            raise Http404
        login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
        front = "/" if request.LANGUAGE_CODE == "sv" else "/en/"
        return see_other(
            request, begins_at(viewer_of(account.person, timezone.localdate(request.now))) or front
        )
    return reply(request, "people/personas.html", reads.personas(now=request.now))


def _uploading(request: Request) -> reads.Uploading:
    return reads.uploading(viewer=request.viewer)


@require_http_methods(["GET", "POST"])
def upload(request: Request) -> HttpResponse:
    """Choose a staff file; nothing is changed by reading it."""
    page = _uploading(request)
    if request.method == "GET":
        return reply(request, "people/upload.html", page, form=forms.StaffFile())
    return submit(
        request,
        forms.StaffFile(request.POST, request.FILES),
        imports.keep_upload,
        then=lambda ref: reverse("people:intake", args=[ref]),
        template="people/upload.html",
        page=lambda: page,
    )


@require_http_methods(["GET", "POST"])
def intake(request: Request, ref: str) -> HttpResponse:
    """What the file would change; a POST takes it in."""

    def page() -> imports.IntakePage:
        return imports.intake_page(ref=ref, viewer=request.viewer, now=request.now)

    if request.method == "GET":
        return reply(request, "people/intake.html", page(), fragment="people/_intake.html")
    return submit(
        request,
        forms.Confirm(request.POST),
        imports.confirm,
        then=lambda done: reverse("people:intake", args=[done]),
        template="people/intake.html",
        page=page,
        ref=ref,
    )


@require_GET
def bad_rows(request: Request, ref: str) -> HttpResponse:
    """Every bad row as a CSV, to be mended and sent again."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(["row", "column", "value", "reason"])
    for one in imports.bad_rows(ref=ref, viewer=request.viewer, now=request.now):
        writer.writerow([one.row, one.field, sheets.harmless(one.value), one.reason])
    name = f'attachment; filename="{ref}-bad-rows.csv"'
    return HttpResponse(
        "\ufeff" + made.getvalue(), content_type="text/csv", headers={"Content-Disposition": name}
    )
