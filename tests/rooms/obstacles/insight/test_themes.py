"""Themes of short texts."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.obstacles.insight import FEWEST, themes

THINGS = {
    "nyckel": (
        "Nyckeln till {place} saknas",
        "Låset vid {place} kärvar, ingen nyckel passar",
        "Nyckel och lås på {place}",
    ),
    "skrivare": (
        "Skrivaren på {place} är trasig",
        "Det går inte att skriva ut på {place}, skrivaren vägrar",
        "Skrivarens papper tar slut på {place}",
    ),
    "bil": (
        "Bilarna på {place} är bokade",
        "Vi delar en bil på {place} och bilen räcker inte",
        "Bilen vid {place} laddas inte",
    ),
}
PLACES = [
    f"{a}{b}" for a, b in product(("nord", "syd", "väst", "öst"), ("gården", "lunden", "hagen", "viken"))
]
TEXTS = [
    (name, line.format(place=place)) for name, lines in THINGS.items() for line in lines for place in PLACES
]


def test_texts_about_the_same_come_together_and_the_words_say_which() -> None:
    found = themes([text for _name, text in TEXTS], 7)
    mains = set()
    for one in found:
        names = [TEXTS[n][0] for n in one.texts]
        main = max(names, key=names.count)
        mains.add(main)
        assert names.count(main) >= 0.9 * len(names)
        assert any(word.startswith(main[:3]) for word in one.words)
    assert mains == set(THINGS)


def test_the_same_texts_give_the_same_themes() -> None:
    texts = [text for _name, text in TEXTS]
    assert themes(texts, 7) == themes(texts, 7)


def test_the_largest_comes_first_and_no_text_is_in_two() -> None:
    found = themes([text for _name, text in TEXTS], 7)
    sizes = [len(one.texts) for one in found]
    assert sizes == sorted(sizes, reverse=True)
    every = [n for one in found for n in one.texts]
    assert len(every) == len(set(every))


def test_where_little_has_been_said_there_are_no_themes() -> None:
    texts = [text for _name, text in TEXTS]
    assert themes(texts[: FEWEST * 7 - 1], 7) == ()
    assert themes(["och det som"] * 60, 7) == ()
    assert themes([], 7) == ()


@given(st.lists(st.text("abc dåé.", max_size=30), max_size=60), st.integers(5, 8))
def test_R10_no_theme_is_smaller_than_the_threshold_and_no_word_rarer(texts: list[str], least: int) -> None:
    for one in themes(texts, least):
        assert len(one.texts) >= least
        assert one.words
