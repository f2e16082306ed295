"""A read is asked by a viewer and answers with plain, frozen values."""

import dataclasses
import datetime
import inspect
import typing
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any

import pytest

from tests.house.source import Function, functions, imported, rooms

READS = [(room, one) for room in rooms() for one in functions(room, "reads")]
PLAIN = (str, int, float, bool, bytes, NoneType, datetime.date, datetime.datetime)

NO_VIEWER = {
    "people.personas": "the demo's own sign-in page, met before there is a viewer",
}
NOT_PLAIN = {
    "vision.consultation": "file names and their texts, as they are written out",
    "vision.packed": "the bytes of a file, handed to the browser as they are",
}


def named(pair: Any) -> str:
    return str(pair[1].name)


def _function(room: str, read: Function) -> Callable[..., Any] | None:
    found = getattr(imported(room, "reads"), read.node.name, None)
    return found if inspect.isfunction(found) else None


def _is_plain(kind: Any) -> bool:
    if kind in PLAIN or kind is Ellipsis or typing.get_origin(kind) is typing.Literal:
        return True
    if typing.get_origin(kind) in {tuple, frozenset, UnionType, typing.Union}:
        return all(map(_is_plain, typing.get_args(kind)))
    return dataclasses.is_dataclass(kind) and _is_frozen_and_slotted(kind)


def _is_frozen_and_slotted(kind: Any) -> bool:
    return bool(kind.__dataclass_params__.frozen) and "__slots__" in vars(kind)


@pytest.mark.parametrize("pair", READS, ids=named)
def test_a_read_is_asked_by_name_and_by_a_viewer(pair: tuple[str, Function]) -> None:
    _room, read = pair
    given = read.node.args
    assert [each.arg for each in (*given.posonlyargs, *given.args)] == []
    asked = "viewer" in {each.arg for each in given.kwonlyargs}
    assert asked != (read.name in NO_VIEWER), NO_VIEWER.get(read.name, "no viewer is asked for")


@pytest.mark.parametrize("pair", READS, ids=named)
def test_a_read_answers_with_frozen_slotted_values(pair: tuple[str, Function]) -> None:
    room, read = pair
    function = _function(room, read)
    if function is None or read.name in NOT_PLAIN:
        return
    answer = typing.get_type_hints(function)["return"]
    assert _is_plain(answer), f"{read.name} answers with {answer}"


def test_a_loose_value_would_be_found() -> None:
    loose = dataclasses.make_dataclass("Loose", ["x"])
    frozen: Any = dataclasses.make_dataclass("Frozen", ["x"], frozen=True, slots=True)
    assert not _is_plain(loose)
    assert not _is_plain(dict[str, int])
    assert _is_plain(frozen | None)
