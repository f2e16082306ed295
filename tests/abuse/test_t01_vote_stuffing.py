"""T1: nobody gets more than one vote on a statement, however often and from wherever it is sent."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledstjarna.people.viewer import NOBODY, Viewer
from ledstjarna.rooms.vision import actions, rules
from ledstjarna.rooms.vision.models import Ballot
from tests.rooms.vision.conftest import NOW, Town, round_of, statements_of


def votes(ref: str) -> int:
    """Every vote in every ballot of a round."""
    rows = Ballot.objects.filter(round=round_of(ref)).values_list("values", flat=True)
    return sum(byte != rules.MISSING for row in rows for byte in bytes(row))


@pytest.mark.django_db(transaction=True)
def test_T1_sixty_four_threads_that_post_the_same_vote_a_thousand_times_cast_one_vote(
    town: Town, voting: str
) -> None:
    statement, before = statements_of(voting)[0], Ballot.objects.count()

    def post(number: int) -> str:
        try:
            return actions.cast(ref=voting, statement=statement, choice=1, viewer=town.staff[0], now=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(64) as threads:
        sent = list(threads.map(post, range(1000)))
    assert len(sent) == 1000
    assert votes(voting) == 1
    assert Ballot.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_T1_thirty_two_browsers_that_are_one_get_one_ballot(voting: str) -> None:
    statement = statements_of(voting)[0]

    def post(number: int) -> str:
        try:
            return actions.cast(
                ref=voting, statement=statement, choice=1, token="one", viewer=NOBODY, now=NOW
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(32) as threads:
        list(threads.map(post, range(64)))
    assert Ballot.objects.filter(origin="public").count() == 1
    assert votes(voting) == 1


CAST = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 2), st.sampled_from([1, 0, -1])), max_size=30)


@pytest.mark.django_db
@given(cast=CAST)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_T1_votes_are_as_many_as_pairs_of_voter_and_statement(
    town: Town, voting: str, cast: list[tuple[int, int, int]]
) -> None:
    statements = statements_of(voting)
    Ballot.objects.filter(round=round_of(voting)).update(values=b"", days=b"")
    for voter, slot, choice in cast:
        viewer: Viewer = town.staff[voter]
        actions.cast(ref=voting, statement=statements[slot], choice=choice, viewer=viewer, now=NOW)
    assert votes(voting) == len({(voter, slot) for voter, slot, _ in cast})
