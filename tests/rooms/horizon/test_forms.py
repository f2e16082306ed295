"""What is typed into the horizon room."""

import pytest

from ledstjarna.rooms.horizon import forms
from tests.rooms.horizon.conftest import SEEN


@pytest.mark.parametrize(
    ("link", "good"),
    [
        ("https://x.example/a", True),
        ("", True),
        ("http://x.example", False),
        ("javascript:x", False),
        ("x", False),
    ],
)
def test_a_link_is_https_or_none(link: str, good: bool) -> None:
    assert forms.Notice(SEEN | {"link": link}).is_valid() == good


def test_a_reading_always_says_what_is_done() -> None:
    assert "course" in forms.ReadTogether({"course": "new"}).errors
