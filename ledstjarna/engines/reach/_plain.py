"""The plain forms of the kernels, in whole arrays at a time: used where Numba is absent, and to check it.

Each does what the kernel of the same name does, by another way. What a kernel settles in one walk through
an order is settled here in rounds over all strands until nothing changes; the rounds are as many as the
longest line has strands, so these forms are made for threads that are shallow or small.
"""

from collections.abc import Iterator

import numpy as np

from ledstjarna.engines.reach.arrays import Counts, Flags, Floats, Ints, Words, marked

LEAST = np.finfo(np.float64).tiny
BLOCK = 512


def near_ends(first: Ints) -> Ints:
    """The node whose row each place is in."""
    found: Ints = np.repeat(np.arange(len(first) - 1, dtype=np.int32), np.diff(first))
    return found


def rows(near: Ints, nodes: int) -> tuple[Ints, Ints]:
    """Where each node's row begins, and the strands in order of rows."""
    first = np.zeros(nodes + 1, dtype=np.int32)
    np.cumsum(np.bincount(near, minlength=nodes), out=first[1:])
    return first, np.argsort(near, kind="stable").astype(np.int32)


def _places(first: Ints, nodes: Ints) -> Ints:
    """All places in the rows of these nodes, row by row."""
    count = first[nodes + 1] - first[nodes]
    end = np.cumsum(count)
    shift = np.repeat(first[nodes] - (end - count), count)
    found: Ints = (np.arange(shift.size, dtype=np.int64) + shift).astype(np.int32)
    return found


def levels(first: Ints, node: Ints, roots: Ints, through: Flags) -> tuple[Ints, Ints]:
    """Strands from the nearest root to each node (-1: none), and the nodes reached, nearest first."""
    level = np.full(len(through), -1, dtype=np.int32)
    level[roots] = 0
    seen = np.empty(len(through), dtype=np.int64)
    front, met, depth = roots, [roots], 0
    while front.size:
        depth += 1
        found = node[_places(first, front[through[front]])]
        found = found[level[found] < 0]
        seen[found] = turn = np.arange(len(found))
        front = found[seen[found] == turn]
        level[front] = depth
        met.append(front)
    return level, np.concatenate(met).astype(np.int32)


def _first_marked(first: Ints, mark: Flags) -> Ints:
    """The first marked place in each row, -1 where there is none."""
    place = np.flatnonzero(mark)
    owner = near_ends(first)[place]
    found = np.full(len(first) - 1, -1, dtype=np.int32)
    begin = _begins(owner)
    found[owner[begin]] = place[begin]
    return found


def _begins(sorted_codes: Ints) -> Counts:
    """Where each run of equal codes begins."""
    return np.flatnonzero(np.diff(sorted_codes, prepend=np.int32(-1)))


def steps(first: Ints, node: Ints, level: Ints) -> Ints:
    """The first place in each row that leads one level nearer, -1 where none does."""
    mark = (level[node] >= 0) & (level[node] == level[near_ends(first)] - 1)
    return _first_marked(first, mark)


def _filled(first: Ints) -> tuple[Ints, Ints]:
    """The nodes whose rows are not empty, and where those rows begin."""
    filled = np.flatnonzero(np.diff(first)).astype(np.int32)
    return filled, first[filled]


def gather_bits(first: Ints, node: Ints, words: Words) -> None:
    """Give each node, in place, the bits of every node along its rows."""
    filled, begin = _filled(first)
    while filled.size:
        before = words[filled]
        after = before | np.bitwise_or.reduceat(words[node], begin, axis=0)
        if (after == before).all():
            return
        words[filled] = after


def least(first: Ints, node: Ints, value: Floats) -> None:
    """Give each node, in place, the least value of itself and every node along its rows."""
    filled, begin = _filled(first)
    while filled.size:
        before = value[filled]
        after = np.minimum(before, np.minimum.reduceat(value[node], begin))
        if (after == before).all():
            return
        value[filled] = after


def _products(node: Ints, strength: Floats, value: Floats) -> Floats:
    """What each place offers: the strength of its strand times the value at its end, never quite 0."""
    end = value[node]
    return np.where(end > 0, np.maximum(strength * end, LEAST), 0.0)


def strongest(first: Ints, node: Ints, strength: Floats, roots: Ints) -> tuple[Floats, Ints, Ints]:
    """Per node the largest product of strengths on a line to a root (0: none), its strands, its step."""
    nodes = len(first) - 1
    value = np.zeros(nodes)
    value[roots] = 1.0
    filled, begin = _filled(first)
    while filled.size:
        before = value[filled]
        after = np.maximum(before, np.maximum.reduceat(_products(node, strength, value), begin))
        if (after == before).all():
            break
        value[filled] = after
    near = near_ends(first)
    tight = (value[near] > 0) & (_products(node, strength, value) == value[near])
    count = _fewest(near, node, tight, roots, nodes)
    mark = tight & (count[near] == count[node] + 1) & (count[node] >= 0)
    return value, count, _first_marked(first, mark)


def _fewest(near: Ints, node: Ints, tight: Flags, roots: Ints, nodes: int) -> Ints:
    """Fewest strands to a root along tight places."""
    count = np.full(nodes, -1, dtype=np.int32)
    count[roots] = 0
    depth = 0
    fresh = marked(roots, nodes)
    while fresh.any():
        depth += 1
        found = near[tight & fresh[node]]
        fresh = marked(found[count[found] < 0], nodes)
        count[fresh] = depth
    return count


def dominators(first: Ints, node: Ints, below: Ints, under: Ints, roots: Ints) -> tuple[Ints, Ints]:
    """Per node the nearest that all its lines to roots pass, and its level; see `_kernels`.

    Parents on shortest lines are lifted, all at once, to the nearest common ancestor of whatever the node
    leads to, until nothing changes. That is sound because each new parent is an ancestor in the tree before,
    and what truly dominates a node stays above it.
    """
    nodes = len(first) - 1
    hops, _ = levels(below, under, roots, np.ones(nodes, dtype=np.bool_))
    step = steps(first, node, hops)
    level = np.append(hops + np.int32(1), np.int32(0))
    parent = np.full(nodes + 1, -1, dtype=np.int32)
    parent[:-1][step >= 0] = node[step[step >= 0]]
    parent[roots] = parent[nodes] = nodes
    near = near_ends(first)
    used = (level[near] > 1) & (level[node] > 0)
    _lift(near[used], node[used], level, parent, int(roots[0]) if len(roots) == 1 else nodes)
    return parent, level


def _lift(near: Ints, far: Ints, level: Ints, parent: Ints, top: int) -> None:
    """Lift parents, in place, until nothing changes; under the top there is nothing to lift."""
    while True:
        kept = parent[near] != top
        near, far = near[kept], far[kept]
        met = _met(parent[near], far, level, parent)
        higher = np.flatnonzero(met != parent[near])
        if not higher.size:
            return
        # What one node's lines meet at lies on one branch: the last written, the highest, is above the rest.
        order = higher[np.argsort(-level[met[higher]], kind="stable")]
        parent[near[order]] = met[order]


def _met(one: Ints, other: Ints, level: Ints, parent: Ints) -> Ints:
    """The nearest common ancestor of each two nodes."""
    met = one.copy()
    apart = np.flatnonzero(one != other)
    other = other[apart]
    while apart.size:
        one = met[apart]
        height, rise = level[one], level[other]
        one = np.where(height >= rise, parent[one], one)
        other = np.where(rise >= height, parent[other], other)
        met[apart] = one
        still = one != other
        apart, other = apart[still], other[still]
    return met


def sizes(parent: Ints, queue: Ints, level: Ints) -> Ints:
    """How many nodes are below each in the tree of `parent`, itself counted; the last place is the root."""
    size = np.zeros(len(parent), dtype=np.int64)
    size[queue] = 1
    for group in _by_level(queue, level)[::-1]:
        size += np.bincount(parent[group], weights=size[group], minlength=len(parent)).astype(np.int64)
    return size.astype(np.int32)


def inherited(parent: Ints, queue: Ints, level: Ints, mark: Ints) -> None:
    """Give each node without a mark (-1), in place, the mark of the nearest node above it that has one."""
    for group in _by_level(queue, level):
        bare = group[mark[group] < 0]
        mark[bare] = mark[parent[bare]]


def _by_level(queue: Ints, level: Ints) -> list[Ints]:
    order = queue[np.argsort(level[queue], kind="stable")]
    cuts = np.flatnonzero(np.diff(level[order])) + 1
    return np.split(order, cuts)


def bridges(first: Ints, node: Ints, component: Ints, level: Ints, parent: Ints) -> Ints:
    """Per node, the place of the one strand that all its lines begin with, -1 where there is none."""
    near = near_ends(first)
    used = (level[near] > 1) & (level[node] > 0)
    ring = np.flatnonzero(used & (component[near] == component[node]))
    own, finger = near[ring], node[ring].copy()
    deep = level[finger] > level[own]
    while deep.any():
        finger[deep] = parent[finger[deep]]
        deep = level[finger] > level[own]
    used[ring[finger == own]] = False
    kept = np.flatnonzero(used)
    begin = _begins(near[kept])
    alone = begin[np.diff(begin, append=len(kept)) == 1]
    found = np.full(len(first) - 1, -1, dtype=np.int32)
    found[near[kept[alone]]] = kept[alone]
    return found


def counted(first: Ints, node: Ints, sources: Ints) -> Counts:
    """How many of `sources` lead to each node, itself counted where it is one."""
    total = np.zeros(len(first) - 1, dtype=np.int64)
    kept = np.sort(levels(first, node, sources, np.ones(len(total), dtype=np.bool_))[1])
    down, far = _turned(first, node, kept)
    inner = np.searchsorted(kept, sources)
    for begin in range(0, len(sources), BLOCK):
        words = np.zeros((len(kept), BLOCK // 64), dtype=np.uint64)
        block = inner[begin : begin + BLOCK]
        bit = np.arange(len(block))
        words[block, bit // 64] = np.uint64(1) << (bit % 64).astype(np.uint64)
        gather_bits(down, far, words)
        total[kept] += np.bitwise_count(words).sum(axis=1, dtype=np.int64)
    return total


def _turned(first: Ints, node: Ints, kept: Ints) -> tuple[Ints, Ints]:
    """Rows by the node reached, of the strands that leave these nodes, numbered by their place in `kept`."""
    source = np.repeat(np.arange(len(kept), dtype=np.int32), first[kept + 1] - first[kept])
    target = np.searchsorted(kept, node[_places(first, kept)]).astype(np.int32)
    begin, sort = rows(target, len(kept))
    return begin, source[sort]


def components(first: Ints, node: Ints, below: Ints, under: Ints) -> tuple[Ints, Ints]:
    """Each node's component by its smallest node, and all nodes in an order that follows the rows backwards.

    Nodes on no ring, nor between rings, are peeled off from both ends; the rest is coloured by the smallest
    node that leads to each, and a colour's own node with all that leads back to it is a component (Orzan
    2004).
    """
    nodes = len(first) - 1
    label = np.arange(nodes, dtype=np.int32)
    left = np.ones(nodes, dtype=np.bool_)
    above = list(_peeled(first, node, below, under, left))
    lower = list(_peeled(below, under, first, node, left))
    if not left.any():
        return label, np.concatenate([*above, *lower[::-1]]).astype(np.int32)
    _coloured(near_ends(first), node, left, label)
    return label, _ordered(near_ends(first), node, label)


def _ordered(near: Ints, far: Ints, label: Ints) -> Ints:
    """All nodes, components side by side, what one leads to before it."""
    nodes = len(label)
    first, sort = rows(label[near], nodes)
    below, turn = rows(label[far], nodes)
    rank = np.empty(nodes, dtype=np.int32)
    layers = _peeled(first, label[far][sort], below, label[near][turn], label == np.arange(nodes))
    rank[np.concatenate(list(layers))] = np.arange(len(np.unique(label)))
    return np.argsort(rank[label], kind="stable").astype(np.int32)


def _peeled(first: Ints, node: Ints, back: Ints, behind: Ints, left: Flags) -> Iterator[Ints]:
    """Nodes with nothing left in their rows, layer by layer; they are taken out of `left`."""
    near = near_ends(first)
    alive = left[node] & left[near] & (near != node)
    open_ends = np.bincount(near[alive], minlength=len(left))
    front = np.flatnonzero(left & (open_ends == 0)).astype(np.int32)
    while front.size:
        yield front
        left[front] = False
        freed = behind[_places(back, front)]
        np.subtract.at(open_ends, freed, 1)
        front = np.unique(freed[left[freed] & (open_ends[freed] == 0)])


def _coloured(near: Ints, far: Ints, left: Flags, label: Ints) -> None:
    """Label, in place, the components among the nodes left."""
    while left.any():
        inside = left[near] & left[far]
        near, far = near[inside], far[inside]
        colour = _flooded(near, far, np.arange(len(left), dtype=np.int32))
        same = colour[near] == colour[far]
        done = left & (colour == np.arange(len(left)))
        while True:
            more = near[same & done[far] & ~done[near]]
            if not more.size:
                break
            done[more] = True
        label[done] = colour[done]
        left &= ~done


def _flooded(near: Ints, far: Ints, colour: Ints) -> Ints:
    """The smallest colour that leads to each node."""
    while True:
        before = colour.copy()
        np.minimum.at(colour, far, before[near])
        if (colour == before).all():
            return colour
