"""The same answer from a cluster of several processes."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bench.worlds import crowd
from ledstjarna.engines.opinion import Part, Parts, Votes, analyse, votes_from_matrix
from ledstjarna.engines.opinion.cluster import OnCluster
from tests.engines.opinion.test_analysis import plain

if TYPE_CHECKING:
    from distributed import Client

distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")


@pytest.fixture(scope="module")
def client() -> Iterator["Client"]:
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": ":0", "host": "127.0.0.1"}
    with distributed.LocalCluster(**options) as cluster, distributed.Client(cluster) as made:
        yield made


def _brought(number: int, people: int) -> Votes:
    return votes_from_matrix(crowd(number, people, 40, 0.4, seed=3).matrix)


def _parts(claimed: int = 300) -> Parts:
    return Parts(40, tuple(Part(claimed, partial(_brought, number, 300)) for number in range(3)))


def test_two_processes_give_the_same_answer_to_the_bit(client: "Client") -> None:
    half = {"half": np.arange(900) % 2}
    assert plain(analyse(OnCluster(client, _parts()), partitions=half)) == plain(
        analyse(_parts(), partitions=half)
    )


def test_a_part_that_brings_other_people_than_it_said_is_refused_here(client: "Client") -> None:
    with pytest.raises(ValueError, match="299 people on 40 statements brought 300"):
        analyse(OnCluster(client, _parts(299)))
