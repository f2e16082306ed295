"""The whole answer: it depends on the votes and on nothing else."""

import warnings
from dataclasses import fields, is_dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from ledstjarna.engines.opinion import MISSING, Opinion, analyse, votes_from, votes_from_matrix
from tests.engines.opinion.cases import real, small_world, two_camps

MATRICES = arrays(
    np.int8,
    array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=12),
    elements=st.sampled_from([1, -1, 0, MISSING]),
)


def plain(answer: object) -> object:
    """An answer as plain values in which every bit counts."""
    if isinstance(answer, np.ndarray):
        return answer.shape, answer.dtype.str, answer.tobytes()
    if is_dataclass(answer):
        return [plain(getattr(answer, field.name)) for field in fields(answer)]
    if isinstance(answer, dict):
        return {name: plain(value) for name, value in answer.items()}
    return [plain(value) for value in answer] if isinstance(answer, tuple) else answer


def _halves(people: int) -> dict[str, np.ndarray]:
    return {"half": np.arange(people) % 2, "fifth": np.arange(people) % 5 - 1}


@pytest.fixture(scope="module")
def matrix() -> np.ndarray:
    return small_world().matrix


@pytest.fixture(scope="module")
def answer(matrix: np.ndarray) -> Opinion:
    return analyse(votes_from_matrix(matrix), partitions=_halves(len(matrix)))


@pytest.mark.parametrize("seed", range(3))
def test_votes_in_any_order_give_the_same_answer_to_the_bit(
    matrix: np.ndarray, answer: Opinion, seed: int
) -> None:
    person, statement = np.nonzero(matrix != MISSING)
    order = np.random.default_rng(seed).permutation(len(person))
    votes = votes_from(
        person[order],
        statement[order],
        matrix[person, statement][order],
        people=matrix.shape[0],
        statements=matrix.shape[1],
    )
    assert plain(analyse(votes, partitions=_halves(len(matrix)))) == plain(answer)


@pytest.mark.parametrize("seed", range(3))
def test_relabelling_people_and_statements_permutes_the_answer_to_the_bit(
    matrix: np.ndarray, answer: Opinion, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    people, statements = rng.permutation(matrix.shape[0]), rng.permutation(matrix.shape[1])
    partitions = {name: code[people] for name, code in _halves(len(matrix)).items()}
    other = analyse(votes_from_matrix(matrix[people][:, statements]), partitions=partitions)
    assert other.group.tolist() == answer.group[people].tolist()
    assert other.position.tobytes() == answer.position[people].tobytes()
    assert other.position_sd.tobytes() == answer.position_sd[people].tobytes()
    assert other.axes.loading.tobytes() == answer.axes.loading[statements].tobytes()
    assert other.stability.tobytes() == answer.stability.tobytes()
    for name, counts in answer.counts.items():
        assert np.array_equal(other.counts[name].agree, counts.agree[:, statements])
        assert np.array_equal(other.bounds[name].lower, answer.bounds[name].lower[:, statements])
    for ranking in ("unites", "rejects", "divides", "unknown"):
        told = [(int(statements[item.statement]), plain(item)[1:]) for item in getattr(other, ranking)]  # type: ignore[index]
        assert told == [(item.statement, plain(item)[1:]) for item in getattr(answer, ranking)]  # type: ignore[index]


def test_a_real_consultation_is_read_alike_in_any_order() -> None:
    table, _ = real("brexit-consensus")
    rng = np.random.default_rng(4)
    people, statements = rng.permutation(table.shape[0]), rng.permutation(table.shape[1])
    one, other = analyse(votes_from_matrix(table)), analyse(votes_from_matrix(table[people][:, statements]))
    assert other.group.tolist() == one.group[people].tolist()
    assert other.stability.tolist() == one.stability.tolist()
    assert [int(statements[item.statement]) for item in other.unites] == [
        item.statement for item in one.unites
    ]


def test_everyone_twice_changes_no_share(matrix: np.ndarray, answer: Opinion) -> None:
    twice = analyse(
        votes_from_matrix(np.vstack([matrix, matrix])),
        partitions={name: np.tile(code, 2) for name, code in _halves(len(matrix)).items()},
    )
    for name in ("half", "fifth"):
        assert np.array_equal(twice.counts[name].agree, 2 * answer.counts[name].agree)
        assert np.array_equal(twice.bounds[name].share, answer.bounds[name].share)
    assert twice.groups == answer.groups
    first, second = twice.group[: len(matrix)], twice.group[len(matrix) :]
    assert first.tolist() == second.tolist()


@settings(max_examples=60, deadline=None)
@given(MATRICES)
def test_any_votes_are_answered_without_a_warning_or_a_hole(table: np.ndarray) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        seen = analyse(
            votes_from_matrix(table), partitions=_halves(len(table)), minimum=2, ballots=1, enough=1
        )
    numbers = [seen.position, seen.position_sd, seen.axes.loading, seen.axes.explained, seen.stability]
    numbers += [
        part for bounds in seen.bounds.values() for part in (bounds.share, bounds.lower, bounds.upper)
    ]
    assert all(np.isfinite(part).all() for part in numbers)
    assert seen.counts["opinion"].seen.sum() == (table != MISSING).sum()
    assert seen.everyone.agree.sum() == (table == 1).sum()
    assert len(seen.unites) + len(seen.unknown) == table.shape[1]


@pytest.mark.parametrize("shape", [(0, 0), (0, 4), (4, 0), (1, 1), (1, 9), (9, 1), (40, 9)])
@pytest.mark.parametrize("vote", [1, -1, 0, MISSING])
def test_one_sided_and_empty_votes_are_answered_sensibly(shape: tuple[int, int], vote: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        seen = analyse(votes_from_matrix(np.full(shape, vote, dtype=np.int8)))
    assert seen.groups == 1
    assert seen.axes.kept == 0
    assert not seen.position.any()
    assert seen.characteristic(0) == ()
    assert seen.group.tolist() == [-1 if vote == MISSING or shape[1] == 0 else 0] * shape[0]


def test_given_groups_of_nobody_are_left_out_and_those_outside_are_not_counted() -> None:
    matrix = two_camps()
    nobody, half = np.full(40, -1), np.where(np.arange(40) < 10, 0, -5)
    seen = analyse(votes_from_matrix(matrix), partitions={"nobody": nobody, "half": half})
    assert set(seen.counts) == {"opinion", "half"}
    assert seen.counts["half"].seen.sum() == 100


@pytest.mark.parametrize(
    ("name", "codes", "reason"),
    [
        ("opinion", [0, 1], "kept for"),
        ("town", [0], "one whole number"),
        ("town", [0.5, 1.0], "one whole number"),
    ],
)
def test_a_partition_that_does_not_fit_is_refused(name: str, codes: list[float], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        analyse(votes_from_matrix([[1], [0]]), partitions={name: codes})


def test_limits_under_one_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        analyse(votes_from_matrix([[1]]), minimum=0)


def test_nothing_in_the_answer_hangs_on_the_global_dice(matrix: np.ndarray, answer: Opinion) -> None:
    np.random.seed(99)
    assert plain(analyse(votes_from_matrix(matrix), partitions=_halves(len(matrix)))) == plain(answer)
