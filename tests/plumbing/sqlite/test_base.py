"""The embedded database keeps what it acknowledged, and its writers wait in line."""

import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import IntegrityError, OperationalError, connection, connections, transaction
from pytest_django import DjangoDbBlocker

from ledstjarna.plumbing.errors import is_too_slow
from ledstjarna.plumbing.sqlite.base import DatabaseWrapper

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="The gate is SQLite's alone.")

SOON = 0.05


@pytest.fixture
def wrapper(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[DatabaseWrapper]:
    """A connection to a database of its own, which waits but a moment."""
    made = opened(tmp_path)
    with django_db_blocker.unblock():
        with made.cursor() as cursor:
            cursor.execute("CREATE TABLE vote (voter INTEGER UNIQUE)")
        yield made
        made.close()


def opened(folder: Path, **options: float) -> DatabaseWrapper:
    here = connections["default"].settings_dict
    options = {"timeout": SOON, **options}
    changed = {"NAME": str(folder / "city.sqlite3"), "OPTIONS": options, "TEST": dict(here["TEST"])}
    return DatabaseWrapper({**here, **changed}, alias="default")


FOREVER = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


def test_T18_a_statement_that_takes_too_long_is_given_up_and_the_next_has_its_own_time(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    made = opened(tmp_path, longest=SOON)
    with django_db_blocker.unblock():
        with pytest.raises(OperationalError) as caught:
            asked(made, FOREVER)
        assert is_too_slow(caught.value)
        assert asked(made, "SELECT 1") == 1
        made.close()


def asked(wrapper: DatabaseWrapper, sql: str) -> object:
    with wrapper.cursor() as cursor:
        return cursor.execute(sql).fetchone()[0]


def begin(wrapper: DatabaseWrapper) -> None:
    wrapper.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def is_free(wrapper: DatabaseWrapper) -> bool:
    gate = wrapper.gate()
    if entered := gate.enter(SOON):
        gate.leave()
    return entered


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)],
)
def test_G5_every_connection_writes_durably(wrapper: DatabaseWrapper, pragma: str, value: object) -> None:
    assert asked(wrapper, f"PRAGMA {pragma}") == value


def test_nobody_else_on_the_machine_reads_the_file(wrapper: DatabaseWrapper, tmp_path: Path) -> None:
    begin(wrapper)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
    wrapper.rollback()


def test_a_transaction_holds_the_gate_until_its_commit(wrapper: DatabaseWrapper) -> None:
    begin(wrapper)
    assert not is_free(wrapper)
    wrapper.commit()
    assert is_free(wrapper)


def test_a_transaction_holds_the_gate_until_its_rollback(wrapper: DatabaseWrapper) -> None:
    begin(wrapper)
    wrapper.rollback()
    assert is_free(wrapper)


def test_a_closed_connection_lets_the_gate_go(wrapper: DatabaseWrapper) -> None:
    begin(wrapper)
    wrapper.close()
    assert is_free(wrapper)


def test_a_transaction_is_a_write_from_its_first_moment(wrapper: DatabaseWrapper, tmp_path: Path) -> None:
    begin(wrapper)
    other = opened(tmp_path)
    with pytest.raises(OperationalError, match="locked"), other.cursor() as cursor:
        cursor.execute("INSERT INTO vote VALUES (1)")
    wrapper.rollback()
    other.close()


def test_who_waits_in_vain_is_told_the_database_is_locked(wrapper: DatabaseWrapper, tmp_path: Path) -> None:
    begin(wrapper)
    other = opened(tmp_path)
    with pytest.raises(OperationalError, match="database is locked"):
        begin(other)
    wrapper.commit()
    begin(other)
    other.rollback()
    other.close()


def test_a_transaction_that_cannot_begin_lets_the_gate_go(wrapper: DatabaseWrapper, tmp_path: Path) -> None:
    outside = opened(tmp_path)
    with outside.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE")  # past the gate, as a stranger's tool would
    with pytest.raises(OperationalError, match="locked"):
        begin(wrapper)
    assert is_free(wrapper)
    outside.close()


def test_a_reader_waits_for_nobody(wrapper: DatabaseWrapper, tmp_path: Path) -> None:
    begin(wrapper)
    with wrapper.cursor() as cursor:
        cursor.execute("INSERT INTO vote VALUES (1)")
    other = opened(tmp_path)
    assert asked(other, "SELECT count(*) FROM vote") == 0
    wrapper.commit()
    assert asked(other, "SELECT count(*) FROM vote") == 1
    other.close()


def test_a_commit_that_fails_is_rolled_back_and_lets_the_gate_go(wrapper: DatabaseWrapper) -> None:
    with wrapper.cursor() as cursor:
        cursor.execute("CREATE TABLE seal (voter REFERENCES vote(voter) DEFERRABLE INITIALLY DEFERRED)")
    begin(wrapper)
    with wrapper.cursor() as cursor:
        cursor.execute("INSERT INTO seal VALUES (404)")
    with pytest.raises(IntegrityError):
        wrapper.commit()
    assert not is_free(wrapper)
    wrapper.rollback()
    assert is_free(wrapper)


def vote(voters: range, refused: list[str]) -> None:
    for voter in voters:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("INSERT INTO tried (voter) VALUES (%s)", [voter])
        except OperationalError as error:
            refused.append(str(error))
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_G3_sixteen_writers_at_once_are_all_let_in() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE tried (voter INTEGER UNIQUE)")
    refused: list[str] = []
    crowd = [threading.Thread(target=vote, args=(range(n * 20, n * 20 + 20), refused)) for n in range(16)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    with connection.cursor() as cursor:
        found = cursor.execute("SELECT count(*) FROM tried").fetchone()[0]
        cursor.execute("DROP TABLE tried")
    assert (refused, found) == ([], 320)
