"""Pages of post profiles, of the cards drafted from them, and of where mandates are unclear."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import page_number, reply, submit


@require_GET
def profiles(request: Request) -> HttpResponse:
    """The profiles."""
    query = request.GET.get("q", "")[:100]
    page = reads.profiles(viewer=request.viewer, query=query, number=page_number(request))
    return reply(request, "missions/profiles.html", page)


def _profile(request: Request, ref: str) -> reads.ProfilePage:
    return reads.profile(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def profile(request: Request, ref: str) -> HttpResponse:
    """A profile."""
    return reply(request, "missions/profile.html", _profile(request, ref))


def _written(request: Request, ref: str, action: Action) -> HttpResponse:
    desk = reads.profile_desk(ref=ref, viewer=request.viewer, now=request.now)
    form = forms.Profile(request.POST if request.method == "POST" else None, initial=desk.values)
    form.offer(desk.choices)
    form.offer_posts(desk.posts)
    if request.method == "GET":
        return reply(request, "missions/profile_write.html", desk, form=form)
    return submit(
        request,
        form,
        action,
        then=lambda made: reverse("missions:profile", args=[made]),
        template="missions/profile_write.html",
        page=lambda: desk,
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def new_profile(request: Request, ref: str) -> HttpResponse:
    """A first profile of a post in a unit."""
    return _written(request, ref, actions.set_profile)


@require_http_methods(["GET", "POST"])
def change_profile(request: Request, ref: str) -> HttpResponse:
    """Another wording of a profile."""
    return _written(request, ref, actions.change_profile)


def _done(request: Request, ref: str, action: Action) -> HttpResponse:
    return submit(
        request,
        Confirm(request.POST),
        action,
        then=lambda _done: reverse("missions:profile", args=[ref]),
        template="missions/profile.html",
        page=lambda: _profile(request, ref),
        ref=ref,
    )


@require_POST
def draft_cards(request: Request, ref: str) -> HttpResponse:
    """Drafts of cards for everybody with the post."""
    return _done(request, ref, actions.draft_cards)


@require_POST
def stop_profile(request: Request, ref: str) -> HttpResponse:
    """A profile is let go."""
    return _done(request, ref, actions.stop_profile)


@require_GET
def clarity(request: Request) -> HttpResponse:
    """Where mandates are unclear."""
    query = request.GET.get("q", "")[:100]
    page = reads.clarity(viewer=request.viewer, now=request.now, query=query, number=page_number(request))
    return reply(request, "missions/clarity.html", page)
