"""Pages of the thread: the star map, the loose threads, and what one node hangs on."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas import reads
from ledstjarna.web.reply import page_number, reply


def _viewer(request: HttpRequest) -> Viewer:
    return cast(Viewer, cast(Any, request).viewer)


@require_GET
def star(request: HttpRequest) -> HttpResponse:
    """A vision in the middle and what hangs on it."""
    page = reads.star_map(viewer=_viewer(request), star=request.GET.get("star", ""))
    return reply(request, "atlas/star.html", page)


@require_GET
def loose(request: HttpRequest) -> HttpResponse:
    """What ought to lead to the vision and does not yet."""
    page = reads.loose_threads(
        viewer=_viewer(request), kind=request.GET.get("kind", ""), number=page_number(request)
    )
    return reply(request, "atlas/loose.html", page, fragment="atlas/_loose.html")


@require_GET
def node(request: HttpRequest, ref: str) -> HttpResponse:
    """A node among its neighbours."""
    return reply(request, "atlas/node.html", reads.surroundings(ref=ref, viewer=_viewer(request)))
