"""Pages where one writes: a signal, a reading, a parry, and who reads them."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.horizon import actions, forms, reads
from ledstjarna.web.reply import reply, submit


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Tell of a signal; while one types, what is like it is shown and nothing is kept."""
    typed = f"{request.POST.get('title', '')} {request.POST.get('text', '')}"[:600]
    desk = reads.notice_desk(viewer=request.viewer, text=typed, to=request.GET.get("to", "")[:16])
    sent = "send" in request.POST
    form = forms.Notice(request.POST) if sent else forms.Notice(initial={"concerns": desk.ticked})
    form.offer(concerns=desk.concerns)
    if not sent:
        return reply(request, "horizon/new.html", desk, fragment="horizon/_alike.html", form=form)
    return submit(
        request,
        form,
        actions.notice,
        then=lambda ref: reverse("horizon:signal", args=[ref]),
        template="horizon/new.html",
        page=lambda: desk,
    )


def _written(
    request: Request, ref: str, deed: str, form: forms.Offered, action: Any, page: str
) -> HttpResponse:
    desk = reads.signal_desk(ref=ref, deed=deed, viewer=request.viewer, now=request.now)
    form.offer(concerns=desk.concerns, unit=desk.units)
    if request.method == "GET":
        form.initial = {"held_on": desk.today, "begun_on": desk.today, "unit": desk.unit}
        return reply(request, "horizon/write.html", desk, form=form)
    return submit(
        request,
        form,
        action,
        then=lambda made: reverse(page, args=[made]),
        template="horizon/write.html",
        page=lambda: desk,
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def read(request: Request, ref: str) -> HttpResponse:
    """Keep what was thought when a signal was read together."""
    form = forms.ReadTogether(request.POST or None)
    return _written(request, ref, "read", form, actions.read_together, "horizon:reading")


@require_http_methods(["GET", "POST"])
def try_small(request: Request, ref: str) -> HttpResponse:
    """Tell of a small test begun because of a signal."""
    return _written(request, ref, "parry", forms.Parry(request.POST or None), actions.parry, "horizon:parry")


@require_http_methods(["GET", "POST"])
def group(request: Request) -> HttpResponse:
    """Who reads signals together."""
    desk = reads.group_desk(viewer=request.viewer)
    form = (
        forms.Appoint(request.POST)
        if request.method == "POST"
        else forms.Appoint(initial={"unit": desk.unit})
    )
    form.offer(unit=desk.units)
    if request.method == "GET":
        return reply(request, "horizon/group.html", desk, form=form)
    return submit(
        request,
        form,
        actions.appoint,
        then=lambda _made: reverse("horizon:home"),
        template="horizon/group.html",
        page=lambda: desk,
    )
