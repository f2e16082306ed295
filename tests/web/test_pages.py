"""Pages that belong to no room."""

import pytest
from django.test import Client, override_settings

pytestmark = pytest.mark.django_db


def test_the_probe_is_told_whether_the_database_answers() -> None:
    answer = Client().get("/health/").json()
    assert (answer["status"], answer["tide"]) == ("ok", 0)


@pytest.mark.parametrize(("prefix", "language"), [("", "sv"), ("/en", "en")])
def test_R22_the_accessibility_statement_is_there_in_both_languages(prefix: str, language: str) -> None:
    answer = Client().get(f"{prefix}/accessibility/")
    assert (answer.status_code, answer.headers["Content-Language"]) == (200, language)


@pytest.mark.parametrize(("demo", "status"), [(True, 200), (False, 404)])
def test_the_parts_are_on_show_in_demo_mode_alone(demo: bool, status: int) -> None:
    with override_settings(DEMO=demo):
        assert Client().get("/guide/").status_code == status
