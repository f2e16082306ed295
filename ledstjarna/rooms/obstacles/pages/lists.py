"""Pages of many obstacles: all, those that wait, their themes, and the functions that remove them."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.obstacles import actions, forms, reads
from ledstjarna.web.reply import page_number, reply, submit


@require_GET
def home(request: Request) -> HttpResponse:
    """What is in the way in the city."""
    page = reads.home(
        viewer=request.viewer,
        now=request.now,
        query=request.GET.get("q", "")[:100],
        state=request.GET.get("state", "")[:12],
        place=request.GET.get("place", "")[:16],
        sort=request.GET.get("sort", "")[:12],
        number=page_number(request),
    )
    return reply(request, "obstacles/home.html", page)


@require_GET
def waiting(request: Request) -> HttpResponse:
    """What waits for me."""
    page = reads.waiting(viewer=request.viewer, now=request.now, number=page_number(request))
    return reply(request, "obstacles/waiting.html", page)


@require_GET
def themes(request: Request) -> HttpResponse:
    """What obstacles are about."""
    return reply(request, "obstacles/themes.html", reads.themes(viewer=request.viewer, now=request.now))


@require_http_methods(["GET", "POST"])
def desks(request: Request) -> HttpResponse:
    """Which function removes what."""
    page = reads.desks(viewer=request.viewer)
    form = forms.Appoint(request.POST) if request.method == "POST" else forms.Appoint()
    form.offer(unit=page.units)
    if request.method == "GET":
        return reply(request, "obstacles/desks.html", page, form=form)
    return submit(
        request,
        form,
        actions.appoint,
        then=lambda _made: reverse("obstacles:desks"),
        template="obstacles/desks.html",
        page=lambda: page,
    )


@require_POST
def relieve(request: Request) -> HttpResponse:
    """A function is taken away."""
    return submit(
        request,
        forms.Relieve(request.POST),
        actions.relieve,
        then=lambda _done: reverse("obstacles:desks"),
        template="obstacles/desks.html",
        page=lambda: reads.desks(viewer=request.viewer),
    )
