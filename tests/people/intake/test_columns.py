"""Columns are known by the words in their header."""

import pytest

from ledstjarna.people import intake

SWEDISH = (
    "Anställningsnr", "Förnamn", "Efternamn", "E-post", "Befattning", "Enhetskod", "Enhet", "Förvaltning",
    "Chefens anställningsnr", "Anställd från", "Anställd till", "Skyddad identitet",
)  # fmt: skip


def test_a_swedish_export_is_understood_whole() -> None:
    assert intake.guess(SWEDISH) == {field: n for n, field in enumerate(intake.FIELDS)}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Employee ID", "number"),
        ("First name", "given"),
        ("Surname", "family"),
        ("Unit code", "unit"),
        ("E-MAIL", "email"),
        ("Anställningsnummer", "number"),
    ],
)
def test_other_words_for_the_same_are_understood(header: str, field: str) -> None:
    assert intake.guess([header]) == {field: 0}


def test_what_means_nothing_is_left_alone() -> None:
    assert intake.guess(["Shoe size", "Favourite ferry"]) == {}


def test_no_column_is_used_twice() -> None:
    found = intake.guess(["Till", "Från", "Enhet", "Enhet", "Title"])
    assert len(set(found.values())) == len(found)
