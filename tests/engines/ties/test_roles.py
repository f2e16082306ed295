"""Roles between units, by hand and by brute force."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given

from ledstjarna.engines.ties import Network, network_from, roles
from ledstjarna.engines.ties.roles import NAMES
from tests.engines.ties.cases import networks, town


@pytest.mark.parametrize(
    ("unit", "role"),
    [
        ([0, 0, 0], {"coordinator": 2}),
        ([0, 1, 0], {"consultant": 2}),
        ([0, 1, 1], {"gatekeeper": 1, "representative": 1}),
        ([0, 1, 2], {"liaison": 2}),
    ],
)
def test_who_stands_between_two_has_the_role_of_the_three_units(
    unit: list[int], role: dict[str, int]
) -> None:
    found = roles(network_from(3, [0, 1], [1, 2], unit, minimum=0), rng=np.random.default_rng(1))
    assert found.person[1].tolist() == [role.get(name, 0) for name in NAMES]
    assert found.person[[0, 2]].sum() == 0


def test_a_closed_triangle_has_nobody_between() -> None:
    found = roles(network_from(3, [0, 1, 0], [1, 2, 2], [0, 1, 2], minimum=0), rng=np.random.default_rng(1))
    assert found.total.sum() == 0
    assert np.isnan(found.z).all()


@given(networks())
def test_counts_are_those_of_every_three_persons(network: Network) -> None:
    ties, unit = network.adjacent.toarray() > 0, network.unit
    wanted = np.zeros((network.people, 5), dtype=int)
    for a, b, c in permutations(range(network.people), 3):
        if ties[a, b] and ties[b, c] and not ties[a, c]:
            same = unit[a] == unit[b], unit[b] == unit[c], unit[a] == unit[c]
            kind = 0 if all(same) else 1 if same[2] else 2 if same[1] else 3 if same[0] else 4
            wanted[b, kind] += 1
    assert roles(network, rng=np.random.default_rng(1), permutations=20).person.tolist() == wanted.tolist()


def test_an_inward_town_has_more_coordinators_than_chance_and_fewer_liaisons() -> None:
    found = roles(town(inward=0.9), rng=np.random.default_rng(1))
    assert found.z[0] > 2
    assert found.z[4] < -2
    with pytest.raises(ValueError, match="20 or more"):
        roles(town(), rng=np.random.default_rng(1), permutations=1)
