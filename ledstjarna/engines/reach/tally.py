"""Counts of nodes that have a line, by kind and by unit, kept while nodes and lines come and go."""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.reach.analysis import Nodes
from ledstjarna.engines.reach.arrays import Counts, Flags, Ints
from ledstjarna.engines.reach.coverage import Coverage, Share, share_by
from ledstjarna.engines.reach.links import grown
from ledstjarna.engines.reach.units import rolled_up


@dataclass(slots=True)
class Tally:
    """Mutable. Per node `kind`, `unit` and whether it `aims`; shares by them, and for the city."""

    present: Flags
    aims: Flags
    kind: Ints | None
    unit: Ints | None
    parent: Ints | None
    city: Share
    by_kind: Share | None
    by_unit: Share | None

    def coverage(self) -> Coverage:
        """The shares as they are now."""
        tree = None
        if self.by_unit is not None and self.parent is not None:
            covered, total = (
                rolled_up(one, self.parent) for one in (self.by_unit.covered, self.by_unit.total)
            )
            tree = Share(covered, total)
        return Coverage(_copied(self.city), _kept(self.by_kind), _kept(self.by_unit), tree)

    def check(self, kind: int, unit: int) -> None:
        """Refuse codes that there were none of at the beginning.

        Raises:
            ValueError: there are none such.
        """
        if self.by_kind is not None and not 0 <= kind < len(self.by_kind.total):
            raise ValueError(f"there is no kind {kind}: give one from 0 to {len(self.by_kind.total) - 1}")
        if self.by_unit is not None and not -1 <= unit < len(self.by_unit.total):
            raise ValueError(
                f"there is no unit {unit}: give one from 0 to {len(self.by_unit.total) - 1}, or -1"
            )

    def enter(self, node: int, kind: int, unit: int, *, aims: bool) -> None:
        """A node came."""
        self.present, self.aims = grown(self.present, node + 1, 0), grown(self.aims, node + 1, 0)
        if self.kind is not None:
            self.kind = grown(self.kind, node + 1, 0)
            self.kind[node] = kind
        if self.unit is not None:
            self.unit = grown(self.unit, node + 1, -1)
            self.unit[node] = unit
        self.present[node], self.aims[node] = True, aims
        self._change(np.array([node], dtype=np.int32), 1, covered=False)

    def leave(self, node: int) -> None:
        """A node without a line went."""
        self._change(np.array([node], dtype=np.int32), -1, covered=False)
        self.present[node] = self.aims[node] = False

    def count(self, nodes: Ints, change: int) -> None:
        """These nodes came to have a line (1) or lost it (-1)."""
        self._change(nodes, change, covered=True)

    def _change(self, nodes: Ints, change: int, *, covered: bool) -> None:
        nodes = nodes[self.aims[nodes]]
        _add(_counts(self.city, covered), np.zeros(len(nodes), dtype=np.int32), change)
        if self.by_kind is not None and self.kind is not None:
            _add(_counts(self.by_kind, covered), self.kind[nodes], change)
        if self.by_unit is not None and self.unit is not None:
            _add(_counts(self.by_unit, covered), self.unit[nodes], change)


def _counts(share: Share, covered: bool) -> Counts:
    return share.covered if covered else share.total


def _add(counts: Counts, code: Ints, change: int) -> None:
    np.add.at(counts, code[code >= 0], change)


def _copied(share: Share) -> Share:
    return Share(share.covered.copy(), share.total.copy())


def _kept(share: Share | None) -> Share | None:
    return None if share is None else _copied(share)


def tally_of(known: Nodes, covered: Flags) -> Tally:
    """The counts at the beginning."""
    city = share_by(np.zeros(len(covered), dtype=np.int32), covered, known.aims, 1)
    units = None if known.parent is None else len(known.parent)
    return Tally(
        present=np.ones(len(covered), dtype=np.bool_),
        aims=known.aims.copy(),
        kind=None if known.kind is None else known.kind.copy(),
        unit=None if known.unit is None else known.unit.copy(),
        parent=known.parent,
        city=city,
        by_kind=None if known.kind is None else share_by(known.kind, covered, known.aims),
        by_unit=None if known.unit is None else share_by(known.unit, covered, known.aims, units),
    )
