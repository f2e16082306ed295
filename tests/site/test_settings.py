"""The environment decides, and what it leaves out is safe (T20)."""

import stat
from pathlib import Path

import pytest
from django.conf import settings

from ledstjarna.site import settings as house


@pytest.mark.parametrize(
    ("typed", "meant"), [("1", True), ("Yes", True), (" on ", True), ("0", False), ("no", False), ("", False)]
)
def test_a_yes_is_a_yes_and_all_else_a_no(typed: str, meant: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDSTJARNA_X", typed)
    assert house.flag("LEDSTJARNA_X", default=True) is meant


def test_a_list_is_parted_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDSTJARNA_X", " a, ,b ")
    assert house.words("LEDSTJARNA_X") == ["a", "b"]


def test_T20_the_key_is_made_at_the_first_start_for_its_owner_alone(tmp_path: Path) -> None:
    first, again = (house.kept_secret(tmp_path / "key") for _ in range(2))
    assert (first, len(first) > 60) == (again, True)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert house.kept_secret(tmp_path / "other") != first


def test_without_an_address_the_database_is_a_file_behind_the_gate(tmp_path: Path) -> None:
    made = house.database("", tmp_path)
    assert (made["ENGINE"], made["NAME"]) == (
        "ledstjarna.plumbing.sqlite",
        str(tmp_path / "ledstjarna.sqlite3"),
    )


def test_an_address_names_a_postgresql(tmp_path: Path) -> None:
    made = house.database("postgresql://kim:p%40ss@db.example:5433/city", tmp_path)
    assert [made[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "kim",
        "p@ss",
        "db.example",
        "5433",
        "city",
    ]


@pytest.mark.parametrize("url", ["", "postgresql://kim@db.example/city"])
def test_T18_a_statement_has_the_time_that_the_server_gives_it(tmp_path: Path, url: str) -> None:
    assert "5" in str(house.database(url, tmp_path, 5)["OPTIONS"])
    assert "5" not in str(house.database(url, tmp_path)["OPTIONS"])


def test_an_address_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="mysql"):
        house.database("mysql://kim@db/city", tmp_path)


def test_T20_nothing_is_shown_that_debugging_would_show() -> None:
    assert settings.DEBUG is False


def test_T13_a_session_is_short_and_no_script_can_read_its_cookie() -> None:
    assert (settings.SESSION_IDLE, settings.SESSION_COOKIE_AGE) == (30 * 60, 8 * 60 * 60)
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"


def test_R10_no_threshold_is_below_its_floor() -> None:
    assert settings.BALLOT_THRESHOLD >= 5
