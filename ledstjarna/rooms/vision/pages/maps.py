"""Pages of what the votes show: the map, what unites, divides and is unknown yet."""

from django.http import FileResponse, HttpResponse
from django.views.decorators.http import require_GET

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.vision import reads
from ledstjarna.web.reply import page_number, reply


def _step(request: Request) -> int | None:
    typed = request.GET.get("step", "")
    return int(typed) if typed.isdecimal() and len(typed) < 6 else None


def _origin(request: Request) -> str:
    return request.GET.get("origin", "")[:6]


@require_GET
def opinion_map(request: Request, ref: str) -> HttpResponse:
    """The opinion groups, drawn and told."""
    page = reads.opinion_map(ref=ref, viewer=request.viewer, origin=_origin(request), step=_step(request))
    return reply(request, "vision/map.html", page, fragment="vision/_map.html")


@require_GET
def unites(request: Request, ref: str) -> HttpResponse:
    """What all agree on, the weakest group leading the ranking."""
    page = reads.unites(ref=ref, viewer=request.viewer, origin=_origin(request), number=page_number(request))
    return reply(request, "vision/unites.html", page, fragment="vision/_ranking.html")


@require_GET
def divides(request: Request, ref: str) -> HttpResponse:
    """What groups see differently, fairly put."""
    page = reads.divides(ref=ref, viewer=request.viewer, origin=_origin(request), number=page_number(request))
    return reply(request, "vision/divides.html", page, fragment="vision/_ranking.html")


@require_GET
def unknown(request: Request, ref: str) -> HttpResponse:
    """What too few have said anything of, and who has not been heard."""
    page = reads.unknown(
        ref=ref, viewer=request.viewer, now=request.now, origin=_origin(request), number=page_number(request)
    )
    return reply(request, "vision/unknown.html", page, fragment="vision/_ranking.html")


@require_GET
def export(request: Request, ref: str) -> FileResponse:
    """The whole consultation as files, once it is closed."""
    packed = reads.packed(ref=ref, viewer=request.viewer)
    return FileResponse(packed, as_attachment=True, filename=f"{ref}.zip", content_type="application/zip")
