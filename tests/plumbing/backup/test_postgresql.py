"""PostgreSQL's own tools are told where to go, and heard when they fail."""

import pytest
from django.db import connections

from ledstjarna.plumbing.backup import BadBackup, postgresql


def test_a_tool_that_fails_says_why() -> None:
    with pytest.raises(BadBackup, match="python3 failed: no such table"):
        postgresql._run("python3", "-c", "import sys; sys.exit('no such table')")


def test_the_password_goes_where_other_users_cannot_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = {"NAME": "city", "HOST": "db.example", "PORT": "", "USER": "house", "PASSWORD": "s3cret"}
    monkeypatch.setattr(connections["default"], "settings_dict", settings)
    found = postgresql._environment()
    assert {name: found[name] for name in ("PGDATABASE", "PGHOST", "PGUSER", "PGPASSWORD")} == {
        "PGDATABASE": "city",
        "PGHOST": "db.example",
        "PGUSER": "house",
        "PGPASSWORD": "s3cret",
    }
    assert "PGPORT" not in found
