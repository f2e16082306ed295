"""A machine that would lose a city's memory is refused, with the reason."""

import sqlite3
import stat
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.checks import CheckMessage
from django.db import connection, connections

from ledstjarna.plumbing import checks

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="About SQLite alone.")

Check = Callable[..., Iterable[CheckMessage]]


def found(check: Check, **kwargs: Any) -> list[str | None]:
    return [message.id for message in check(None, **kwargs)]


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    tmp_path.chmod(0o700)
    settings.HOME = tmp_path
    return tmp_path


@on_sqlite
@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ((3, 6, 23), []),
        ((3, 7, 0), ["plumbing.E001"]),
        ((3, 40, 1), ["plumbing.E001"]),
        ((3, 51, 2), ["plumbing.E001"]),
        ((3, 51, 3), []),
    ],
)
def test_an_sqlite_that_can_corrupt_its_log_is_refused(
    version: tuple[int, int, int], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    assert found(checks.sqlite_is_sound) == expected


@on_sqlite
def test_an_sqlite_without_search_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = SimpleNamespace(execute=lambda sql: SimpleNamespace(fetchall=list), close=lambda: None)
    monkeypatch.setattr(sqlite3, "connect", lambda name: bare)
    assert found(checks.sqlite_is_sound) == ["plumbing.E002"]


@on_sqlite
def test_a_file_system_that_takes_no_log_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_tried_journal", lambda folder: "delete")
    assert found(checks.journal_stands, databases=["default"]) == ["plumbing.E003"]


@on_sqlite
def test_a_file_system_that_fails_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> str:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(checks, "_tried_journal", fail)
    assert next(iter(checks.journal_stands(None, databases=["default"]))).msg.endswith("disk I/O error.")


@on_sqlite
def test_a_local_file_system_takes_a_log_and_keeps_nothing_of_the_trial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = connections["default"].settings_dict
    monkeypatch.setitem(here, "NAME", str(tmp_path / "city.sqlite3"))
    assert found(checks.journal_stands, databases=["default"]) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("version", "expected"), [("130010", ["plumbing.E004"]), ("140000", []), ("170002", [])]
)
def test_a_postgresql_that_is_too_old_is_refused(
    version: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "connections", {"default": Asked(version)})
    assert found(checks.postgresql_is_recent, databases=["default"]) == expected
    assert found(checks.postgresql_is_recent, databases=None) == []


class Asked:
    """A PostgreSQL that answers with its version."""

    vendor = "postgresql"

    def __init__(self, version: str) -> None:
        self.version = version

    def cursor(self) -> "Asked":
        return self

    def __enter__(self) -> "Asked":
        return self

    def __exit__(self, *args: object) -> None: ...

    def execute(self, sql: str) -> None:
        assert sql == "SHOW server_version_num"

    def fetchone(self) -> tuple[str]:
        return (self.version,)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("x" * 49, ["plumbing.E005"]),
        ("django-insecure-" + "x" * 50, ["plumbing.E005"]),
        ("x" * 50, []),
    ],
)
def test_T20_a_key_that_could_be_guessed_is_refused(key: str, expected: list[str], settings: Any) -> None:
    settings.SECRET_KEY = key
    assert found(checks.secret_is_secret) == expected


@pytest.mark.parametrize(("mode", "expected"), [(0o700, []), (0o750, []), (0o705, ["plumbing.E007"])])
def test_a_data_directory_that_anybody_can_open_is_refused(
    home: Path, mode: int, expected: list[str]
) -> None:
    home.chmod(mode)
    assert found(checks.data_is_private) == expected
    assert stat.S_IMODE(home.stat().st_mode) == mode


def test_a_data_directory_that_is_not_there_is_refused(home: Path, settings: Any) -> None:
    settings.HOME = home / "nowhere"
    assert found(checks.data_is_private) == ["plumbing.E006"]


@pytest.mark.parametrize(
    ("year", "expected"), [(1970, ["plumbing.E008"]), (2024, ["plumbing.E008"]), (2025, [])]
)
def test_a_clock_that_was_never_set_is_refused(
    year: int, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SimpleNamespace(now=lambda: datetime(year, 1, 1, tzinfo=UTC))
    monkeypatch.setattr(checks, "timezone", clock)
    assert found(checks.clock_is_sane) == expected


@pytest.mark.parametrize(
    ("free", "expected"),
    [(checks.FULL - 1, ["plumbing.E009"]), (checks.FULL, ["plumbing.W001"]), (checks.NEARLY_FULL, [])],
)
def test_G7_a_disk_that_is_almost_full_is_told_of(
    free: int, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=free))
    assert found(checks.disk_has_room) == expected


@pytest.mark.django_db
def test_a_fit_machine_may_serve() -> None:
    checks.demand_fitness()


@pytest.mark.django_db
def test_an_unfit_machine_may_not_serve_and_hears_every_reason(settings: Any, home: Path) -> None:
    settings.SECRET_KEY = "short"
    home.chmod(0o777)
    with pytest.raises(checks.Unfit) as caught:
        checks.demand_fitness()
    assert str(caught.value).splitlines() == [
        "The secret key is short or a default. Leave LEDSTJARNA_SECRET_KEY unset, "
        "and a key is made at the first start.",
        f"Everybody on this machine can open {home}. chmod o-rwx {home}",
    ]
    home.chmod(0o700)
