"""A full disk is recognised, however it is put (G7)."""

import errno
import os
import sqlite3
from pathlib import Path

import psycopg.errors
import pytest
from django.db import OperationalError, connection

from ledstjarna.plumbing.errors import is_disk_full, is_too_slow


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_G7_the_system_says_the_disk_is_full(number: int) -> None:
    assert is_disk_full(OSError(number, os.strerror(number)))


def test_G7_sqlite_says_the_disk_is_full(tmp_path: Path) -> None:
    made = sqlite3.connect(tmp_path / "small.sqlite3")
    made.execute("PRAGMA max_page_count = 2")
    made.execute("CREATE TABLE city (vote TEXT)")
    with pytest.raises(sqlite3.OperationalError) as caught:
        made.execute("INSERT INTO city VALUES (zeroblob(100000))")
    made.close()
    assert is_disk_full(caught.value)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL cannot be filled from here.")
@pytest.mark.django_db(transaction=True)
def test_G7_django_says_the_disk_is_full_and_then_writes_again() -> None:
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA max_page_count").fetchone()[0]
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(OperationalError) as caught:
            cursor.execute("CREATE TABLE filled AS SELECT zeroblob(10000000) AS vote")
        cursor.execute(f"PRAGMA max_page_count = {usual}")
        cursor.execute("CREATE TABLE filled AS SELECT zeroblob(10) AS vote")
        cursor.execute("DROP TABLE filled")
    assert is_disk_full(caught.value)


def test_G7_postgresql_says_the_disk_is_full() -> None:
    assert is_disk_full(psycopg.errors.DiskFull("could not extend file"))


def test_G7_the_cause_of_an_exception_is_looked_at() -> None:
    wrapped = OperationalError("x")
    wrapped.__cause__ = psycopg.errors.DiskFull("could not extend file")
    assert is_disk_full(wrapped)


def test_other_faults_are_not_a_full_disk() -> None:
    assert not is_disk_full(OSError(errno.EACCES, "Permission denied"))
    assert not is_disk_full(ValueError("A statement about: the disk is full of database or disk is full"))


def test_an_exception_that_comes_from_itself_is_not_followed_for_ever() -> None:
    one, other = ValueError("one"), ValueError("other")
    one.__context__, other.__context__ = other, one
    assert not is_disk_full(one)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's limit is tried with its backend.")
@pytest.mark.django_db(transaction=True)
def test_T18_postgresql_gives_up_a_statement_that_takes_too_long() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 50")
        with pytest.raises(OperationalError) as caught:
            cursor.execute("SELECT pg_sleep(5)")
        cursor.execute("SET statement_timeout = 0")
    assert is_too_slow(caught.value)
    assert not is_too_slow(OperationalError("another"))
