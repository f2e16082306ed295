"""Pages of how the city steers: the chain, a board or unit, and one's own part."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import reads
from ledstjarna.web.reply import reply


@require_GET
def home(request: Request) -> HttpResponse:
    """The chain from the vision to the boards and companies."""
    return reply(request, "missions/home.html", reads.steering(viewer=request.viewer))


@require_GET
def holder(request: Request, ref: str) -> HttpResponse:
    """A board, company or unit."""
    page = reads.holder(ref=ref, viewer=request.viewer, now=request.now)
    return reply(request, "missions/holder.html", page)


@require_GET
def mine(request: Request) -> HttpResponse:
    """What one is there for."""
    return reply(request, "missions/mine.html", reads.mine(viewer=request.viewer, now=request.now))
