"""Names enough for a city."""

from itertools import islice

import numpy as np

from ledstjarna.demo.names import FAMILY, GIVEN, KNOWN, ORIGINS, pairs


def test_no_name_stands_twice() -> None:
    assert len(set(GIVEN)) == len(GIVEN)
    assert len(set(FAMILY)) == len(FAMILY)


def test_there_are_pairs_enough_for_everybody() -> None:
    assert len(list(islice(pairs(np.random.default_rng(1)), 15_000))) == 15_000


def test_each_pair_comes_once_and_none_that_is_widely_known() -> None:
    drawn = [" ".join(pair) for pair in pairs(np.random.default_rng(1))]
    assert len(set(drawn)) == len(drawn)
    assert not KNOWN & set(drawn)


def test_what_is_widely_known_could_otherwise_be_drawn() -> None:
    assert len(KNOWN & {f"{given} {family}" for given in GIVEN for family in FAMILY}) > 100


def test_names_of_one_origin_mostly_go_together() -> None:
    origin = {name: n for n, one in enumerate(ORIGINS) for name in one.given}
    family = {name: n for n, one in enumerate(ORIGINS) for name in one.family}
    drawn = list(islice(pairs(np.random.default_rng(1)), 2000))
    assert sum(origin[given] == family[name] for given, name in drawn) > 1500
    assert 100 < sum(origin[given] > 0 for given, _ in drawn) < 800
