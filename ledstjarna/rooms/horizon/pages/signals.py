"""Pages of signals: the list, each of them, and how fast they are parried."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.horizon import reads
from ledstjarna.web.reply import page_number, reply


@require_GET
def home(request: Request) -> HttpResponse:
    """What is seen outside."""
    page = reads.home(
        viewer=request.viewer,
        now=request.now,
        query=request.GET.get("q", "")[:100],
        sort=request.GET.get("sort", ""),
        course=request.GET.get("course", ""),
        number=page_number(request),
    )
    return reply(request, "horizon/home.html", page)


@require_GET
def signal(request: Request, ref: str) -> HttpResponse:
    """A signal."""
    page = reads.signal(ref=ref, viewer=request.viewer, now=request.now)
    return reply(request, "horizon/signal.html", page)


@require_GET
def reading(request: Request, ref: str) -> HttpResponse:
    """A reading of a signal."""
    return reply(request, "horizon/reading.html", reads.reading(ref=ref, viewer=request.viewer))


@require_GET
def parry(request: Request, ref: str) -> HttpResponse:
    """A small test begun because of a signal."""
    return reply(request, "horizon/parry.html", reads.parry(ref=ref, viewer=request.viewer))


@require_GET
def speed(request: Request) -> HttpResponse:
    """How fast the city parries."""
    page = reads.speed(viewer=request.viewer, now=request.now, number=page_number(request))
    return reply(request, "horizon/speed.html", page)
