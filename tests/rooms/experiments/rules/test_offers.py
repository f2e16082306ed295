"""Offers: never more than three a month, never what was declined or is one's own, always with reasons."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.experiments.rules.offers import ENOUGH, MOST, Candidate, choice, chosen, sort_of, weigh

TRAITS = [f"{sort}:{at}" for sort in ("need", "group", "setting", "words", "hat") for at in range(3)]
traits = st.frozensets(st.sampled_from(TRAITS), max_size=6)
candidates = st.lists(
    st.builds(Candidate, st.integers(1, 30), traits), max_size=20, unique_by=lambda one: one.lesson
)
noes = st.dictionaries(st.sampled_from(TRAITS), st.integers(0, 4), max_size=6)
rows = st.frozensets(st.integers(1, 30), max_size=10)


@given(candidates, traits, noes, rows, st.integers(-1, 5))
def test_there_are_never_more_than_three_a_month_nor_any_that_was_passed(
    many: list[Candidate],
    wanted: frozenset[str],
    declined: dict[str, int],
    passed: frozenset[int],
    given: int,
) -> None:
    found = chosen(many, wanted=wanted, declined=declined, passed=passed, given=given)
    assert len(found) + max(given, 0) <= max(MOST, given)
    assert {one.lesson for one in found}.isdisjoint(passed)
    for one in found:
        assert set(one.shared) <= wanted
        assert one.shared
        assert one.weight >= ENOUGH


@given(candidates, traits, noes, st.randoms())
def test_the_order_in_which_lessons_come_decides_nothing(
    many: list[Candidate], wanted: frozenset[str], declined: dict[str, int], dice: object
) -> None:
    mixed = sorted(many, key=lambda _one: dice.random())  # type: ignore[attr-defined]
    known = {"wanted": wanted, "declined": declined, "passed": frozenset(), "given": 0}
    assert chosen(many, **known) == chosen(mixed, **known)  # type: ignore[arg-type]


@given(candidates, traits, noes)
def test_a_no_lowers_what_shares_its_traits_and_raises_nothing(
    many: list[Candidate], wanted: frozenset[str], declined: dict[str, int]
) -> None:
    before = chosen(many, wanted=wanted, declined=declined, passed=(), given=0)
    for said_no in before[:1]:
        after = Counter(declined) + Counter(said_no.shared)
        for one in many:
            was, now = choice(one, wanted, declined), choice(one, wanted, after)
            shares = bool(set(was.shared) & set(said_no.shared))
            assert now.weight < was.weight if shares else now.weight == was.weight


@given(candidates, traits, noes, rows, st.lists(st.integers(0, 2), max_size=6))
def test_a_month_of_asking_again_and_again_never_gives_more_than_three_nor_the_same_twice(
    many: list[Candidate],
    wanted: frozenset[str],
    declined: dict[str, int],
    own: frozenset[int],
    answers: list[int],
) -> None:
    offered: list[int] = []
    taught = Counter(declined)
    for answer in [*answers, 0]:
        found = chosen(many, wanted=wanted, declined=taught, passed=own | set(offered), given=len(offered))
        offered += [one.lesson for one in found]
        for one in found[:answer]:
            taught.update(one.shared)
    assert len(offered) == len(set(offered)) <= MOST
    assert own.isdisjoint(offered)


@pytest.mark.parametrize(
    ("shared", "offered"),
    [
        ({"group:1"}, False),
        ({"group:1", "setting:1"}, True),
        ({"need:1"}, True),
        ({"words:1"}, True),
        ({"hat:1", "group:1"}, False),
        (set(), False),
    ],
)
def test_one_trait_alone_says_too_little_but_for_a_need_or_the_same_words(
    shared: set[str], offered: bool
) -> None:
    one = Candidate(1, frozenset(shared))
    found = chosen([one], wanted=set(TRAITS), declined={}, passed=(), given=0)
    assert bool(found) is offered


def test_the_weightiest_reason_is_told_first_and_the_likest_lesson_is_offered_first() -> None:
    many = [Candidate(1, frozenset({"group:1", "setting:1"})), Candidate(2, frozenset({"group:1", "need:1"}))]
    first, second = chosen(many, wanted=TRAITS, declined={}, passed=(), given=0)
    assert (first.lesson, first.shared, second.lesson) == (2, ("need:1", "group:1"), 1)


def test_a_trait_weighs_by_its_sort_and_halves_with_each_no() -> None:
    assert sort_of("need:4711") == "need"
    assert [weigh("need:1", {"need:1": many}) for many in (0, 1, 2)] == [2.0, 1.0, 0.5]
    assert weigh("hat:1", {}) == 0.0
