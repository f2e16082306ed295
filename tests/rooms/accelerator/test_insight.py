"""What the accelerator reckons."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.rooms.accelerator.insight import Case, Stuck, case_of, evened, explained, placed
from ledstjarna.rooms.accelerator.models import Call
from tests.rooms.accelerator.conftest import Lab


def case(entries: int, assessors: int, seats: int, close: set[tuple[int, int]], **more: object) -> Case:
    rows = tuple(range(entries)), tuple(range(100, 100 + assessors))
    kept: dict[str, object] = {"departments": tuple(n % 3 for n in range(assessors)), "kept": ()}
    return Case(*rows, seats=seats, close=frozenset(close), **(kept | more))  # type: ignore[arg-type]


def loads(pairs: tuple[tuple[int, int], ...], one: Case) -> list[int]:
    return [sum(assessor == each for _entry, each in pairs) for assessor in one.assessors]


@settings(max_examples=40)
@given(st.integers(1, 12), st.integers(3, 7), st.integers(1, 3), st.integers(0, 9999))
def test_R13_every_entry_gets_its_seats_nobody_too_close_and_loads_differ_by_one(
    entries: int, assessors: int, seats: int, seed: int
) -> None:
    dice = np.random.default_rng(seed)
    close = {(e, 100 + a) for e, a in np.argwhere(dice.random((entries, assessors)) < 0.1).tolist()}
    one = case(entries, assessors, seats, close)
    short = [e for e in one.entries if sum((e, a) not in close for a in one.assessors) < seats]
    if short:
        with pytest.raises(Stuck) as stuck:
            placed(one, seed)
        assert set(stuck.value.entries) <= set(short)
        return
    pairs = placed(one, seed)
    assert not set(pairs) & close
    assert [sum(e == each for each, _a in pairs) for e in one.entries] == [seats] * entries
    if not close:
        assert max(loads(pairs, one)) - min(loads(pairs, one)) <= 1
    assert placed(one, seed) == pairs


def test_what_is_kept_stays_and_the_rest_is_laid_around_it() -> None:
    kept = {(0, 100), (1, 100), (2, 100)}
    pairs = placed(case(6, 4, 2, set(), kept=kept), 1)
    assert kept <= set(pairs)
    assert loads(pairs, case(6, 4, 2, set())) == [3, 3, 3, 3]


def test_somebody_who_has_done_more_than_their_share_keeps_it() -> None:
    kept = {(entry, 100) for entry in range(5)}
    pairs = placed(case(6, 4, 2, set(), kept=kept), 1)
    assert kept <= set(pairs)
    assert len(pairs) == 12


def test_too_few_assessors_are_told_with_the_entry() -> None:
    with pytest.raises(Stuck) as stuck:
        placed(case(3, 3, 2, {(1, 100), (1, 101)}), 1)
    assert stuck.value.entries == (1,)
    with pytest.raises(Stuck):
        placed(case(2, 1, 2, set()), 1)


def test_each_place_has_its_reason_and_so_has_each_that_was_not_given() -> None:
    one = case(4, 5, 2, {(0, 104)})
    pairs = ((0, 100), (0, 101), (1, 102), (1, 104), (2, 100), (2, 102), (3, 101), (3, 104))
    seen = {each.assessor: each for each in explained(one, pairs, 0)}
    assert [seen[pk].sort for pk in (100, 101, 104, 102, 103)] == ["given", "given", "close", "full", "same"]
    assert seen[103].with_whom == 100
    assert [each.sort for each in explained(one, pairs, 0)][:2] == ["given", "given"]


def test_one_who_would_do_as_well_or_meets_another_often_is_told_so() -> None:
    far = case(3, 3, 1, set(), departments=(1, 2, 3))
    pairs = ((0, 100), (1, 101), (2, 102))
    assert [each.sort for each in explained(far, pairs, 0)] == ["given", "even", "even"]
    often = case(2, 2, 1, set(), departments=(1, 2))
    seen = explained(often, ((0, 100), (1, 100), (1, 101), (0, 101)), 0)
    assert [each.sort for each in seen] == ["given", "given"]


def test_strict_and_mild_are_evened_out_to_what_was_planted() -> None:
    level, mild = np.array([2.0, 3.0, 4.0, 3.5, 2.5]), np.array([-0.8, 0.0, 0.8])
    rows = [(e, a, level[e] + mild[a]) for e in range(5) for a in range(3) if (e + a) % 3]
    found = evened(rows)
    assert found.done
    assert [one.level for one in found.entries] == pytest.approx(level, abs=0.02)
    assert [found.mildness[a] for a in range(3)] == pytest.approx(mild, abs=0.02)
    assert found.widest == pytest.approx(1.6, abs=0.05)
    assert max(one.apart for one in found.entries) < 0.05


@given(st.integers(0, 9999), st.floats(-3, 3))
def test_adding_the_same_to_every_score_moves_every_level_by_just_that(seed: int, more: float) -> None:
    dice = np.random.default_rng(seed)
    rows = [(e, int(a), float(dice.normal(3, 1))) for e in range(6) for a in dice.choice(5, 3, replace=False)]
    plain, moved = evened(rows), evened([(e, a, score + more) for e, a, score in rows])
    assert [one.level + more for one in plain.entries] == pytest.approx([one.level for one in moved.entries])
    assert list(plain.mildness.values()) == pytest.approx(list(moved.mildness.values()))


@given(st.integers(0, 9999))
def test_where_all_assess_all_the_evened_order_is_the_plain_one(seed: int) -> None:
    dice = np.random.default_rng(seed)
    rows = [(e, a, float(dice.normal(3, 1))) for e in range(5) for a in range(4)]
    found = evened(rows).entries
    gaps = [one.level - one.raw for one in found]
    assert gaps == pytest.approx([gaps[0]] * 5)


def test_too_few_assessments_leave_the_figures_as_they_were_given() -> None:
    found = evened([(1, 1, 3.0), (1, 2, 5.0), (2, 1, 2.0)])
    assert not found.done
    assert [(one.raw, one.level, one.low) for one in found.entries] == [(4.0, 4.0, None), (2.0, 2.0, None)]
    assert evened([]).entries == ()


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    held = total = 0
    for seed in range(60):
        dice = np.random.default_rng(seed)
        level, mild = dice.normal(3, 0.6, 30), dice.normal(0, 0.5, 10)
        rows = [
            (e, int(a), float(level[e] + mild[a] + dice.normal(0, 0.5)))
            for e in range(30)
            for a in dice.choice(10, 3, replace=False)
        ]
        for one in evened(rows).entries:
            assert one.low is not None
            assert one.high is not None
            held += one.low <= level[one.entry] <= one.high
            total += 1
    assert 0.92 <= held / total <= 0.98


def test_a_call_becomes_a_case_with_who_is_too_close(lab: Lab) -> None:
    lab.entry()
    lab.jury("colleague", "hr", "manager")
    one = case_of(Call.objects.get(node__ref=lab.call), lab.now.date())
    assert (len(one.entries), len(one.assessors), one.seats) == (1, 3, 2)
    assert {assessor for _entry, assessor in one.close} == set(one.assessors[1:])
