"""What share of the things that ought to hang together do, by kind, by unit and by a unit's whole tree?"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.reach.arrays import Counts, Flags, Floats, Ints
from ledstjarna.engines.reach.units import rolled_up


@dataclass(frozen=True, slots=True)
class Share:
    """For each code: `covered` of `total`."""

    covered: Counts
    total: Counts

    @property
    def share(self) -> Floats:
        """Covered by total, nan where there is nothing."""
        found = np.full(len(self.total), np.nan)
        return np.asarray(np.divide(self.covered, self.total, out=found, where=self.total > 0))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares of the nodes that ought to have a line to a star and do.

    `city`: one value. `kind`, `unit`, `tree`: by code, where the caller gave codes; `tree` counts a unit with
    all units under it.
    """

    city: Share
    kind: Share | None
    unit: Share | None
    tree: Share | None


def share_by(code: Ints, covered: Flags, counted: Flags, codes: int | None = None) -> Share:
    """Covered of counted nodes for each code; those with a negative code are left out."""
    counted = counted & (code >= 0)
    least = int(code.max(initial=-1)) + 1 if codes is None else codes
    return Share(
        np.bincount(code[counted & covered], minlength=least),
        np.bincount(code[counted], minlength=least),
    )


def coverage(
    covered: Flags, counted: Flags, kind: Ints | None, unit: Ints | None, parent: Ints | None
) -> Coverage:
    """Coverage by any truth value per node, among the nodes that are `counted`."""
    everything = share_by(np.zeros(len(covered), dtype=np.int32), covered, counted, 1)
    by_kind = None if kind is None else share_by(kind, covered, counted)
    units = None if parent is None else len(parent)
    by_unit = None if unit is None else share_by(unit, covered, counted, units)
    tree = None
    if by_unit is not None and parent is not None:
        tree = Share(rolled_up(by_unit.covered, parent), rolled_up(by_unit.total, parent))
    return Coverage(everything, by_kind, by_unit, tree)
