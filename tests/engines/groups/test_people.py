"""Who is to be mixed, and what is refused."""

import numpy as np
import pytest

from ledstjarna.engines.groups import labels_of, people_from


def test_labels_of_any_kind_become_numbers() -> None:
    assert labels_of(["North", "East", "North"]).tolist() == [1, 0, 1]


def test_a_line_is_a_person_and_their_manager() -> None:
    assert people_from([0, 0, 1], manager=[-1, 0, -1]).line.tolist() == [[1, 0]]


def test_without_traits_and_acquaintances_there_are_none() -> None:
    people = people_from(["a", "b"])
    assert (people.count, people.traits.shape, people.acquainted.shape) == (2, (2, 0), (0, 2))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"manager": [0, -1]}, "manager of person 0"),
        ({"manager": [-1, 2]}, "manager of person 1"),
        ({"manager": [-1]}, "one whole number for each of 2"),
        ({"traits": [[1.0], [np.nan]]}, "traits, person 1, column 0"),
        ({"traits": [1.0, 2.0]}, "one row for each of 2"),
        ({"acquainted": [(0, 0)]}, "acquainted, row 0"),
        ({"acquainted": [(0, 1), (0, 5)]}, "acquainted, row 1"),
        ({"acquainted": [(0.5, 1)]}, "whole numbers with two columns"),
        ({"acquainted": [(0, 1)], "strength": [2.0]}, "between 0 and 1"),
        ({"above": ([0],)}, "each level above"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(given: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        people_from([0, 1], **given)  # type: ignore[arg-type]


def test_nobody_is_no_camp() -> None:
    with pytest.raises(ValueError, match="at least one person"):
        people_from([])
