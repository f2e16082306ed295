"""Pages where one votes and adds a statement, on a phone first."""

import secrets

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.vision import actions, forms, reads
from ledstjarna.thread.reads import Refused
from ledstjarna.web.reply import reply, submit

COOKIE = "ballot"
A_YEAR = 365 * 24 * 3600


def _token(request: Request) -> str:
    return str(request.get_signed_cookie(COOKIE, default="", salt=COOKIE))


def _limited(request: Request, token: str) -> None:
    """T1: an address makes a few new ballots an hour, and a browser votes as fast as one can read.

    Raises:
        Refused: too many, too fast.
    """
    if request.viewer.signed_in:
        return
    paced = ratelimit.consume(request, action="vote")
    fresh = token or ratelimit.consume(request, action="ballot")
    if not (paced and fresh):
        raise Refused(_("Many ballots have come from this network in a short time. Try again in an hour."))


def _ballot(request: Request, ref: str, token: str, statement: str = "") -> reads.BallotPage:
    return reads.ballot(ref=ref, viewer=request.viewer, now=request.now, token=token, statement=statement)


@require_http_methods(["GET", "POST"])
def vote(request: Request, ref: str) -> HttpResponse:
    """One statement at a time."""
    token = _token(request)
    if request.method == "GET":
        page = _ballot(request, ref, token, request.GET.get("statement", "")[:16])
        return reply(request, "vision/vote.html", page, fragment="vision/_ballot.html")
    _limited(request, token)
    mine = token or secrets.token_urlsafe(24)
    response = submit(
        request,
        forms.Cast(request.POST),
        actions.cast,
        then=lambda statement: reverse("vision:vote", args=[ref]),
        template="vision/vote.html",
        page=lambda: _ballot(request, ref, mine),
        fragment="vision/_ballot.html",
        swap=lambda: reply(
            request, "vision/vote.html", _ballot(request, ref, mine), fragment="vision/_ballot.html"
        ),
        ref=ref,
        token="" if request.viewer.signed_in else mine,
    )
    if not (token or request.viewer.signed_in):
        response.set_signed_cookie(
            COOKIE, mine, salt=COOKIE, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.HTTPS
        )
    return response


@require_http_methods(["GET", "POST"])
def say(request: Request, ref: str) -> HttpResponse:
    """Add a statement."""

    def page() -> reads.Near:
        typed = request.POST.get("text", "") or request.GET.get("text", "")
        return reads.near(ref=ref, viewer=request.viewer, text=typed[:280])

    if request.method == "GET":
        return reply(
            request, "vision/say.html", page(), form=forms.Say(initial={"lang": request.LANGUAGE_CODE})
        )
    _limited(request, _token(request))
    return submit(
        request,
        forms.Say(request.POST),
        actions.say,
        then=lambda statement: reverse("vision:said", args=[ref]),
        template="vision/say.html",
        page=page,
        ref=ref,
    )


@require_GET
def said(request: Request, ref: str) -> HttpResponse:
    """Thank you, and on to voting."""
    return reply(
        request, "vision/said.html", reads.round_page(ref=ref, viewer=request.viewer, now=request.now)
    )


@require_GET
def near(request: Request, ref: str) -> HttpResponse:
    """What is near to what is being typed."""
    page = reads.near(ref=ref, viewer=request.viewer, text=request.GET.get("text", "")[:280])
    return reply(request, "vision/_near.html", page)
