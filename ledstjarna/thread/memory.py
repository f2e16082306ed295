"""Answers kept until the next fact: exact caching with nothing to invalidate."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from ledstjarna.thread.models import Tide

Answer = TypeVar("Answer")

ROOM_FOR = 256
_answers: OrderedDict[Hashable, tuple[object, object]] = OrderedDict()
_lock = Lock()


def tide() -> int:
    """The number of the latest fact: the version of the whole city."""
    return Tide.objects.values_list("number", flat=True).filter(pk=1).first() or 0


def until(version: Hashable, key: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The answer kept under a key while its version stands; asked for anew when it has moved on."""
    return grown(version, key, lambda _before: ask())


def grown(version: Hashable, key: Hashable, grow: Callable[[Answer | None], Answer]) -> Answer:
    """As `until`, but an answer that has been moved on from is handed over, to be built upon."""
    with _lock:
        kept = _answers.get(key)
        if kept is not None and kept[0] == version:
            _answers.move_to_end(key)
            return cast(Answer, kept[1])
    answer = grow(cast(Answer, kept[1]) if kept is not None else None)
    with _lock:
        _answers[key] = (version, answer)
        _answers.move_to_end(key)
        while len(_answers) > ROOM_FOR:
            _answers.popitem(last=False)
    return answer


def until_next_fact(key: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The answer kept under a key until anything at all is recorded.

    Put the viewer in the key where the answer depends on one.
    """
    return until(tide(), key, ask)


def forget() -> None:
    """Drop every kept answer, as a new process would."""
    with _lock:
        _answers.clear()
