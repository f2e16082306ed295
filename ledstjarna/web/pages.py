"""Pages that belong to no room: accessibility, health, the parts on show."""

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from ledstjarna.thread import memory
from ledstjarna.web.reply import reply


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement that the law asks for (R22)."""
    return reply(request, "web/accessibility.html")


@require_GET
def guide(request: HttpRequest) -> HttpResponse:
    """Every part on one page, for those who build; in demo mode alone."""
    if not settings.DEMO:
        raise Http404
    return reply(request, "web/guide.html")


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Whether the database answers, for the proxy's probe."""
    return JsonResponse({"status": "ok", "database": connection.vendor, "tide": memory.tide()})
