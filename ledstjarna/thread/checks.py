"""Start-up checks: what a room declares must hold together."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string

from ledstjarna.thread import room


def _route_stands(route: str, *args: str) -> bool:
    try:
        reverse(route, args=args)
    except NoReverseMatch:
        return False
    return True


def _rule_stands(name: str) -> bool:
    try:
        return callable(import_string(name))
    except ImportError:
        return False


def _loose_routes() -> Iterator[CheckMessage]:
    for kind in room.kinds():
        if kind.route and not _route_stands(kind.route, "ref"):
            yield Error(
                f"Kind {kind.name!r} names the page {kind.route!r}, which is nowhere.", id="thread.E1"
            )
    for tie in room.ties():
        if tie.start and not _route_stands(tie.start):
            yield Error(f"Tie {tie.name!r} starts at {tie.start!r}, which is nowhere.", id="thread.E2")
        if tie.may and not _rule_stands(tie.may):
            yield Error(f"Tie {tie.name!r} asks the rule {tie.may!r}, which is nowhere.", id="thread.E6")
    for way in (way for one in room.rooms() for way in one.ways):
        if not _route_stands(way.route):
            yield Error(f"The masthead names {way.route!r}, which is nowhere.", id="thread.E3")


def _unknown_kinds() -> Iterator[CheckMessage]:
    known = {kind.name for kind in room.kinds()}
    for tie in room.ties():
        for name in {tie.source, *tie.targets} - known:
            yield Error(f"Tie {tie.name!r} names the kind {name!r}, which no room has.", id="thread.E4")


def _strange_verbs() -> Iterator[CheckMessage]:
    for one in room.rooms():
        for verb in one.verbs:
            if not verb.startswith(f"{one.name}."):
                yield Error(f"Verb {verb!r} does not begin with its room {one.name!r}.", id="thread.E5")


@register("thread")
def declarations(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every page, kind and verb that a room names must be there."""
    return [*_loose_routes(), *_unknown_kinds(), *_strange_verbs()]
