"""What every page's frame is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from ledstjarna.people.viewer import NOBODY, Viewer
from ledstjarna.thread import room


def frame(request: HttpRequest) -> dict[str, Any]:
    """The viewer, the ways of the masthead, and the same page in the other language."""
    viewer = getattr(request, "viewer", NOBODY)
    return {
        "viewer": viewer,
        "nav": ways(request.path, viewer=viewer),
        "language": translation.get_language() or settings.LANGUAGE_CODE,
        "other_language_url": other_language(request.get_full_path()),
        "demo": settings.DEMO,
    }


def ways(path: str, *, viewer: Viewer) -> list[dict[str, object]]:
    """The masthead's links for this viewer, with the one nearest to this place marked.

    Where somebody's day begins comes first.
    """
    shown = [way for one in room.rooms() for way in one.ways if viewer.signed_in or not way.signed_in]
    shown.sort(key=lambda way: not viewer.holds(*way.begins))
    urls = [reverse(way.route) for way in shown]
    here = [url for url in urls if path == url or (url not in {"/", "/en/"} and path.startswith(url))]
    nearest = max(here, key=len, default="")
    return [
        {"url": url, "label": way.label, "current": url == nearest, "aside": way.aside}
        for url, way in zip(urls, shown, strict=True)
    ]


def begins_at(viewer: Viewer) -> str:
    """Where the day of somebody who has signed in begins, where a room holds a place ready for them."""
    found = (way.route for one in room.rooms() for way in one.ways if viewer.holds(*way.begins))
    route = next(found, "")
    return reverse(route) if route else ""


def other_language(path: str) -> str:
    """The address of the same page in the other language; Swedish stands at the root."""
    return path.removeprefix("/en") or "/" if path == "/en" or path.startswith("/en/") else f"/en{path}"
