"""Pages of calls: met, set, opened, given more time, closed, decided, or called off."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _url(ref: Any) -> str:
    return reverse("accelerator:call", args=[ref])


def _page(request: Request, ref: str) -> reads.CallPage:
    return reads.call(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def call(request: Request, ref: str) -> HttpResponse:
    """A call."""
    return reply(request, "accelerator/call.html", _page(request, ref))


def _form_url(ref: Any) -> str:
    return reverse("accelerator:shape", args=[ref])


def _written(request: Request, desk: reads.CallDesk, action: Action, **beside: Any) -> HttpResponse:
    posted = request.method == "POST"
    form = forms.Call(request.POST) if posted else forms.Call(initial=desk.values)
    form.offer(seeks=desk.seeks)
    if not posted:
        return reply(request, "accelerator/write.html", desk, form=form)
    template = "accelerator/write.html"
    return submit(request, form, action, then=_form_url, template=template, page=lambda: desk, **beside)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """A new call."""
    desk = reads.call_desk(viewer=request.viewer, now=request.now, to=request.GET.get("to", "")[:16])
    return _written(request, desk, actions.set_call)


@require_http_methods(["GET", "POST"])
def change(request: Request, ref: str) -> HttpResponse:
    """Other words, days or terms."""
    return _written(
        request,
        reads.call_desk(viewer=request.viewer, now=request.now, ref=ref),
        actions.change_call,
        ref=ref,
    )


def _stepped(request: Request, ref: str, action: Action) -> HttpResponse:
    return submit(
        request,
        Confirm(request.POST),
        action,
        then=_url,
        template="accelerator/call.html",
        page=lambda: _page(request, ref),
        ref=ref,
    )


@require_POST
def open_call(request: Request, ref: str) -> HttpResponse:
    """A call is opened."""
    return _stepped(request, ref, actions.open_call)


@require_POST
def close(request: Request, ref: str) -> HttpResponse:
    """A call is closed for entries."""
    return _stepped(request, ref, actions.close_call)


@require_POST
def decide(request: Request, ref: str) -> HttpResponse:
    """Everybody gets to know."""
    return _stepped(request, ref, actions.decide_call)


def _turned(
    request: Request, desk: reads.TurnDesk, kind: type[BaseForm], action: Action, template: str
) -> HttpResponse:
    if request.method == "GET":
        return reply(request, template, desk, form=kind(initial=desk.values))
    form = kind(request.POST)
    return submit(request, form, action, then=_url, template=template, page=lambda: desk, ref=desk.ref)


@require_http_methods(["GET", "POST"])
def prolong(request: Request, ref: str) -> HttpResponse:
    """A call is given a later last day."""
    desk = reads.prolonging(ref=ref, viewer=request.viewer, now=request.now)
    return _turned(request, desk, forms.Prolong, actions.prolong_call, "accelerator/prolong.html")


@require_http_methods(["GET", "POST"])
def call_off(request: Request, ref: str) -> HttpResponse:
    """A call is called off."""
    desk = reads.calling_off(ref=ref, viewer=request.viewer)
    return _turned(request, desk, forms.CallOff, actions.call_off, "accelerator/call_off.html")
