"""A consultation from elsewhere is brought in closed, and as it was."""

from datetime import UTC, datetime

import pytest

from ledstjarna.rooms.vision import actions, rules
from ledstjarna.rooms.vision.files import Comment, Consultation, Vote
from ledstjarna.rooms.vision.models import Ballot, Round, Statement
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Refused
from tests.rooms.vision.conftest import NOW, Town

pytestmark = pytest.mark.django_db
AT = datetime(2020, 5, 4, 12, tzinfo=UTC)
LATER = datetime(2020, 5, 9, 12, tzinfo=UTC)
FOUND = Consultation(
    topic="Better ferries",
    description="Asked in the spring",
    comments=(Comment("4", "More ferries", AT, "9", 1), Comment("11", "Rude words", AT, "8", -1)),
    votes=(Vote("2", "4", 1, AT), Vote("10", "4", -1, LATER), Vote("10", "11", 0, AT)),
    faults=(),
    flipped=False,
)


def bring_in(town: Town, told: list[tuple[int, int]]) -> Round:
    ref = actions.bring_in(
        consultation=FOUND, lang="en", viewer=town.director, now=NOW, tell=lambda *step: told.append(step)
    )
    return Round.objects.get(node__ref=ref)


def test_every_vote_is_where_it_was_cast(town: Town) -> None:
    round_ = bring_in(town, [])
    rows = Ballot.objects.filter(round=round_).order_by("key").values_list("shown_values", flat=True)
    assert [[rules.choice_at(bytes(row), slot) for slot in (0, 1)] for row in rows] == [[1, None], [-1, 0]]


def test_days_are_counted_from_the_first_vote(town: Town) -> None:
    round_ = bring_in(town, [])
    days = Ballot.objects.filter(round=round_, key__endswith="10").values_list("shown_days", flat=True).get()
    assert bytes(days) == (5).to_bytes(2, "little") + (0).to_bytes(2, "little")
    assert round_.opened_at == AT


def test_what_was_taken_out_stays_out(town: Town) -> None:
    bring_in(town, [])
    assert dict(Statement.objects.values_list("number", "standing")) == {"4": "in", "11": "out"}


def test_T2_it_is_closed_from_the_start(town: Town) -> None:
    round_ = bring_in(town, [])
    assert (round_.secret, round_.closed_at, round_.imported) == (None, NOW, True)


def test_it_is_one_fact_and_tells_how_far_it_is(town: Town) -> None:
    told: list[tuple[int, int]] = []
    facts = Fact.objects.count()
    bring_in(town, told)
    assert Fact.objects.count() == facts + 1
    assert told[-1] == (2, 2)


def test_an_employee_brings_in_nothing(town: Town) -> None:
    with pytest.raises(Refused):
        actions.bring_in(
            consultation=FOUND, lang="en", viewer=town.staff[0], now=NOW, tell=lambda done, total: None
        )
    assert not Round.objects.exists()
