"""An introduction's gain is what adding the tie would really bring."""

import sys

import numpy as np
import pytest
from hypothesis import given

from ledstjarna.engines.ties import Network, introductions, network_from
from ledstjarna.engines.ties.introductions import gains
from tests.engines.ties.cases import networks, town


def reach(network: Network) -> int:
    """Pairs of persons of different units within two steps."""
    ties = network.adjacent.toarray() > 0
    near = ties | ((ties.astype(int) @ ties.astype(int)) > 0)
    across = network.unit[:, None] != network.unit
    return int(np.triu(near & across, k=1).sum())


@given(networks())
def test_the_gain_is_what_is_counted_anew_with_the_tie_added(network: Network) -> None:
    found = gains(network)
    for i in range(network.people):
        for j in range(i):
            if network.unit[i] == network.unit[j] or network.adjacent[i, j]:
                continue
            more = network_from(
                network.people, [*network.first, i], [*network.second, j], network.unit, minimum=0
            )
            common = set(np.flatnonzero(network.adjacent[[i]].toarray()[0])) & set(
                np.flatnonzero(network.adjacent[[j]].toarray()[0])
            )
            if not common:
                assert found[i, j] == reach(more) - reach(network)


def test_units_that_never_meet_come_before_those_that_do() -> None:
    made = network_from(
        24, [*range(7), *range(8, 15), *range(16, 23), 0, 1, 2], [*range(1, 8), *range(9, 16), *range(17,
        24), 8, 9, 10], np.repeat([0, 1, 2], 8),
    )  # fmt: skip
    found = introductions(made)
    pairs = list(zip(found.first.tolist(), found.second.tolist(), strict=True))
    assert pairs[-1] == (0, 1)
    assert found.ties[pairs.index((0, 1))] == 3
    assert found.gain.tolist() == sorted(found.gain.tolist(), reverse=True)
    assert found.expected[0] > 0


def test_the_pool_of_small_units_is_left_out() -> None:
    made = network_from(23, [0], [8], [0] * 8 + [1] * 8 + [2] * 3 + [3] * 4)
    found = introductions(made)
    assert made.pooled
    assert list(zip(found.first.tolist(), found.second.tolist(), strict=True)) == [(0, 1)]


def test_too_many_people_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[introductions.__module__], "LARGEST", 10)
    with pytest.raises(ValueError, match="at most 10 people"):
        introductions(town())
