"""T2: from every table together, nobody can tell who voted what."""

import hashlib
import random
from typing import Any

import pytest
from django.db import connection

from ledstjarna.people.models import Person
from ledstjarna.rooms.vision import actions, rules
from ledstjarna.rooms.vision.models import Ballot
from tests.rooms.vision.conftest import NOW, Town, round_of, statements_of

pytestmark = pytest.mark.django_db


def dump() -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    """Every table in the order in which it lies, with its columns."""
    made = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            made[table] = ([column[0] for column in cursor.description], cursor.fetchall())
    return made


def plain(value: Any) -> str:
    """A stored value as comparable text."""
    return bytes(value).hex() if isinstance(value, (bytes, memoryview)) else str(value)


def voted_in_lot(town: Town, voting: str, seed: int) -> list[int]:
    """Let everybody vote in an order drawn by lot, and return the persons in that order."""
    order = random.Random(seed).sample(list(town.staff), len(town.staff))
    for n, viewer in enumerate(order):
        actions.cast(ref=voting, statement=statements_of(voting)[n % 3], choice=1, viewer=viewer, now=NOW)
    return [viewer.person_id or 0 for viewer in order]


def places(voting: str, persons: list[int], secret: bytes) -> list[int]:
    """Where each person's ballot lies among all ballots, as only the secret can tell."""
    _, rows = dump()["vision_ballot"]
    columns, _ = dump()["vision_ballot"]
    keys = [row[columns.index("key")] for row in rows]
    return [keys.index(rules.key_of(secret, f"person:{person}")) for person in persons]


def inversions(numbers: list[int]) -> float:
    """The share of pairs out of order: one half is chance."""
    pairs = [(a, b) for n, a in enumerate(numbers) for b in numbers[n + 1 :]]
    return sum(a > b for a, b in pairs) / len(pairs)


def secret_of(voting: str, settings: Any) -> bytes:
    secret: bytes = bytes(round_of(voting).secret or b"") + settings.SECRET_KEY.encode()
    return secret


def test_T2_the_order_of_voting_is_not_the_order_of_ballots(town: Town, voting: str, settings: Any) -> None:
    persons = voted_in_lot(town, voting, seed=7)
    if connection.vendor == "sqlite":
        assert 0.25 < inversions(places(voting, persons, secret_of(voting, settings))) < 0.75
    by_row = list(Ballot.objects.order_by("pk").values_list("key", flat=True))
    secret = secret_of(voting, settings)
    order = [by_row.index(rules.key_of(secret, f"person:{person}")) for person in persons]
    assert 0.25 < inversions(order) < 0.75


def test_T2_no_value_joins_a_ballot_to_any_other_table(town: Town, voting: str) -> None:
    voted_in_lot(town, voting, seed=8)
    tables = dump()
    columns, rows = tables.pop("vision_ballot")
    kept = [
        n for n, name in enumerate(columns) if name in {"key", "values", "days", "shown_values", "shown_days"}
    ]
    ballots = {plain(row[n]) for row in rows for n in kept if len(plain(row[n])) > 8}
    elsewhere = {plain(value) for _, others in tables.values() for row in others for value in row}
    assert not ballots & elsewhere


def test_T2_no_hash_of_what_is_known_of_a_person_is_a_ballots_key(town: Town, voting: str) -> None:
    keys = set(Ballot.objects.values_list("key", flat=True))
    known = [
        text
        for person in Person.objects.select_related("node")
        for text in (
            str(person.pk),
            f"person:{person.pk}",
            person.number,
            person.email,
            person.node.ref,
            person.name,
        )
    ]
    assert not keys & {hashlib.sha256(text.encode()).hexdigest() for text in known}


def test_T2_a_vote_leaves_no_trace_outside_its_own_ballot(town: Town, voting: str) -> None:
    before = dump()
    actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=town.staff[4], now=NOW)
    after = dump()
    assert {name for name in after if after[name] != before[name]} == {"vision_ballot"}


def test_T2_when_the_round_is_decided_the_secret_is_nowhere(town: Town, voting: str, settings: Any) -> None:
    secret = bytes(round_of(voting).secret or b"").hex()
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    actions.add_area(
        ref=round_of(voting).vision.node.ref, title="x", text="x", title_en="", text_en="", statements=[],
        viewer=town.director, now=NOW,
    )  # fmt: skip
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    actions.decide(
        ref=voting, decided_on=NOW.date(), reference="x", votes_for=1, votes_against=0, abstained=0,
        viewer=town.registrar, now=NOW,
    )  # fmt: skip
    assert secret not in {plain(value) for _, rows in dump().values() for row in rows for value in row}
