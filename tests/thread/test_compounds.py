"""Swedish compounds come apart where their parts are words, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.thread.compounds import PARTS, has_part, is_part, split

WORD = st.text("abdefgiklmnoprstuv", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("hemtjanstbesok", ("hem", "tjanst", "besok")),
        ("kvinnofrid", ("kvinn", "frid")),
        ("barnavard", ("barn", "vard")),
        ("gatukontor", ("gat", "kontor")),
        ("arbetsmarknad", ("arbet", "marknad")),
        ("medborgarkontor", ("medborgar", "kontor")),
        ("busstation", ("buss", "station")),
        ("kontor", ()),
        ("xyzzy", ()),
        ("", ()),
    ],
)
def test_a_compound_is_its_parts(word: str, parts: tuple[str, ...]) -> None:
    assert split(word, frozenset()) == parts


def test_words_of_the_texts_themselves_are_parts_and_the_fewest_are_taken() -> None:
    assert split("hemtjanstbesok", {"hemtjanst"}) == ("hemtjanst", "besok")
    assert split("lotsbat", {"lots"}) == ("lots", "bat")
    assert split("lotsbat", frozenset()) == ()


def test_short_words_of_the_texts_and_endings_are_no_parts() -> None:
    assert not is_part("ing", {"ing"})
    assert not is_part("ning", {"ning"})
    assert is_part("tjansts", frozenset())


@pytest.mark.parametrize(
    ("word", "part", "has"),
    [
        ("hemtjanstbesok", "besok", True),
        ("hemtjanstbesoken", "besok", True),
        ("laxhjalp", "hjalp", True),
        ("trubesok", "besok", False),
        ("qqserveringstillstand", "tillstand", True),
        ("forsok", "besok", False),
    ],
)
def test_a_part_is_found_where_the_rest_are_words_too(word: str, part: str, has: bool) -> None:
    assert has_part(word, part, frozenset()) is has


@given(WORD)
def test_the_parts_of_any_word_are_known_and_lie_in_it(word: str) -> None:
    for part in split(word, frozenset()):
        assert part in PARTS
        assert part in word


@given(
    st.sampled_from(sorted(PARTS)),
    st.sampled_from(["", "s", "e", "o", "u", "a"]),
    st.sampled_from(sorted(PARTS)),
)
def test_any_two_words_of_a_city_put_together_come_apart(first: str, link: str, last: str) -> None:
    assert split(first + link + last, frozenset()) != ()
