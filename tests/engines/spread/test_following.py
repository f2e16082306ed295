"""Where next."""

import numpy as np
import pytest

from bench.spread import log_scores
from ledstjarna.engines.spread import fit, likeness, next_units
from tests.engines.spread.cases import LESSON, NOT, SEEN, neighbours


def test_along_a_ring_the_neighbours_come_first() -> None:
    wave = np.minimum(np.arange(40), 40 - np.arange(40)).astype(float)
    found = next_units(fit(np.where(wave <= 8, wave, np.nan), 8, ties=neighbours(40)))
    assert {one.unit for one in found[:2]} == {9, 31}
    assert found[0].met["ties"] == pytest.approx(0.5)
    assert found[0].parts["ties"] > 0.5
    assert len(found) == 23


def test_reasons_sum_to_one_and_chances_lie_in_their_range() -> None:
    rng = np.random.default_rng(3)
    alike = likeness(rng.integers(0, 3, 20).tolist())
    features = rng.standard_normal((20, 1))
    found = next_units(fit(LESSON, SEEN, ties=neighbours(20), alike=alike, features=features))
    assert [one.chance for one in found] == sorted((one.chance for one in found), reverse=True)
    for one in found:
        assert sum(one.parts.values()) == pytest.approx(1)
        assert list(one.parts) == ["itself", "everyone", "ties", "alike"]
        assert 0 < one.low < one.chance < one.high < 1
        assert one.factor > 0


def test_units_alike_are_told_in_order() -> None:
    found = next_units(fit(LESSON, SEEN))
    assert [one.unit for one in found] == list(range(7, 20))
    assert [one.factor for one in found] == pytest.approx([1.0] * 13)


def test_the_chance_is_the_mean_over_what_is_believed() -> None:
    known = fit(LESSON, SEEN)
    rate = known.points.own + known.points.heed * 7 / 20
    assert next_units(known)[0].chance == pytest.approx(known.points.weight @ (1 - np.exp(-rate)))


def test_where_all_have_begun_nobody_is_next() -> None:
    assert next_units(fit([0, 1, 1], 3)) == ()


def test_where_nobody_has_begun_all_are_next_of_themselves() -> None:
    found = next_units(fit([NOT, NOT], 3, ties=[[0, 1], [1, 0]]))
    assert found[0].parts == pytest.approx({"itself": 1, "everyone": 0, "ties": 0})


def test_ties_foretell_better_where_they_are_followed_and_cost_little_where_not() -> None:
    alone, along = log_scores(1.0, 6)
    assert along > alone
    alone, along = log_scores(0.0, 6)
    assert along > alone * 1.02
