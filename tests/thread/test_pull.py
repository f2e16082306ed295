"""Which way words pull."""

import pytest

from ledstjarna.thread.pull import AGAINST, clash, pulls


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("Kortare väntetid", "Längre väntetider på kvällen", "väntetid"),
        ("Fewer meetings", "More meetings", ""),  # fewer is against many, not against more
        ("Färre möten i veckan", "Fler av våra möten", "möt"),
        ("Shorter waiting", "longer waiting", "waiting"),
    ],
)
def test_two_texts_clash_where_they_pull_opposite_ways_at_the_same_thing(
    one: str, other: str, about: str
) -> None:
    found = clash(pulls(one), pulls(other))
    assert (found.about if found else "") == about


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kortare väntetid", "Kortare väntetid"),
        ("Kortare väntetid", "Längre öppettider"),
        ("Fler träd", "Färre bilar"),
        ("Fler", "Färre"),
    ],
)
def test_two_texts_do_not_clash_where_they_agree_or_are_about_different_things(one: str, other: str) -> None:
    assert clash(pulls(one), pulls(other)) is None


def test_a_clash_is_the_same_from_either_side() -> None:
    one, other = pulls("Sänka avgiften"), pulls("Höja avgiften")
    forth, back = clash(one, other), clash(other, one)
    assert forth is not None
    assert back is not None
    assert (forth.one, forth.other, forth.about) == (back.other, back.one, back.about)


def test_no_word_pulls_both_ways_in_one_pair() -> None:
    assert [pair for pair in AGAINST if set(pair[0]) & set(pair[1])] == []
