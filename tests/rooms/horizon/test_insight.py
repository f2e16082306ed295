"""How fast the city parries."""

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.horizon import insight


def test_with_nothing_unfinished_it_is_the_plain_median() -> None:
    found = insight.speed([(day, True) for day in (10, 20, 30, 40, 50)])
    assert (found.median, found.parried, found.count) == (30, 5, 5)
    assert found.low is not None
    assert found.low <= 30


def test_a_signal_without_a_test_counts_for_as_long_as_it_was_seen() -> None:
    # By hand: 5 at risk, one at 10 (share 4/5); one lost at 20; 3 at risk at 30 (share 8/15); 2 at 40 (4/15).
    found = insight.speed([(10, True), (20, False), (30, True), (40, True), (50, False)])
    assert found.median == 40
    assert found.share == (0.0, 0.2, 0.2, 0.467, 0.733, 0.733)


def test_leaving_the_unfinished_out_would_say_that_the_city_is_faster() -> None:
    rows = [(10, True), (20, True), (30, True), (300, False), (300, False), (300, False), (300, False)]
    assert insight.speed(rows).median is None
    assert insight.speed(rows[:3]).median == 20


def test_nothing_seen_says_nothing() -> None:
    assert insight.speed([]) == insight.Speed(0, 0, None, None, None)
    assert insight.speed([(5, False)]).median is None


@given(st.lists(st.tuples(st.integers(0, 500), st.booleans()), min_size=1, max_size=40))
def test_the_curve_rises_and_stays_within_its_band(rows: list[tuple[int, bool]]) -> None:
    found = insight.speed(rows)
    assert list(found.share) == sorted(found.share)
    bands = zip(found.share_low, found.share, found.share_high, strict=True)
    assert all(low <= share <= high for low, share, high in bands)
    assert len(found.days) == len(found.share)
    if None not in (found.median, found.low):
        assert (found.low or 0) <= (found.median or 0)
