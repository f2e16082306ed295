"""How aims may be worded, and who may set them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.missions import rules
from tests.fixtures.eyes import Eye, Held

MONDAY = date(2026, 9, 7)


def who(role: str, unit: int | None = None, *authorities: int) -> Eye:
    return Eye((Held(role, unit),), authority_ids=frozenset(authorities))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Minst 90 procent ska vara nöjda", "Minst 90 procent"),
        ("Utsläppen ska ned med 40 %", "40 %"),
        ("Väntetiden ska minska till 3 dagar", "minska till 3"),
        ("Klart senast 2030", "senast 2030"),
        ("At most 5 days", "At most 5"),
        ("Reduce by 20 tonnes", "Reduce by 20"),
        ("Fossilfritt till år 2035", "till år 2035"),
    ],
)
def test_R1_a_target_is_found_and_told_by_its_words(text: str, words: str) -> None:
    assert rules.target_in(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Fler barn lär sig simma",
        "Staden mår bättre för varje år",
        "Vi följer hur många som cyklar, 2 av våra 3 vägar går längs havet",
        "Fewer people wait",
    ],
)
def test_R1_a_direction_without_a_number_to_reach_has_no_target(text: str) -> None:
    assert rules.target_in(text) == ""


@given(st.integers(min_value=0, max_value=10**6))
def test_R1_a_share_in_per_cent_is_always_a_target(number: int) -> None:
    assert str(number) in rules.target_in(f"Andelen ska vara {number} % av alla")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Genomföra en kartläggning av trygghet", "genomföra"),
        ("Att ta fram en plan", "ta fram"),
        ("Vi ska utreda frågan", "utreda"),
        ("Carry out a survey", "carry out"),
        ("We will launch a portal", "launch"),
        ("Fler barn lär sig simma", ""),
        ("Utredningar är klara fortare för den som bygger", ""),
        ("", ""),
    ],
)
def test_R2_an_activity_is_known_by_its_first_words(text: str, word: str) -> None:
    assert rules.activity_in(text) == word


@pytest.mark.parametrize(
    ("whom", "word"),
    [
        ("Våra medarbetare", "medarbetar"),
        ("Förvaltningens chefer", "förvaltning"),
        ("All staff", "staff"),
        ("Barn och deras föräldrar", ""),
        ("Företag i hamnen", ""),
        ("Företag med färre än tio anställda", ""),
    ],
)
def test_R2_a_target_group_is_outside_our_own_house(whom: str, word: str) -> None:
    found = rules.inside_in(whom)
    assert (found in whom.casefold()) if word else found == ""
    assert bool(found) == bool(word)


def test_R2_goals_are_shown_against_a_budget() -> None:
    assert not rules.is_crowded(rules.BUDGET - 1)
    assert rules.is_crowded(rules.BUDGET)
    assert rules.CITY_BUDGET < 300


def test_the_whole_city_is_steered_by_the_director_and_the_administrator_alone() -> None:
    may = {
        role
        for role in ("city_director", "administrator", "registrar", "elected")
        if rules.may_steer(who(role))
    }
    assert may == {"city_director", "administrator"}


def test_missions_are_entered_by_clerks() -> None:
    assert rules.may_charge(who("registrar"))
    assert not rules.may_charge(who("director"))


def test_a_director_sets_goals_for_their_own_board_alone() -> None:
    director = who("director", None, 1)
    assert rules.may_aim(director, 1)
    assert not rules.may_aim(director, 2)
    assert not rules.may_aim(who("manager", None, 1), 1)


def test_a_plan_is_written_by_the_manager_or_one_above() -> None:
    line = frozenset({7, 3})
    assert rules.may_plan(who("manager", 7), line)
    assert rules.may_plan(who("director", 3), line)
    assert not rules.may_plan(who("manager", 8), line)
    assert not rules.may_plan(who("employee", 7), line)
    assert rules.may_plan(who("city_director"), line)


def test_a_card_is_shaped_by_its_two_sides_alone() -> None:
    assert rules.may_shape(Eye(person_id=1), 1, 2)
    assert rules.may_shape(Eye(person_id=2), 1, 2)
    assert not rules.may_shape(Eye(person_id=3), 1, 2)
    assert not rules.may_shape(Eye(), 1, None)


def test_a_card_holds_when_both_have_agreed() -> None:
    moment = datetime(2026, 9, 7, tzinfo=UTC)
    assert [rules.is_agreed(*pair) for pair in ((moment, None), (None, moment), (moment, moment))] == [
        False,
        False,
        True,
    ]


def test_everybody_in_the_city_may_ask() -> None:
    assert rules.may_ask(Eye())
    assert not rules.may_ask(Eye(signed_in=False))


def test_an_answer_is_promised_within_two_weeks() -> None:
    assert rules.promised(MONDAY) == MONDAY + timedelta(days=14)


def test_a_promise_is_late_the_day_after() -> None:
    assert not rules.is_overdue(MONDAY, MONDAY)
    assert rules.is_overdue(MONDAY, MONDAY + timedelta(days=1))
    assert not rules.is_overdue(None, MONDAY)


def test_a_new_day_gives_more_time() -> None:
    assert rules.is_later(MONDAY + timedelta(days=1), MONDAY)
    assert not rules.is_later(MONDAY, MONDAY)


@pytest.mark.parametrize(
    "post",
    ["Enhetschef", "Biståndshandläggare", "Förvaltningschef", "Sociala utskottet", "Bygglovshandläggare"],
)
def test_R4_a_delegate_is_one_post(post: str) -> None:
    assert rules.group_in(post) == ""


@pytest.mark.parametrize(
    ("post", "word"),
    [
        ("Enhetschef och biträdande enhetschef", "och"),
        ("Enhetschef, socialsekreterare", ","),
        ("Handläggarna", "Handläggarna"),
        ("Ledningsgruppen", "Ledningsgruppen"),
        ("Alla rektorer", "Alla"),
        ("Ordförande/chef", "/"),
        ("Unit manager or deputy", "or"),
    ],
)
def test_R4_a_group_or_a_mixed_delegate_is_told_by_its_word(post: str, word: str) -> None:
    assert rules.group_in(post) == word


@pytest.mark.parametrize(
    ("subject", "which"),
    [
        ("Beslut om mål och inriktning för verksamheten", "goals"),
        ("Yttrande till kommunfullmäktige", "council"),
        ("Ärenden av principiell beskaffenhet", "principle"),
        ("Myndighetsutövning som är av större vikt", "principle"),
        ("Avgöra medborgarförslag", "proposal"),
        ("Reply to the city council", "council"),
        ("Bistånd i form av hemtjänst upp till 20 timmar i veckan", ""),
        ("Tillfällig ändring av verksamhetens öppettider", ""),
        ("Yttrande till förvaltningsrätten", ""),
    ],
)
def test_R4_what_the_law_keeps_with_the_board_is_found(subject: str, which: str) -> None:
    words, found = rules.reserved_in(subject)
    assert found == which
    assert bool(words) == bool(which)


def test_R5_a_decision_is_entered_by_the_one_whose_post_it_is() -> None:
    assert rules.may_use("Enhetschef", "enhetschef", belongs=True, clerk=False)
    assert not rules.may_use("Enhetschef", "Enhetschef", belongs=False, clerk=False)
    assert not rules.may_use("Rektor", "Enhetschef", belongs=True, clerk=False)
    assert not rules.may_use("", "", belongs=True, clerk=False)
    assert rules.may_use("Rektor", "Enhetschef", belongs=False, clerk=True)


def test_R5_a_decision_is_reported_within_so_many_days() -> None:
    assert rules.report_by(MONDAY) == MONDAY + timedelta(days=rules.REPORT_DAYS)


@given(st.integers(min_value=-400, max_value=400), st.integers(min_value=0, max_value=400))
def test_R5_a_revocation_never_reaches_backwards(day: int, revoked: int) -> None:
    when, end = MONDAY + timedelta(days=day), MONDAY + timedelta(days=revoked)
    assert rules.is_in_force(MONDAY, end, when) == (0 <= day < revoked)
    assert rules.is_in_force(MONDAY, None, when) == (day >= 0)
