"""Moving a block of people who must be together: with as many others from one group to another, at once.

One by one they could not move, as each step would tear them apart. For every other group the partners are
those who are cheapest to take back; the group is drawn like an exchange in a sweep.
"""

import numpy as np

from ledstjarna.engines.groups._kernels import NEVER
from ledstjarna.engines.groups.cost import Costs
from ledstjarna.engines.groups.noise import SPARE
from ledstjarna.engines.groups.people import Ints
from ledstjarna.engines.groups.seating import Seating


def _partners(costs: Costs, seating: Seating, block: Ints, home: int) -> Ints:
    """In each group, as many people as the block has, those who cost least to exchange for it."""
    empty = len(costs.pair) - 1
    back = seating.near[home][seating.slots] - np.take_along_axis(seating.near, seating.slots, axis=1)
    back -= 2 * costs.pair[block].sum(axis=0)[seating.slots]
    back[seating.slots == empty] = NEVER >> 8
    seats = np.argpartition(back, len(block) - 1, axis=1)[:, : len(block)]
    return np.take_along_axis(seating.slots, seats, axis=1)


def _prices(costs: Costs, seating: Seating, block: Ints, home: int, partners: Ints) -> Ints:
    """What exchanging the block for its partners in each group changes."""
    pair, near = costs.pair, seating.near
    rows = np.arange(len(partners))[:, None]
    price = near[:, block].sum(axis=1) - near[home, block].sum()
    price += near[home][partners].sum(axis=1) - near[rows, partners].sum(axis=1)
    price += pair[np.ix_(block, block)].sum() + pair[partners[:, :, None], partners[:, None, :]].sum(
        axis=(1, 2)
    )
    price -= 2 * pair[block[:, None, None], partners].sum(axis=(0, 2))
    if len(costs.gram):
        price += _imbalance(costs, seating, block, home, partners)
    size = (partners < len(pair) - 1).sum(axis=1)
    price[size < len(block)] = NEVER
    price[home] = NEVER
    return np.asarray(price)


def _imbalance(costs: Costs, seating: Seating, block: Ints, home: int, partners: Ints) -> Ints:
    gram, pull = costs.gram, seating.pull
    rows = np.arange(len(partners))[:, None]
    gap = gram[np.ix_(block, block)].sum() + gram[partners[:, :, None], partners[:, None, :]].sum(axis=(1, 2))
    gap -= 2 * gram[block[:, None, None], partners].sum(axis=(0, 2))
    here = gap + 2 * (pull[home][partners].sum(axis=1) - pull[home, block].sum())
    there = gap + 2 * (pull[:, block].sum(axis=1) - pull[rows, partners].sum(axis=1))
    return np.asarray(costs.by_size[seating.size[home]] * here + costs.by_size[seating.size] * there)


def exchange(costs: Costs, seating: Seating, one: int, two: int) -> None:
    """Exchange two people of different groups."""
    a, i = (int(found[0]) for found in np.nonzero(seating.slots == one))
    b, j = (int(found[0]) for found in np.nonzero(seating.slots == two))
    seating.slots[a, i], seating.slots[b, j] = two, one
    change = costs.pair[two] - costs.pair[one]
    seating.near[a] += change
    seating.near[b] -= change
    if len(costs.gram):
        products = costs.gram[two] - costs.gram[one]
        seating.pull[a] += products
        seating.pull[b] -= products
        for group in (a, b):
            seating.square[group] = seating.pull[group][seating.slots[group]].sum()


def move_block(costs: Costs, seating: Seating, block: Ints, noise: Ints, rng: np.random.Generator) -> bool:
    """Offer a block a place in every other group, at the heat of `noise`; whether it moved."""
    block = block[np.isin(block, seating.slots)]
    if len(seating.slots) < 2 or len(block) < 2:
        return False
    home = int(np.nonzero((seating.slots == block[0]).any(axis=1))[0][0])
    partners = _partners(costs, seating, block, home)
    price = _prices(costs, seating, block, home, partners)
    drawn = noise[int(rng.integers(0, SPARE)) :][: len(price) + 1]
    best = int((price - drawn[:-1]).argmin())
    if price[best] - drawn[best] >= -drawn[-1]:
        return False
    for one, two in zip(block.tolist(), partners[best].tolist(), strict=True):
        exchange(costs, seating, one, two)
    return True
