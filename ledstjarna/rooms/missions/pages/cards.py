"""Pages of mission cards."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.papers import attached
from ledstjarna.web.reply import reply, submit


def _card(request: Request, ref: str) -> reads.CardPage:
    return reads.card(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def card(request: Request, ref: str) -> HttpResponse:
    """A mission card."""
    return reply(request, "missions/card.html", _card(request, ref))


def _written(request: Request, desk: reads.CardDesk, kind: type[forms.Card], action: Action) -> HttpResponse:
    form = kind(request.POST) if request.method == "POST" else kind(initial=desk.values)
    form.offer(desk.choices)
    if request.method == "GET":
        return reply(request, "missions/card_write.html", desk, form=form)
    return submit(
        request,
        form,
        action,
        then=lambda made: reverse("missions:card", args=[made]),
        template="missions/card_write.html",
        page=lambda: desk,
        ref=desk.ref,
    )


@require_http_methods(["GET", "POST"])
def write_card(request: Request, ref: str) -> HttpResponse:
    """A first card for somebody."""
    desk = reads.card_desk(ref=ref, viewer=request.viewer, now=request.now)
    return _written(request, desk, forms.Card, actions.write_card)


@require_http_methods(["GET", "POST"])
def change_card(request: Request, ref: str) -> HttpResponse:
    """Another wording of a card."""
    desk = reads.card_again(ref=ref, viewer=request.viewer, now=request.now)
    return _written(request, desk, forms.ChangeCard, actions.change_card)


@require_POST
def agree_card(request: Request, ref: str) -> HttpResponse:
    """Agree to a card."""
    return submit(
        request,
        Confirm(request.POST),
        actions.agree_card,
        then=lambda done: reverse("missions:card", args=[done]),
        template="missions/card.html",
        page=lambda: _card(request, ref),
        ref=ref,
    )


@require_POST
def hand_card(request: Request, ref: str) -> HttpResponse:
    """Let a new manager read a card."""
    return submit(
        request,
        Confirm(request.POST),
        actions.hand_card,
        then=lambda done: reverse("missions:card", args=[done]),
        template="missions/card.html",
        page=lambda: _card(request, ref),
        ref=ref,
    )


@require_GET
def card_paper(request: Request, ref: str) -> HttpResponse:
    """A card as a file, on one page."""
    return attached(reads.card_paper(ref=ref, viewer=request.viewer, now=request.now), "pdf", ref)
