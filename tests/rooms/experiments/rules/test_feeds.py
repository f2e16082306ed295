"""A feed is read once a day, and administrators alone say which."""

from datetime import timedelta

import pytest

from ledstjarna.people.room import Role
from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.experiments.rules.feeds import EVERY, is_due, may_keep_feeds
from tests.fixtures.city import NOW, SmallCity

SOON = EVERY - timedelta(minutes=1)


@pytest.mark.parametrize(
    ("read", "asked", "due"),
    [
        (None, None, True),
        (EVERY, None, True),
        (SOON, None, False),
        (EVERY, SOON, False),
        (SOON, EVERY, False),
        (EVERY, EVERY, True),
    ],
)
def test_a_feed_is_read_once_a_day(read: timedelta | None, asked: timedelta | None, due: bool) -> None:
    read_at, asked_at = (None if ago is None else NOW - ago for ago in (read, asked))
    assert is_due(read_at, asked_at, NOW) is due


def test_T15_administrators_alone_say_which_hosts_are_asked(city: SmallCity) -> None:
    may = {role for role in Role.values if may_keep_feeds(city.viewer(role))}
    assert (may, may_keep_feeds(NOBODY)) == ({"administrator"}, False)
