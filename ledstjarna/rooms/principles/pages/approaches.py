"""Pages of approaches."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.principles import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _url(ref: Any) -> str:
    return reverse("principles:approach", args=[ref])


@require_GET
def approach(request: Request, ref: str) -> HttpResponse:
    """An approach."""
    return reply(request, "principles/approach.html", reads.approach(ref=ref, viewer=request.viewer))


def _written(
    request: Request, desk: reads.ApproachDesk, kind: type[forms.Tied], action: Action, **beside: Any
) -> HttpResponse:
    form = kind(request.POST) if request.method == "POST" else kind(initial=desk.values)
    form.offer(serves=desk.choices)
    if request.method == "GET":
        return reply(request, "principles/write.html", desk, form=form)
    return submit(
        request, form, action, then=_url, template="principles/write.html", page=lambda: desk, **beside
    )


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """A new approach."""
    desk = reads.approach_desk(viewer=request.viewer)
    return _written(request, desk, forms.Approach, actions.set_approach)


@require_http_methods(["GET", "POST"])
def change(request: Request, ref: str) -> HttpResponse:
    """Another wording of an approach."""
    desk = reads.approach_desk(viewer=request.viewer, ref=ref)
    return _written(request, desk, forms.ChangeApproach, actions.change_approach, ref=ref)


@require_POST
def stop(request: Request, ref: str) -> HttpResponse:
    """An approach holds no longer."""
    return submit(
        request,
        Confirm(request.POST),
        actions.stop,
        then=_url,
        template="principles/approach.html",
        page=lambda: reads.approach(ref=ref, viewer=request.viewer),
        ref=ref,
    )
