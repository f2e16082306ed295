"""Puts the viewer and the moment on each request."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ledstjarna.people.models import Account, Person
from ledstjarna.people.viewer import NOBODY, Viewer, viewer_of

Answer = Callable[[HttpRequest], HttpResponse]
SEEN = "seen"
BEGAN = "began"


def viewer(get_response: Answer) -> Answer:
    """A middleware: rights are read per request, so an ended role is gone at the next one."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]
        request.viewer = _viewer(request)  # type: ignore[attr-defined]
        return get_response(request)

    return answer


def _viewer(request: HttpRequest) -> Viewer:
    user = request.user
    if not isinstance(user, Account) or user.person_id is None:
        return NOBODY
    if _too_long(request):
        logout(request)
        return NOBODY
    person = Person.objects.select_related("node").get(pk=user.person_id)
    found = viewer_of(person, timezone.localdate(request.now))  # type: ignore[attr-defined]
    return found if found.signed_in else NOBODY


def _too_long(request: HttpRequest) -> bool:
    """T13: half an hour idle or eight hours in all ends a session."""
    now = request.now.timestamp()  # type: ignore[attr-defined]
    began, seen = request.session.get(BEGAN), request.session.get(SEEN)
    if began is None or seen is None:
        request.session[BEGAN] = request.session[SEEN] = now
        return False
    if now - seen > settings.SESSION_IDLE or now - began > settings.SESSION_COOKIE_AGE:
        return True
    if now - seen > timedelta(minutes=1).total_seconds():
        request.session[SEEN] = now
    return False
