"""Dice for annealing."""

import hashlib

import numpy as np

from ledstjarna.engines.groups.noise import LEVELS, SHARE, SPARE, TABLE, heated, pool


def test_the_table_is_the_same_on_every_machine() -> None:
    assert hashlib.sha256(TABLE.tobytes()).hexdigest()[:16] == "1d282088996f6bdd"


def test_noise_has_the_mean_and_spread_of_a_gumbel_distribution() -> None:
    assert abs(TABLE.mean() / 2**SHARE - np.euler_gamma) < 0.001
    assert abs(TABLE.std() / 2**SHARE - np.pi / np.sqrt(6)) < 0.01
    assert len(TABLE) == LEVELS


def test_the_same_dice_draw_the_same_pool() -> None:
    one, two = (pool(10, np.random.default_rng(3)) for _ in range(2))
    assert np.array_equal(one, two)
    assert len(one) == 10 + SPARE


def test_heat_scales_noise() -> None:
    assert heated(np.array([1 << SHARE, -(1 << SHARE)]), 7).tolist() == [7, -7]
