"""Voting writes one byte in one row, and counting takes many at once."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.vision import actions, rules
from ledstjarna.rooms.vision.models import Ballot
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.vision.conftest import NOW, Town, round_of, statements_of

pytestmark = pytest.mark.django_db


def chosen(ref: str, slot: int) -> list[int]:
    """Every choice made in a slot of a round."""
    rows = Ballot.objects.filter(round=round_of(ref)).values_list("values", flat=True)
    return sorted(made for row in rows if (made := rules.choice_at(bytes(row), slot)) is not None)


def test_everyone_in_service_gets_one_ballot_when_voting_opens(town: Town, voting: str) -> None:
    assert Ballot.objects.filter(round=round_of(voting)).count() == 44


def test_T1_the_same_vote_a_hundred_times_is_one_vote(town: Town, voting: str) -> None:
    first = statements_of(voting)[0]
    for _ in range(100):
        actions.cast(ref=voting, statement=first, choice=1, viewer=town.staff[0], now=NOW)
    assert chosen(voting, 0) == [1]
    assert Ballot.objects.filter(round=round_of(voting)).count() == 44


def test_a_later_word_replaces_an_earlier_one(town: Town, voting: str) -> None:
    first = statements_of(voting)[0]
    actions.cast(ref=voting, statement=first, choice=1, viewer=town.staff[0], now=NOW)
    actions.cast(ref=voting, statement=first, choice=-1, viewer=town.staff[0], now=NOW)
    assert chosen(voting, 0) == [-1]


def test_a_vote_writes_one_row_and_no_fact(town: Town, voting: str) -> None:
    facts = Fact.objects.count()
    first = statements_of(voting)[0]
    with CaptureQueriesContext(connection) as queries:
        actions.cast(ref=voting, statement=first, choice=1, viewer=town.staff[0], now=NOW)
    writes = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [write.split('"')[1] for write in writes] == ["vision_ballot"]
    assert Fact.objects.count() == facts


def test_T2_no_row_ties_a_ballot_to_a_person_or_to_a_time_finer_than_a_day(town: Town, voting: str) -> None:
    for viewer in town.staff[:9]:
        actions.cast(ref=voting, statement=statements_of(voting)[1], choice=1, viewer=viewer, now=NOW)
    columns = {field.name for field in Ballot._meta.get_fields()}
    assert not columns & {"person", "account", "session", "created_at", "changed_at", "voter"}
    persons = {str(viewer.person_id) for viewer in town.staff}
    assert not persons & set(Ballot.objects.values_list("key", flat=True))


def test_T2_the_order_of_ballots_says_nothing_of_the_order_of_persons(town: Town, voting: str) -> None:
    round_ = round_of(voting)
    secret = bytes(round_.secret or b"") + settings.SECRET_KEY.encode()
    place = {key: n for n, key in enumerate(Ballot.objects.order_by("pk").values_list("key", flat=True))}
    order = [place[rules.key_of(secret, f"person:{viewer.person_id}")] for viewer in town.staff]
    assert order != sorted(order)


def test_somebody_who_came_after_the_opening_has_no_ballot(town: Town, voting: str) -> None:
    Ballot.objects.filter(round=round_of(voting)).delete()
    with pytest.raises(Refused, match="not in the city's service"):
        actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=town.staff[0], now=NOW)


def test_a_resident_votes_with_the_browser_apart_from_the_staff(voting: str) -> None:
    actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, token="b1", viewer=NOBODY, now=NOW)
    actions.cast(ref=voting, statement=statements_of(voting)[1], choice=0, token="b1", viewer=NOBODY, now=NOW)
    assert Ballot.objects.filter(round=round_of(voting), origin="public").count() == 1


def test_T1_a_browser_without_a_cookie_casts_no_vote(voting: str) -> None:
    with pytest.raises(Refused, match="cookie"):
        actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=NOBODY, now=NOW)


def test_T5_a_statement_of_another_round_is_missing_here(
    town: Town, voting: str, open_round: Callable[..., str]
) -> None:
    other = statements_of(open_round(public=True))[0]
    with pytest.raises(Missing):
        actions.cast(ref=voting, statement=other, choice=1, viewer=town.staff[0], now=NOW)


def test_nobody_votes_in_a_paused_round(town: Town, voting: str) -> None:
    actions.pause(ref=voting, reason="The network is down", viewer=town.director, now=NOW)
    with pytest.raises(Refused, match="not open"):
        actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=town.staff[0], now=NOW)


def test_T3_six_changed_ballots_wait_and_the_seventh_lets_them_be_counted(town: Town, voting: str) -> None:
    first = statements_of(voting)[0]
    for viewer in town.staff[:12:2]:
        actions.cast(ref=voting, statement=first, choice=1, viewer=viewer, now=NOW)
    assert actions.count(now=NOW) == 0
    actions.cast(ref=voting, statement=first, choice=1, viewer=town.staff[12], now=NOW)
    assert actions.count(now=NOW) == 7
    assert round_of(voting).counted == 1


def test_what_waits_is_counted_when_voting_ends(town: Town, voting: str) -> None:
    actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=town.staff[0], now=NOW)
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    assert Ballot.objects.filter(fresh=True).count() == 0
    assert Ballot.objects.exclude(shown_values=b"").count() == 1
