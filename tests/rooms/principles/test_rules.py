"""What may be done in the principles room."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.principles import rules


def test_a_text_without_headings_is_one_part_that_nobody_leans_on() -> None:
    assert rules.parts_of("Bara text") == (rules.Part("", "Bara text"),)


def test_the_same_heading_twice_is_two_parts_that_can_be_told_apart() -> None:
    assert [one.heading for one in rules.parts_of("# Mål\n# Mål #\ntext")] == ["Mål", "Mål (2)"]


def test_a_number_sign_inside_a_line_is_no_heading() -> None:
    assert [one.heading for one in rules.parts_of("Rum #4\n#nej\n## Ja")] == ["", "Ja"]


@given(st.lists(st.tuples(st.text("abc", min_size=1), st.text("xyz ")), max_size=6))
def test_no_word_below_a_heading_is_lost_and_no_two_parts_have_one_name(pairs: list[tuple[str, str]]) -> None:
    parts = rules.parts_of("\n".join(f"# {heading}\n{text}" for heading, text in pairs))
    assert [part.text for part in parts] == [text.strip() for _heading, text in pairs]
    assert len({part.heading for part in parts}) == len(parts)


def test_a_document_holds_on_its_first_and_its_last_day() -> None:
    begins, ends = date(2026, 1, 1), date(2026, 12, 31)
    days = (date(2025, 12, 31), begins, ends, date(2027, 1, 1))
    assert [rules.is_valid(begins, ends, day) for day in days] == [False, True, True, False]
    assert rules.is_valid(begins, None, date(2099, 1, 1))
