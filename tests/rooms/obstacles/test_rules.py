"""What may be done about obstacles."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.plumbing import workdays
from ledstjarna.rooms.obstacles import rules

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
PARTS = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 40), max_size=10)


@given(DAYS, st.integers(1, 60))
def test_a_promise_falls_on_a_working_day_just_so_many_working_days_later(day: date, count: int) -> None:
    promised = rules.promised(day, count)
    assert workdays.is_workday(promised)
    assert workdays.between(day, promised) == count


def test_a_promise_before_Christmas_counts_no_holidays() -> None:
    assert rules.promised(date(2026, 12, 21)) == date(2027, 1, 11)


@given(PARTS, st.integers(5, 12))
def test_R10_T3_no_number_told_is_small_and_no_two_told_have_a_small_one_between_them(
    parts: dict[str, int], least: int
) -> None:
    told = rules.shown(parts, least)
    if told is None:
        assert sum(parts.values()) < least
        return
    numbers = [told.total, *(many for _name, many in told.parts)]
    assert min(numbers) >= least
    assert told.rest == 0 or told.rest >= least
    # Whatever is subtracted from the whole, what is left is nobody or enough.
    for cut in range(2 ** len(told.parts)):
        taken = sum(many for n, (_name, many) in enumerate(told.parts) if cut >> n & 1)
        assert told.total - taken == 0 or told.total - taken >= least


@given(PARTS, st.integers(5, 12))
def test_R10_what_is_told_is_true_and_adds_up(parts: dict[str, int], least: int) -> None:
    told = rules.shown(parts, least)
    if told is not None:
        assert all(parts[name] == many for name, many in told.parts)
        assert told.rest + sum(many for _name, many in told.parts) == told.total == sum(parts.values())


def test_R10_a_rest_that_is_too_small_takes_the_smallest_part_along() -> None:
    told = rules.shown({"a": 20, "b": 8, "c": 2}, 7)
    assert told == rules.Shown(30, (("a", 20),), 10)


def test_R10_the_threshold_is_never_under_five() -> None:
    assert [rules.threshold_of(wished) for wished in (1, 5, 9)] == [5, 5, 9]


@pytest.mark.parametrize(
    ("text", "sort", "word"),
    [
        ("Anna Svensson svarar inte", "name", "Anna Svensson"),
        ("Det är Mohameds fel", "name", "Mohameds"),
        ("Ring 19850412-1234", "name", "19850412-1234"),
        ("Vikarien är sjukskriven igen", "health", "sjukskriven"),
        ("Vi kan inte göra rehabilitering", "health", "rehabilitering"),
        ("Hon blev mobbad", "staff", "mobbad"),
        ("He was dismissed without notice", "staff", "dismissed"),
    ],
)
def test_R19_what_looks_like_somebody_is_hinted_at(text: str, sort: str, word: str) -> None:
    words = rules.hints(text)
    assert [hint.sort for hint in words] == [sort]
    assert words[0].word.startswith(word[:7])


@pytest.mark.parametrize(
    "text",
    [
        "Nyckeln till förrådet på Kajen finns bara i centrum",
        "Teams och Outlook går inte att öppna på surfplattan",
        "Lars Kaggs väg är avstängd",
        "Vi väntar på medicinskåpet. Skrivaren är trasig.",
        "",
    ],
)
def test_what_is_about_things_is_left_in_peace(text: str) -> None:
    assert rules.hints(text, frozenset({"lars", "kaggs"})) == ()


def test_the_title_is_the_first_sentence_or_as_much_of_it_as_fits() -> None:
    assert rules.title_of("Dörren kärvar. Vi har sagt till.") == "Dörren kärvar."
    assert rules.title_of("Dörren kärvar\noch låset med") == "Dörren kärvar"
    long = rules.title_of("ord " * 60)
    assert len(long) <= 120
    assert long.endswith("ord…")


@given(DAYS)
def test_T2_a_letter_is_ripe_from_the_day_after(day: date) -> None:
    assert [rules.is_ripe(day, day + timedelta(n)) for n in (-1, 0, 1, 9)] == [False, False, True, True]


def test_the_days_of_an_answer() -> None:
    day = date(2026, 9, 1)
    assert [rules.is_overdue(day, day + timedelta(n)) for n in (0, 1)] == [False, True]
    assert not rules.is_overdue(None, day)
    assert [rules.is_reminding(day, None, day + timedelta(n)) for n in (6, 7)] == [False, True]
    assert not rules.is_reminding(day, day, day + timedelta(30))
    assert [rules.is_closing(day, day + timedelta(n)) for n in (13, 14)] == [False, True]
    assert not rules.is_closing(None, day)
    assert [rules.is_later(day + timedelta(n), day) for n in (0, 1)] == [False, True]


def test_what_is_open_what_is_asked_and_what_is_closed() -> None:
    states = ("waiting", "planned", "removed", "cannot")
    assert [rules.is_open(state, "") for state in states] == [True, True, False, False]
    assert [rules.is_asked(state, "") for state in states] == [False, False, True, True]
    assert not any(rules.is_open(state, "helped") or rules.is_asked(state, "helped") for state in states)
