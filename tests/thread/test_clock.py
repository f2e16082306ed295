"""By the clock, each room gets done what it has named."""

from datetime import UTC, datetime

import pytest

from ledstjarna.rooms.vision import actions
from ledstjarna.rooms.vision.models import Ballot
from ledstjarna.thread import clock
from tests.rooms.vision.conftest import Town, open_round, statements_of, town, voting

__all__ = ["open_round", "town", "voting"]


@pytest.mark.django_db
def test_votes_are_counted_by_the_clock(town: Town, voting: str) -> None:
    now = datetime(2026, 11, 1, 10, tzinfo=UTC)
    for viewer in town.staff:
        actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=viewer, now=now)
    clock.tick(now)
    assert Ballot.objects.exclude(shown_values=b"").count() == 40
    assert not Ballot.objects.filter(fresh=True).exists()
