"""Pages of calls: met, shaped, opened, closed, and their copies without names."""

from typing import Any

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


def _form_url(ref: Any) -> str:
    return reverse("accelerator:shape", args=[ref])


def _page(request: Request, ref: str) -> reads.CallPage:
    return reads.call(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def call(request: Request, ref: str) -> HttpResponse:
    """A call."""
    return reply(request, "accelerator/call.html", _page(request, ref))


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


@require_http_methods(["GET", "POST"])
def shape(request: Request, ref: str) -> HttpResponse:
    """A call's own form; a question is added to it last."""
    page = reads.call_form(ref=ref, viewer=request.viewer)
    if request.method == "GET":
        return reply(request, "accelerator/shape.html", page, form=forms.Question())
    return _shaped(request, ref, forms.Question(request.POST), actions.add_question)


@require_http_methods(["GET", "POST"])
def weights(request: Request, ref: str) -> HttpResponse:
    """What a call's entries are weighed by; a criterion is added to it last."""
    page = reads.call_form(ref=ref, viewer=request.viewer)
    if request.method == "GET":
        return reply(request, "accelerator/weights.html", page, form=forms.Criterion())
    return submit(
        request,
        forms.Criterion(request.POST),
        actions.add_criterion,
        then=lambda done: reverse("accelerator:weights", args=[done]),
        template="accelerator/weights.html",
        page=lambda: page,
        ref=ref,
    )


def _shaped(request: Request, ref: str, form: Any, action: Action) -> HttpResponse:
    return submit(
        request,
        form,
        action,
        then=_form_url,
        template="accelerator/shape.html",
        page=lambda: reads.call_form(ref=ref, viewer=request.viewer),
        ref=ref,
    )


@require_POST
def usual(request: Request, ref: str) -> HttpResponse:
    """An empty form begins with the usual questions and criteria."""
    return _shaped(request, ref, Confirm(request.POST), actions.usual_form)


@require_POST
def drop(request: Request, ref: str) -> HttpResponse:
    """A question or a criterion is taken away."""
    return _shaped(request, ref, forms.Drop(request.POST), actions.drop_part)


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


@require_POST
def release(request: Request, ref: str) -> HttpResponse:
    """The copies without names are released."""
    return _stepped(request, ref, actions.release_copies)


@require_GET
def copies(request: Request, ref: str) -> HttpResponse:
    """The copies without names."""
    return reply(request, "accelerator/copies.html", reads.copies(ref=ref, viewer=request.viewer))


@require_http_methods(["GET", "POST"])
def mend(request: Request, ref: str) -> HttpResponse:
    """An entry beside its copy, which can be mended."""
    page = reads.copy(ref=ref, viewer=request.viewer)
    kind = forms.mend_form(page.questions)
    if request.method == "GET":
        form = kind(initial=forms.at_places(page.values))
        return reply(request, "accelerator/mend.html", page, form=form)
    return submit(
        request,
        kind(request.POST),
        actions.mend_copy,
        then=lambda _done: reverse("accelerator:copies", args=[page.call.ref]),
        template="accelerator/mend.html",
        page=lambda: page,
        ref=ref,
    )
