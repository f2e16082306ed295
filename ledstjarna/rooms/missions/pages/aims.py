"""Pages of aims: reading, writing, changing, letting go."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.thread.reads import Missing
from ledstjarna.web.attempt import Action
from ledstjarna.web.reply import reply, submit

SET: Mapping[str, Action] = {
    "programme": actions.set_programme,
    "direction": actions.set_direction,
    "board_mission": actions.set_mission,
    "board_goal": actions.set_goal,
    "unit_plan": actions.set_plan,
}


def _aim_url(ref: Any) -> str:
    return reverse("missions:aim", args=[ref])


@require_GET
def aim(request: Request, ref: str) -> HttpResponse:
    """An aim."""
    return reply(request, "missions/aim.html", reads.aim(ref=ref, viewer=request.viewer))


def _written(request: Request, desk: reads.Desk, kind: type[forms.Aimed], action: Action) -> HttpResponse:
    form = kind(request.POST) if request.method == "POST" else kind(initial=desk.values)
    form.offer(desk.choices, desk.given)
    if request.method == "GET":
        return reply(request, "missions/write.html", desk, form=form)
    return submit(
        request, form, action, then=_aim_url, template="missions/write.html", page=lambda: desk, ref=desk.ref
    )


@require_http_methods(["GET", "POST"])
def new(request: Request, kind: str, ref: str) -> HttpResponse:
    """A new aim of a kind, under the vision, programme, board, company or unit of that ref."""
    if kind not in SET:
        raise Missing(kind)
    desk = reads.desk(kind=kind, ref=ref, viewer=request.viewer)
    return _written(request, desk, forms.NEW[kind], SET[kind])


@require_http_methods(["GET", "POST"])
def change(request: Request, ref: str) -> HttpResponse:
    """Another wording of an aim."""
    desk = reads.redraft(ref=ref, viewer=request.viewer)
    return _written(request, desk, forms.CHANGED[desk.kind], actions.change_aim)


@require_POST
def stop(request: Request, ref: str) -> HttpResponse:
    """Let an aim go."""
    return submit(
        request,
        forms.Stop(request.POST),
        actions.stop_aim,
        then=_aim_url,
        template="missions/aim.html",
        page=lambda: reads.aim(ref=ref, viewer=request.viewer),
        ref=ref,
    )
