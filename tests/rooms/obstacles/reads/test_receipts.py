"""What the one who reported without a name sees."""

import pytest

from ledstjarna.rooms.obstacles import actions, reads
from ledstjarna.thread.reads import Missing
from tests.rooms.obstacles.conftest import TEXT, Desk


def test_it_is_seen_by_the_secret_alone_in_the_box_and_after(desk: Desk) -> None:
    secret = desk.post(alone=True)
    first = reads.receipt(key=secret, **desk.by("resident"))
    assert (first.delivered, first.text, first.may_say) == (False, TEXT, False)
    ref = actions.deliver(now=desk.by("employee", 1)["now"])
    after = reads.receipt(key=secret, **desk.by("resident", 1))
    assert (after.delivered, after.row and after.row.ref, after.may_say) == (True, ref, True)
    desk.answer(ref, days=2)
    assert reads.receipt(key=secret, **desk.by("resident", 2)).may_judge


def test_no_other_word_leads_to_it(desk: Desk) -> None:
    desk.post()
    ref = actions.deliver(now=desk.by("employee", 1)["now"])
    for key in ("", "x", ref, desk.one(ref).key):
        with pytest.raises(Missing):
            reads.receipt(key=key, **desk.by("administrator", 1))
