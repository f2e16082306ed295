"""What speaks of the same."""

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.thread import actions
from ledstjarna.thread.likeness import alike
from ledstjarna.thread.models import Node

pytestmark = pytest.mark.django_db


def made(text: str, kind: str = "area", audience: str = "public") -> Node:
    node = actions.add_node(kind=kind, title=text, audience=audience)
    actions.index(node, text)
    return node


def found(text: str, **more: int) -> list[tuple[str, tuple[str, ...]]]:
    rows = alike(text=text, viewer=NOBODY, kinds=["area", "shift"], **more)
    return [(one.spot.title, one.words) for one in rows]


def test_what_shares_the_most_telling_words_comes_first_with_the_words_as_typed() -> None:
    for text in ("Barn leker i hamnen", "Barn läser böcker", "Barn i skolan", "Fåglar i hamnen"):
        made(text)
    assert found("Barnen badar vid hamnen") == [("Barn leker i hamnen", ("hamnen", "barnen"))]


def test_one_word_is_enough_where_that_is_asked_for() -> None:
    made("Fåglar i hamnen")
    assert found("hamnens kaj", least=1) == [("Fåglar i hamnen", ("hamnens",))]


def test_what_the_viewer_may_not_read_what_has_ended_and_what_named_persons_alone_read_is_not_there() -> None:
    made("Barn leker i hamnen", audience="city")
    made("Barn leker i hamnen", audience="named")
    made("Barn leker i hamnen", kind="party")
    assert found("Barn leker i hamnen") == []


def test_small_words_tell_nothing() -> None:
    made("och det som en")
    assert found("och det som en", least=1) == []
