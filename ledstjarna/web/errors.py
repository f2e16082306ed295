"""Errors as pages that say what happened and what to do."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ledstjarna.thread.reads import Refused


def _error(request: HttpRequest, status: int, reason: str = "") -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": reason or str(status)}, status=status)
    return render(request, f"{status}.html", {"reason": reason}, status=status)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: not there, or not for this viewer."""
    return _error(request, 404)


def refused(request: HttpRequest, exception: Refused) -> HttpResponse:
    """403 when a rule forbids, 422 when something must be mended first."""
    return _error(request, 403 if exception.forbidden else 422, exception.reason)


def too_much(request: HttpRequest) -> HttpResponse:
    """422: more was sent than this page takes."""
    return _error(request, 422, _("What you sent is larger than this page accepts."))


def full(request: HttpRequest) -> HttpResponse:
    """507: nothing could be written because the disk is full."""
    return _error(request, 507)


def too_slow(request: HttpRequest) -> HttpResponse:
    """503: the answer took longer than a page may."""
    return _error(request, 503)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form did not come from one of our own pages (T8)."""
    return _error(
        request, 403, _("The page had been open too long. Go back, load it again and try once more.")
    )


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return _error(request, 500)
