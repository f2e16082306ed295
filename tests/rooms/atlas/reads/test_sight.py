"""Which viewers share a kept answer, and which must not."""

from django.utils import translation

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas.reads.sight import eyes
from ledstjarna.thread import actions as thread
from tests.rooms.atlas.conftest import Sky, colleague


def test_two_colleagues_with_the_same_sight_share_an_answer(sky: Sky) -> None:
    one, two = sky.node("person", "One"), sky.node("person", "Two")
    assert eyes(colleague(one)) == eyes(colleague(two))


def test_a_resident_a_colleague_an_authority_and_a_named_reader_share_none(sky: Sky) -> None:
    board, reader = sky.node("board", "Board"), sky.node("person", "Reader")
    thread.add_node(kind="area", title="Sealed", audience="named", readers=[reader.pk])
    keys = {eyes(NOBODY), eyes(colleague()), eyes(colleague(None, board)), eyes(colleague(reader))}
    assert len(keys) == 4


def test_each_language_has_its_own_answer(db: None) -> None:
    keys = set()
    for language in ("sv", "en"):
        with translation.override(language):
            keys.add(eyes(NOBODY))
    assert len(keys) == 2
