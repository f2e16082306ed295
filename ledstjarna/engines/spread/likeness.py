"""How alike are units in need and setting?

Method: the share of the qualities known of both in which they are the same (Gower 1971). Cost: units^2 x
qualities.
"""

from collections.abc import Sequence

import numpy as np

from ledstjarna.engines.spread.checks import Floats


def likeness(*qualities: Sequence[object]) -> Floats:
    """Units x units from 0 (nothing alike, or nothing known of both) to 1; 0 with oneself.

    Args:
        qualities: for each, a label for each unit; None or an empty text where it is not known.

    Raises:
        ValueError: no qualities, or not equally many labels.
    """
    if not qualities or len({len(labels) for labels in qualities}) != 1:
        raise ValueError("give at least one quality, each with a label for every unit")
    units = len(qualities[0])
    same, known = np.zeros((units, units)), np.zeros((units, units))
    for labels in qualities:
        there = np.array([label is not None and label != "" for label in labels], dtype=bool)
        code = np.unique([str(label) for label in labels], return_inverse=True)[1]
        both = there[:, None] & there
        known += both
        same += both & (code[:, None] == code)
    np.fill_diagonal(same, 0)
    return np.asarray(same / np.maximum(known, 1))
