"""Pages of ideas, and who is in things."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import page_number, reply, submit


def _url(ref: Any) -> str:
    return reverse("accelerator:idea", args=[ref])


def _initiative(ref: Any) -> str:
    return reverse("accelerator:initiative", args=[ref])


@require_GET
def ideas(request: Request) -> HttpResponse:
    """The ideas."""
    inlet = request.GET.get("inlet", "")[:12]
    page = reads.ideas(viewer=request.viewer, inlet=inlet, number=page_number(request))
    return reply(request, "accelerator/ideas.html", page)


@require_GET
def idea(request: Request, ref: str) -> HttpResponse:
    """An idea."""
    page = reads.idea(ref=ref, viewer=request.viewer)
    return reply(request, "accelerator/idea.html", page, form=forms.Join())


@require_GET
def kin(request: Request) -> HttpResponse:
    """What is akin to what is being typed."""
    title, text = request.GET.get("title", "")[:200], request.GET.get("text", "")[:1500]
    return reply(request, "accelerator/_kin.html", reads.kin(viewer=request.viewer, title=title, text=text))


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """A new idea, beside what is akin to it; without script the page itself is asked what is akin."""
    typed = request.POST if request.method == "POST" else request.GET
    desk = reads.idea_desk(
        viewer=request.viewer,
        to=request.GET.get("to", "")[:16],
        title=typed.get("title", "")[:200],
        text=typed.get("text", "")[:4000],
    )
    form = forms.Idea(request.POST) if request.method == "POST" else forms.Idea(initial=desk.values)
    form.offer(answers=desk.answers)
    if request.method == "GET":
        return reply(request, "accelerator/tell.html", desk, form=form)
    template = "accelerator/tell.html"
    return submit(request, form, actions.tell_idea, then=_url, template=template, page=lambda: desk)


@require_POST
def begin(request: Request, ref: str) -> HttpResponse:
    """An idea is taken straight in."""
    return submit(
        request,
        Confirm(request.POST),
        actions.begin,
        then=_initiative,
        template="accelerator/idea.html",
        page=lambda: reads.idea(ref=ref, viewer=request.viewer),
        ref=ref,
    )


def _together(request: Request, form: Any, action: Action, ref: str) -> HttpResponse:
    """An act on who is in a thing, answered on the page about just that."""
    return submit(
        request,
        form,
        action,
        then=lambda _done: reverse("accelerator:together", args=[ref]),
        template="accelerator/together.html",
        page=lambda: reads.together(ref=ref, viewer=request.viewer, now=request.now),
        ref=ref,
    )


@require_GET
def together(request: Request, ref: str) -> HttpResponse:
    """Who is in a thing, and whom to invite."""
    query = request.GET.get("q", "")[:100]
    page = reads.together(ref=ref, viewer=request.viewer, now=request.now, query=query)
    return reply(request, "accelerator/together.html", page, form=forms.Join())


@require_POST
def join(request: Request, ref: str) -> HttpResponse:
    """Join a thing, or ask to."""
    return _together(request, forms.Join(request.POST), actions.join, ref)


@require_POST
def leave(request: Request, ref: str) -> HttpResponse:
    """Leave a thing."""
    return submit(
        request,
        Confirm(request.POST),
        actions.leave,
        then=lambda _done: reverse("accelerator:home"),
        template="accelerator/together.html",
        page=lambda: reads.together(ref=ref, viewer=request.viewer, now=request.now),
        ref=ref,
    )


@require_POST
def invite(request: Request, ref: str) -> HttpResponse:
    """Invite somebody, or let them in."""
    return _together(request, forms.Invite(request.POST), actions.invite, ref)
