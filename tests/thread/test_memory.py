"""An answer is kept until the next fact, and never longer."""

import pytest

from ledstjarna.thread import actions, memory
from tests.fixtures.city import NOW


class Asked:
    """A question that counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def happen() -> None:
    node = actions.add_node(kind="party", title="x")
    actions.record(who=None, verb="people.granted", node=node, at=NOW)


def test_an_answer_is_kept_while_its_version_stands() -> None:
    ask = Asked()
    assert [memory.until(version, "key", ask) for version in (1, 1, 2, 2, 1)] == [1, 1, 2, 2, 3]


def test_each_key_has_its_own_answer() -> None:
    ask = Asked()
    assert [memory.until(1, key, ask) for key in ("a", "b", "a")] == [1, 2, 1]


def test_an_answer_of_nothing_is_kept_too() -> None:
    asked: list[None] = []
    for _ in range(3):
        memory.until(1, "nothing", lambda: asked.append(None))
    assert len(asked) == 1


def test_no_more_is_kept_than_there_is_room_for() -> None:
    ask = Asked()
    for key in range(memory.ROOM_FOR + 1):
        memory.until(1, key, ask)
    memory.until(1, 1, ask)
    assert ask.times == memory.ROOM_FOR + 1
    memory.until(1, 0, ask)
    assert ask.times == memory.ROOM_FOR + 2


@pytest.mark.django_db
def test_a_fact_makes_every_answer_old() -> None:
    ask = Asked()
    answers = [memory.until_next_fact("key", ask), memory.until_next_fact("key", ask)]
    happen()
    assert [*answers, memory.until_next_fact("key", ask)] == [1, 1, 2]


@pytest.mark.django_db
def test_the_tide_is_the_number_of_the_latest_fact() -> None:
    assert memory.tide() == 0
    happen()
    happen()
    assert memory.tide() == 2


def test_what_is_forgotten_is_asked_for_anew() -> None:
    ask = Asked()
    memory.until(1, "key", ask)
    memory.forget()
    assert memory.until(1, "key", ask) == 2


def test_what_has_been_moved_on_from_is_handed_over_to_be_built_upon() -> None:
    assert memory.grown(1, "sum", lambda before: (before or 0) + 1) == 1
    assert memory.grown(1, "sum", lambda before: (before or 0) + 1) == 1
    assert memory.grown(2, "sum", lambda before: (before or 0) + 1) == 2
