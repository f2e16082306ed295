"""What holds of everything at once: as SciPy has it cell by cell, and as often as it is said to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ledstjarna.engines.opinion import Counts, simultaneous
from ledstjarna.engines.opinion.simultaneous import exact_lower


def _counts(agree: list[list[int]], disagree: list[list[int]], passed: int = 0) -> Counts:
    up, down = np.array(agree), np.array(disagree)
    seen = up + down + passed
    return Counts(up, down, seen * 0 + passed, seen, seen.max(axis=1, initial=0))


@given(trials=st.integers(1, 300), hits=st.integers(0, 300), chance=st.floats(1e-6, 0.3))
def test_a_bound_is_that_of_clopper_and_pearson(trials: int, hits: int, chance: float) -> None:
    hits = min(hits, trials)
    expected = stats.binomtest(hits, trials, alternative="greater").proportion_ci(1 - chance, "exact").low
    assert exact_lower(np.array([hits]), np.array([trials]), chance)[0] == pytest.approx(expected, abs=1e-9)


def test_the_chance_that_groups_are_alike_is_that_of_a_contingency_table() -> None:
    counts = _counts([[30, 12], [18, 11], [25, 40]], [[10, 9], [22, 12], [9, 35]])
    found = simultaneous({"department": counts}).divides_chance
    for statement in (0, 1):
        table = np.stack([counts.agree[:, statement], counts.disagree[:, statement]])
        expected = stats.chi2_contingency(table, correction=False).pvalue
        assert found[statement] == pytest.approx(expected, abs=1e-12)


def test_two_partitions_are_two_chances_to_be_wrong() -> None:
    counts = _counts([[30], [18]], [[10], [22]])
    one, two = (simultaneous(dict.fromkeys(names, counts)).divides_chance for names in ("a", "ab"))
    assert two[0] == pytest.approx(2 * one[0])


def test_the_p_value_of_a_list_is_that_of_the_group_least_sure() -> None:
    counts = _counts([[30], [18]], [[10], [12]])
    found = simultaneous({"department": counts})
    assert found.unites.chance[0] == pytest.approx(stats.binomtest(18, 30, alternative="greater").pvalue)
    assert found.rejects.chance[0] == pytest.approx(stats.binomtest(10, 40, alternative="greater").pvalue)


def test_as_many_are_believed_as_benjamini_and_hochberg_allow() -> None:
    rng = np.random.default_rng(4)
    agree = rng.binomial(40, rng.choice([0.5, 0.8], 60), (1, 60))
    found = simultaneous({"department": _counts(agree.tolist(), (40 - agree).tolist())}).unites
    adjusted = stats.false_discovery_control(found.chance)
    assert found.believed.tolist() == (adjusted <= 0.05).tolist()
    assert 0 < found.believed.sum() < 60


def test_a_list_of_more_statements_is_told_more_carefully_but_more_groups_cost_nothing() -> None:
    one = simultaneous({"department": _counts([[30]], [[10]])}).unites.lower[0]
    statements = simultaneous({"department": _counts([[30] * 20], [[10] * 20])}).unites.lower[0]
    groups = simultaneous({"department": _counts([[30]] * 20, [[10]] * 20)}).unites.lower[0]
    assert statements < one == groups


def test_a_group_that_was_not_heard_says_nothing() -> None:
    found = simultaneous({"department": _counts([[30], [2]], [[10], [3]])})
    assert (found.lower["department"][1, 0], found.upper["department"][1, 0]) == (0, 1)
    assert found.unites.lower[0] > 0
    assert found.unites.chance[0] == pytest.approx(stats.binomtest(30, 40, alternative="greater").pvalue)
    silent = simultaneous({"department": _counts([[2]], [[3]])})
    assert (silent.unites.lower[0], silent.unites.chance[0], silent.unites.believed[0]) == (0, 1, False)


def test_all_bounds_hold_at_once_at_least_as_often_as_promised() -> None:
    rng = np.random.default_rng(5)
    truth = rng.uniform(0.2, 0.95, (4, 25))
    held, listed = 0, 0
    for _ in range(200):
        agree = rng.binomial(60, truth)
        found = simultaneous({"department": _counts(agree.tolist(), (60 - agree).tolist())}, sure=0.9)
        lower, upper = found.lower["department"], found.upper["department"]
        held += bool(((lower <= truth) & (truth <= upper)).all())
        listed += bool((found.unites.lower <= truth.min(axis=0)).all())
    assert held >= 180 - 13
    assert listed >= 180 - 13


def test_nothing_to_speak_of_and_limits_out_of_range_are_refused() -> None:
    counts = _counts([[3]], [[1]])
    with pytest.raises(ValueError, match="no partition"):
        simultaneous({})
    with pytest.raises(ValueError, match="sure lie between"):
        simultaneous({"department": counts}, sure=1)


def test_each_cell_has_its_part_of_what_may_fail() -> None:
    counts = _counts([[30, 5], [18, 9]], [[10, 35], [22, 31]])
    found = simultaneous({"department": counts}, sure=0.9)
    lower = stats.binomtest(30, 40, alternative="greater").proportion_ci(1 - 0.1 / 8, "exact").low
    upper = stats.binomtest(5, 40, alternative="less").proportion_ci(1 - 0.1 / 8, "exact").high
    assert found.sure == 0.9
    assert found.lower["department"][0, 0] == pytest.approx(lower)
    assert found.upper["department"][0, 1] == pytest.approx(upper)


def test_each_list_shares_what_may_fail_among_its_statements() -> None:
    found = simultaneous({"department": _counts([[30, 5], [28, 9]], [[10, 35], [12, 31]])}, sure=0.9)
    unites, rejects = (
        stats.binomtest(hits, 40, alternative="greater").proportion_ci(1 - 0.1 / 2, "exact").low
        for hits in (28, 31)
    )
    assert found.unites.lower[0] == pytest.approx(unites)
    assert found.rejects.lower[1] == pytest.approx(rejects)


def test_one_statement_alone_has_all_that_may_fail() -> None:
    found = simultaneous({"department": _counts([[1]], [[6]])}, sure=0.9)
    low = stats.binomtest(1, 7, alternative="greater").proportion_ci(0.9, "exact").low
    assert found.unites.lower[0] == pytest.approx(low)
    assert found.unites.chance[0] == pytest.approx(stats.binomtest(1, 7, alternative="greater").pvalue)
    assert simultaneous({"a": _counts([[0]], [[7]])}).unites.chance[0] == 1


def test_a_group_is_heard_from_the_minimum_on() -> None:
    counts = _counts([[7, 6], [0, 0]], [[0, 0], [7, 6]])
    found = simultaneous({"department": counts})
    assert (found.lower["department"][0] > 0).tolist() == [True, False]
    assert found.divides_chance.tolist() == [pytest.approx(stats.chi2.sf(14, 1)), 1]
    assert found.divides.tolist() == [True, False]
    assert simultaneous({"department": counts}, minimum=1).lower["department"][0, 1] > 0


def test_one_group_alone_cannot_differ_and_unanimous_groups_do_not() -> None:
    assert simultaneous({"a": _counts([[20]], [[10]])}).divides_chance[0] == 1
    assert simultaneous({"a": _counts([[20], [30]], [[0], [0]])}).divides_chance[0] == 1


def test_a_silent_group_does_not_count_among_those_that_may_differ() -> None:
    heard = simultaneous({"a": _counts([[30], [12]], [[10], [28]])}).divides_chance[0]
    beside = simultaneous({"a": _counts([[30], [12], [3]], [[10], [28], [0]])}).divides_chance[0]
    assert heard == pytest.approx(beside)
    assert simultaneous({"a": _counts([[1], [0]], [[7], [8]])}).divides_chance[0] == pytest.approx(
        stats.chi2_contingency([[1, 0], [7, 8]], correction=False).pvalue
    )


def test_chances_over_several_partitions_stay_chances() -> None:
    alike = _counts([[20], [20]], [[20], [20]])
    assert simultaneous({"a": alike, "b": alike}).divides_chance[0] == 1
    with pytest.raises(ValueError, match=r"^minimum must be at least 1, and sure lie between 0 and 1$"):
        simultaneous({"a": alike}, sure=0.0)
