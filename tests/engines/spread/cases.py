"""What several tests use: the published numbers, and a small lesson."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

NAMES = ("waltons", "larynx", "leukemia", "rossi", "kidney")
NOT = np.nan
"""Not yet."""

SEEN = 6
LESSON = (0, 1, 2, 3, 3, 4, 5, *[NOT] * 13)
"""20 units, one of which had it from the outset, after 6 periods."""


@cache
def published() -> dict[str, Any]:
    """Data that come with lifelines 0.30.3, and what it says of them."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "golden.json").read_text(encoding="utf-8"))
    return found["cases"]  # type: ignore[no-any-return]


def neighbours(units: int) -> np.ndarray:
    """A ring: each unit heeds the one on either side."""
    ring = np.eye(units, k=1) + np.eye(units, k=-1)
    ring[0, -1] = ring[-1, 0] = 1
    return ring
