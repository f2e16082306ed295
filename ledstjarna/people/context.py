"""What every page's frame is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from ledstjarna.people.viewer import NOBODY
from ledstjarna.thread import room


def frame(request: HttpRequest) -> dict[str, Any]:
    """The viewer, the ways of the masthead, and the same page in the other language."""
    viewer = getattr(request, "viewer", NOBODY)
    return {
        "viewer": viewer,
        "nav": ways(request.path, signed_in=viewer.signed_in),
        "language": translation.get_language() or settings.LANGUAGE_CODE,
        "other_language_url": other_language(request.get_full_path()),
        "demo": settings.DEMO,
    }


def ways(path: str, *, signed_in: bool) -> list[dict[str, object]]:
    """The masthead's links for this viewer, with the one nearest to this place marked."""
    shown = [way for one in room.rooms() for way in one.ways if signed_in or not way.signed_in]
    urls = [reverse(way.route) for way in shown]
    here = [url for url in urls if path == url or (url not in {"/", "/en/"} and path.startswith(url))]
    nearest = max(here, key=len, default="")
    return [
        {"url": url, "label": way.label, "current": url == nearest, "aside": way.aside and url != nearest}
        for url, way in zip(urls, shown, strict=True)
    ]


def other_language(path: str) -> str:
    """The address of the same page in the other language; Swedish stands at the root."""
    return path.removeprefix("/en") or "/" if path == "/en" or path.startswith("/en/") else f"/en{path}"
