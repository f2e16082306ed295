"""What is drawn by chance can be drawn again, and favours nobody."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.experiments import rules

MONDAY = date(2026, 9, 7)
NAMES = st.lists(st.text(min_size=1, max_size=8), min_size=2, max_size=20, unique=True)
SEEDS = st.integers(0, 10**6)


@given(seed=SEEDS, block=st.integers(0, 50))
def test_each_block_of_four_has_two_of_each_way(seed: int, block: int) -> None:
    assert sum(rules.next_way(seed, 4 * block + n) for n in range(4)) == 2


def test_the_next_way_cannot_be_told_from_the_one_before() -> None:
    firsts = [rules.next_way(seed, 0) for seed in range(400)]
    assert 150 < sum(firsts) < 250


@given(seed=SEEDS, names=NAMES)
def test_every_place_begins_once_and_none_on_the_first_day(seed: int, names: list[str]) -> None:
    found = rules.starts(seed, names, MONDAY, 28)
    assert found.keys() == set(names)
    assert min(found.values()) > MONDAY
    assert found == rules.starts(seed, names, MONDAY, 28)


def test_the_starts_lie_within_the_sprint() -> None:
    found = rules.starts(1, [f"Lag {n}" for n in range(6)], MONDAY, 28)
    assert max(found.values()) < MONDAY + timedelta(days=28)
    assert len(set(found.values())) == 6


@given(seed=SEEDS, names=NAMES)
def test_in_each_pair_one_has_the_change(seed: int, names: list[str]) -> None:
    found = rules.pairs(seed, names)
    for pair in range(len(names) // 2):
        assert sorted(having for at, having in found.values() if at == pair) == [False, True]
    if len(names) % 2:
        assert found[names[-1]][1] is False
