"""Pages of the vision, its parts and its ledger."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.vision import actions, forms, reads
from ledstjarna.web.reply import reply, submit


@require_GET
def home(request: Request) -> HttpResponse:
    """The vision in force, or the one being shaped."""
    ref = reads.latest(viewer=request.viewer)
    if ref is None:
        return reply(request, "vision/none.html", reads.rounds(viewer=request.viewer))
    return vision(request, ref)


def _vision(request: Request, ref: str) -> reads.VisionPage:
    return reads.vision(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def vision(request: Request, ref: str) -> HttpResponse:
    """A vision, and how it was made."""
    return reply(request, "vision/vision.html", _vision(request, ref), form=forms.AskAgain())


@require_http_methods(["GET", "POST"])
def endorse(request: Request, ref: str) -> HttpResponse:
    """A party's word."""
    if request.method == "GET":
        return reply(request, "vision/endorse.html", _vision(request, ref), form=forms.Endorse())
    return submit(
        request,
        forms.Endorse(request.POST),
        actions.endorse,
        then=lambda said: reverse("vision:endorsement", args=[said]),
        template="vision/endorse.html",
        page=lambda: _vision(request, ref),
        ref=ref,
    )


@require_POST
def ask_again(request: Request, ref: str) -> HttpResponse:
    """After an election."""
    return submit(
        request,
        forms.AskAgain(request.POST),
        actions.ask_again,
        then=lambda done: reverse("vision:vision", args=[done]),
        template="vision/vision.html",
        page=lambda: _vision(request, ref),
        ref=ref,
    )


@require_GET
def area(request: Request, ref: str) -> HttpResponse:
    """An area."""
    return reply(request, "vision/part.html", reads.area(ref=ref, viewer=request.viewer))


@require_GET
def shift(request: Request, ref: str) -> HttpResponse:
    """A shift."""
    return reply(request, "vision/part.html", reads.shift(ref=ref, viewer=request.viewer))


@require_GET
def endorsement(request: Request, ref: str) -> HttpResponse:
    """An endorsement."""
    return reply(request, "vision/part.html", reads.endorsement(ref=ref, viewer=request.viewer))
