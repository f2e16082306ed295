"""Words are cut to their stems in both languages, and carry nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.thread.stems import indexed, plain, stems


@pytest.mark.parametrize(
    ("one", "other"), [("hamnarna", "hamnar"), ("schools", "school"), ("Skolan", "skolan")]
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert set(stems(one)[0]) & set(stems(other)[0])


def test_a_word_is_a_word_with_swedish_letters() -> None:
    assert [word[0] for word in stems("Åsa, Örjan & Änglagård!")] == ["åsa", "örjan", "änglagård"]


@given(st.text(max_size=200))
def test_no_operator_of_a_query_language_survives(text: str) -> None:
    assert re.fullmatch(r"[0-9a-zåäöéüæø ]*", indexed(text))


@given(st.text(max_size=100))
def test_what_is_sought_is_cut_as_what_was_indexed(text: str) -> None:
    assert {stem for word in stems(text) for stem in word} == set(indexed(text).split())


def test_a_plain_word_has_neither_rings_nor_dots() -> None:
    assert plain("åäöéü räksmörgås") == "aaoeu raksmorgas"
