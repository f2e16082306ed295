"""Pages where one says what is in the way, and follows it without a name."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.obstacles import actions, forms, reads
from ledstjarna.web.reply import reply, submit


def _desk(request: Request, typed: Any) -> reads.Telling:
    return reads.telling(
        viewer=request.viewer,
        now=request.now,
        where=typed.get("where", "")[:16],
        receiver=typed.get("receiver", "")[:16],
        text=typed.get("text", "")[:2000],
        to=(typed.get("hinders") or request.GET.get("to", ""))[:16],
        named=bool(typed.get("named")),
    )


def _looked(request: Request, desk: reads.Telling) -> HttpResponse:
    """The desk with who gets it, what was met, and all that was typed; nothing is kept."""
    values = {name: request.POST.get(name, "") for name in ("text", "alone")}
    to = desk.hinders.ref if desk.hinders else ""
    form = forms.Report(initial=values | {"where": desk.where, "receiver": desk.receiver, "hinders": to})
    form.offer(where=desk.units, receiver=desk.ways)
    return reply(request, "obstacles/new.html", desk, fragment="obstacles/_way.html", form=form)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Say what is in the way; it is sent only when who gets it, and by when they answer, has been shown."""
    desk = _desk(request, request.POST)
    shown = request.POST.get("shown") == desk.where
    if "send" not in request.POST or not shown:
        return _looked(request, desk)
    form = forms.Report(request.POST)
    form.offer(where=desk.units, receiver=desk.ways)
    return submit(
        request,
        form,
        actions.report if desk.named else actions.post,
        then=_named if desk.named else _unnamed,
        template="obstacles/new.html",
        page=lambda: desk,
    )


def _named(ref: Any) -> str:
    return reverse("obstacles:obstacle", args=[ref])


def _unnamed(secret: Any) -> str:
    """In the query, which neither our own log nor that of the proxy keeps (T2)."""
    return f"{reverse('obstacles:receipt')}?{urlencode({'key': secret})}"


@require_http_methods(["GET", "POST"])
def receipt(request: Request) -> HttpResponse:
    """Follow a report without a name, by its secret."""
    key = str(request.POST.get("key") or request.GET.get("key", ""))[:64]
    if request.method == "GET":
        page = reads.receipt(key=key, viewer=request.viewer, now=request.now)
        return reply(request, "obstacles/receipt.html", page, form=forms.WriteBack(initial={"key": key}))
    return submit(
        request,
        forms.WriteBack(request.POST),
        actions.write_back,
        then=lambda _ref: _unnamed(key),
        template="obstacles/receipt.html",
        page=lambda: reads.receipt(key=key, viewer=request.viewer, now=request.now),
    )
