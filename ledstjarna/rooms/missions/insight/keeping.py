"""A story as JSON, to be kept for ever, and back again."""

import dataclasses
from datetime import date
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from ledstjarna.rooms.missions.insight.story import Story


def kept(story: Story) -> dict[str, Any]:
    """A story in the values that JSON has."""
    return {name: _plain(value) for name, value in dataclasses.asdict(story).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def rebuilt(body: dict[str, Any]) -> Story:
    """The story that was kept."""
    found: Story = _built(Story, body)
    return found


def _built(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(kind) is UnionType:
        return _built(next(one for one in get_args(kind) if one is not type(None)), value)
    if get_origin(kind) is tuple:
        return tuple(_built(get_args(kind)[0], each) for each in value)
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        known = {name: _built(hints[name], each) for name, each in value.items() if name in hints}
        return kind(**known)  # type: ignore[operator]  # a class, not an instance of one
    return date.fromisoformat(value) if kind is date else value
