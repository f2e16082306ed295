"""Votes that several tests use: real consultations, and small worlds with known groups."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bench.worlds import World, world
from ledstjarna.engines.opinion import MISSING, Votes, votes_from_matrix
from ledstjarna.engines.opinion.canonical import canonical_order
from ledstjarna.engines.opinion.pairs import Counted, Counting, count_pairs
from ledstjarna.engines.opinion.parts import parted

SHARED = Path(__file__).resolve().parents[3] / "../shared/data/polis"
REAL = (
    "brexit-consensus",
    "scoop-hivemind.biodiversity",
    "vtaiwan.uberx",
    "american-assembly.bowling-green",
)


@cache
def real(name: str) -> tuple[NDArray[np.int8], NDArray[np.int64]]:
    """Votes of a real consultation and its published groups (-1: none); skips where there is no data."""
    path = SHARED / name / "participants-votes.csv"
    if not path.exists():
        pytest.skip("the real consultations are not on this machine")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    groups = np.array([int(row[1]) if row[1] else -1 for row in rows])
    matrix = np.array([[int(cell) if cell else MISSING for cell in row[6:]] for row in rows], dtype=np.int8)
    return matrix, groups


@cache
def small_world(seed: int = 1) -> World:
    """Four groups among 1,200 people who each saw about a third of 80 statements."""
    return world(1200, 80, 0.35, seed=seed)


def votes_of(text: str) -> Votes:
    """Votes drawn by hand: one line per person, + agree, - disagree, o pass, . not seen."""
    codes = {"+": 1, "-": -1, "o": 0, ".": MISSING}
    return votes_from_matrix([[codes[mark] for mark in line] for line in text.split()])


def counted(votes: Votes, draws: int = 3) -> Counted:
    """Pairs and noise of votes, in their canonical columns."""
    order = canonical_order(parted(votes))
    return count_pairs(Counting(order.statement, order.mean, draws), votes, order.person, order.half)


def two_camps(each: int = 20) -> NDArray[np.int8]:
    """Two camps of the same size that disagree on eight statements, and agree on two more."""
    sides = np.repeat([1, -1], each)[:, None] * np.array([1, 1, 1, 1, -1, -1, -1, -1])
    united = np.ones((2 * each, 2), dtype=np.int64)
    return np.hstack([sides, united]).astype(np.int8)
