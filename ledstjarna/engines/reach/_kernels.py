"""Walks over the thread, compiled where Numba is installed; `_plain` has the plain form of each.

Rows are as in `graph.Ways`: the far ends of node i are `node[first[i]:first[i + 1]]`. An `order` is one of
all nodes in which the far ends come first and the nodes of a ring side by side, as in `graph.Graph`: one walk
through it settles everything, if at each ring it goes round until a round changes nothing.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from ledstjarna.engines.reach import _plain
from ledstjarna.engines.reach._plain import BLOCK, LEAST
from ledstjarna.engines.reach.arrays import Counts, Flags, Floats, Ints, Words

try:
    import numba
except ImportError:  # the plain forms do the same, more slowly
    numba = None  # type: ignore[assignment]

Function = Callable[..., Any]
WORDS = BLOCK // 64


def _compiled(function: Function) -> Function:
    made: Function = numba.njit(cache=True, nogil=True)(function) if numba else function
    return made


@_compiled
def _rows(near: Ints, nodes: int) -> tuple[Ints, Ints]:
    first = np.zeros(nodes + 1, dtype=np.int32)
    for strand in range(len(near)):
        first[near[strand] + 1] += 1
    for one in range(nodes):
        first[one + 1] += first[one]
    place = np.empty(len(near), dtype=np.int32)
    free = first[:nodes].copy()
    for strand in range(len(near)):
        place[free[near[strand]]] = strand
        free[near[strand]] += 1
    return first, place


@_compiled
def _close(one: int, stack: Ints, top: int, low: Ints, label: Ints, order: Ints, done: int) -> int:
    """Take the component of `one` off the stack, label it and put it in order; the new top."""
    begin = top - 1
    while stack[begin] != one:
        begin -= 1
    name = one
    for at in range(begin, top):
        name = min(name, stack[at])
        order[done + top - 1 - at] = stack[at]
    for at in range(begin, top):
        label[stack[at]] = name
        low[stack[at]] = len(low)
    return begin


@_compiled
def _components(first: Ints, node: Ints) -> tuple[Ints, Ints]:
    """Tarjan's walk without recursion; `low` is 0 for the unseen and the number of nodes for the closed."""
    nodes = len(first) - 1
    label, order = np.empty(nodes, dtype=np.int32), np.empty(nodes, dtype=np.int32)
    low, number = np.zeros(nodes + 1, dtype=np.int32), np.zeros(nodes, dtype=np.int32)
    place, path = first[:nodes].copy(), np.empty(nodes, dtype=np.int32)
    stack, top, seen, done = np.empty(nodes, dtype=np.int32), 0, 0, 0
    for root in range(nodes):
        depth = 0
        if low[root] == 0:
            path[0], depth = root, 1
        while depth:
            one = path[depth - 1]
            if low[one] == 0:
                seen += 1
                low[one] = number[one] = seen
                stack[top] = one
                top += 1
            if place[one] < first[one + 1]:
                far = node[place[one]]
                if low[far] == 0:
                    path[depth] = far
                    depth += 1
                else:
                    low[one] = min(low[one], low[far])
                    place[one] += 1
                continue
            depth -= 1
            if low[one] == number[one]:
                left = _close(one, stack, top, low, label, order, done)
                done += top - left
                top = left
    return label, order


@_compiled
def _levels(first: Ints, node: Ints, roots: Ints, through: Flags) -> tuple[Ints, Ints]:
    level = np.full(len(through), -1, dtype=np.int32)
    queue = np.empty(len(through), dtype=np.int32)
    end = len(roots)
    queue[:end] = roots
    level[roots] = 0
    at = 0
    while at < end:
        one = queue[at]
        at += 1
        if not through[one]:
            continue
        for place in range(first[one], first[one + 1]):
            far = node[place]
            if level[far] < 0:
                level[far] = level[one] + 1
                queue[end] = far
                end += 1
    return level, queue[:end].copy()


@_compiled
def _steps(first: Ints, node: Ints, level: Ints) -> Ints:
    step = np.full(len(level), -1, dtype=np.int32)
    for one in range(len(level)):
        if level[one] > 0:
            for place in range(first[one], first[one + 1]):
                if level[node[place]] == level[one] - 1:
                    step[one] = place
                    break
    return step


@_compiled
def _run(order: Ints, at: int, component: Ints) -> int:
    """Where the component that begins at a place of the order ends."""
    end = at + 1
    while end < len(order) and component[order[end]] == component[order[at]]:
        end += 1
    return end


@_compiled
def _turn(order: Ints, at: int, end: int, turn: int, rounds: int) -> int:
    """Whose turn it is in a round: there and back again, so that no long ring takes a round for each node."""
    return int(order[turn] if rounds % 2 == 0 else order[at + end - 1 - turn])


@_compiled
def _gather_bits(first: Ints, node: Ints, words: Words, order: Ints, component: Ints) -> None:
    at = 0
    while at < len(order):
        end = _run(order, at, component)
        one = order[at]
        for word in range(words.shape[1]):
            bits = words[one, word]
            for turn in range(at, end):
                bits |= words[order[turn], word]
                for place in range(first[order[turn]], first[order[turn] + 1]):
                    bits |= words[node[place], word]
            for turn in range(at, end):
                words[order[turn], word] = bits
        at = end


@_compiled
def _least(first: Ints, node: Ints, value: Floats, order: Ints, component: Ints) -> None:
    at = 0
    while at < len(order):
        end = _run(order, at, component)
        low = value[order[at]]
        for turn in range(at, end):
            low = min(low, value[order[turn]])
            for place in range(first[order[turn]], first[order[turn] + 1]):
                low = min(low, value[node[place]])
        for turn in range(at, end):
            value[order[turn]] = low
        at = end


@_compiled
def _offer(strength: float, end: float) -> float:
    """A strength times the value at a strand's end, never quite 0 where there is a line at all."""
    return max(strength * end, LEAST) if end > 0 else 0.0


@_compiled
def _strengthened(one: int, first: Ints, node: Ints, strength: Floats, value: Floats) -> bool:
    """Give a node the largest product known so far; did that change it?"""
    changed = False
    for place in range(first[one], first[one + 1]):
        offer = _offer(strength[place], value[node[place]])
        if offer > value[one]:
            value[one] = offer
            changed = True
    return changed


@_compiled
def _shortened(
    one: int, first: Ints, node: Ints, strength: Floats, value: Floats, count: Ints, step: Ints
) -> bool:
    """Give a node the fewest strands known so far on a line of its product; did that change it?"""
    if value[one] == 0 or count[one] == 0:
        return False
    best, chosen = -1, -1
    for place in range(first[one], first[one + 1]):
        end = count[node[place]]
        if end < 0 or (best >= 0 and end + 1 >= best):
            continue
        if _offer(strength[place], value[node[place]]) == value[one]:
            best, chosen = end + 1, place
    if best == count[one] and chosen == step[one]:
        return False
    count[one], step[one] = best, chosen
    return True


@_compiled
def _strongest(
    first: Ints, node: Ints, strength: Floats, roots: Ints, order: Ints, component: Ints
) -> tuple[Floats, Ints, Ints]:
    nodes = len(first) - 1
    value = np.zeros(nodes)
    count, step = np.full(nodes, -1, dtype=np.int32), np.full(nodes, -1, dtype=np.int32)
    value[roots] = 1.0
    count[roots] = 0
    at = 0
    while at < len(order):
        end = _run(order, at, component)
        rounds, changed = 0, True
        while changed:
            changed = False
            for turn in range(at, end):
                changed |= _strengthened(_turn(order, at, end, turn, rounds), first, node, strength, value)
            rounds += 1
            changed &= end > at + 1
        changed = True
        while changed:
            changed = False
            for turn in range(at, end):
                one = _turn(order, at, end, turn, rounds)
                changed |= _shortened(one, first, node, strength, value, count, step)
            rounds += 1
            changed &= end > at + 1
        at = end
    return value, count, step


@_compiled
def _met(one: int, other: int, level: Ints, parent: Ints) -> int:
    """The nearest common ancestor of two nodes."""
    while one != other:
        height = level[one]
        if height >= level[other]:
            one = parent[one]
        if level[other] >= height:
            other = parent[other]
    return one


@_compiled
def _raised(one: int, first: Ints, node: Ints, level: Ints, parent: Ints) -> bool:
    """Give a node the nearest parent that all its lines known so far pass; did that change it?"""
    before = above = parent[one]
    for place in range(first[one], first[one + 1]):
        far = node[place]
        if level[far] == 0:
            continue
        if level[one] == 0:
            level[one] = level[far] + 1
            parent[one] = above = far
        elif above != far:
            above = _met(above, far, level, parent)
    parent[one] = above
    return bool(before != above)


@_compiled
def _dominators(first: Ints, node: Ints, roots: Ints, order: Ints, component: Ints) -> tuple[Ints, Ints]:
    nodes = len(first) - 1
    level, parent = np.zeros(nodes + 1, dtype=np.int32), np.full(nodes + 1, -1, dtype=np.int32)
    level[roots] = 1
    parent[roots] = nodes
    at = 0
    while at < len(order):
        end = _run(order, at, component)
        rounds, changed = 0, True
        while changed:
            changed = False
            for turn in range(at, end):
                one = _turn(order, at, end, turn, rounds)
                if level[one] != 1:
                    changed |= _raised(one, first, node, level, parent)
            rounds += 1
            changed &= end > at + 1
        at = end
    parent[nodes] = nodes
    return parent, level


@_compiled
def _sizes(parent: Ints, queue: Ints) -> Ints:
    size = np.zeros(len(parent), dtype=np.int32)
    size[queue] = 1
    for at in range(len(queue) - 1, -1, -1):
        size[parent[queue[at]]] += size[queue[at]]
    return size


@_compiled
def _inherited(parent: Ints, queue: Ints, mark: Ints) -> None:
    for one in queue:
        if mark[one] < 0:
            mark[one] = mark[parent[one]]


@_compiled
def _under(one: int, other: int, level: Ints, parent: Ints) -> bool:
    """Is `other` below `one`, or the same?"""
    while level[other] > level[one]:
        other = parent[other]
    return one == other


@_compiled
def _bridges(first: Ints, node: Ints, component: Ints, level: Ints, parent: Ints) -> Ints:
    found = np.full(len(first) - 1, -1, dtype=np.int32)
    for one in range(len(first) - 1):
        if level[one] < 2:
            continue
        ways = 0
        for place in range(first[one], first[one + 1]):
            far = node[place]
            if level[far] == 0 or (component[far] == component[one] and _under(one, far, level, parent)):
                continue
            ways += 1
            found[one] = place
            if ways > 1:
                found[one] = -1
                break
    return found


@_compiled
def _push(one: int, rank: int, first: Ints, node: Ints, ranks: Ints, words: Words, touched: Flags) -> None:
    """Hand a component's bits to whatever a node of it leads to."""
    for place in range(first[one], first[one + 1]):
        far = ranks[node[place]]
        if far != rank:
            touched[far] = True
            for word in range(WORDS):
                words[far, word] |= words[rank, word]


@_compiled
def _ones(word: np.uint64) -> np.uint64:
    """How many bits of a word are set."""
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    word += word >> np.uint64(8)
    word += word >> np.uint64(16)
    return (word + (word >> np.uint64(32))) & np.uint64(127)


@_compiled
def _counted(
    first: Ints, node: Ints, sources: Ints, ranks: Ints, members: Ints, begin: Ints
) -> Counts:  # `sources` in order of rank, so that those of one block share most of what they lead to
    total = np.zeros(len(begin) - 1, dtype=np.int64)
    words = np.zeros((len(begin) - 1, WORDS), dtype=np.uint64)
    touched = np.zeros(len(begin) - 1, dtype=np.bool_)
    for block in range(0, len(sources), BLOCK):
        last = min(block + BLOCK, len(sources))
        for at in range(block, last):
            bit = at - block
            words[ranks[sources[at]], bit >> 6] |= np.uint64(1) << np.uint64(bit & 63)
            touched[ranks[sources[at]]] = True
        for rank in range(ranks[sources[last - 1]], -1, -1):
            if not touched[rank]:
                continue
            for at in range(begin[rank], begin[rank + 1]):
                _push(members[at], rank, first, node, ranks, words, touched)
            for word in range(WORDS):
                total[rank] += np.int64(_ones(words[rank, word]))
                words[rank, word] = 0
            touched[rank] = False
    return total[ranks]


@_compiled
def _nearer(level: Ints, one: int, head: Ints, following: Ints, source: Ints, queue: Ints, news: Ints) -> int:
    """A node's level fell: let it fall for all below; how many had none before (they are put in `news`)."""
    queue[0] = one
    at, end, new = 0, 1, 0
    while at < end:
        near = level[queue[at]] + 1
        strand = head[queue[at]]
        at += 1
        while strand >= 0:
            low = source[strand]
            strand = following[strand]
            if level[low] < 0:
                news[new] = low
                new += 1
            elif level[low] <= near:
                continue
            level[low] = near
            queue[end] = low
            end += 1
    return new


@_compiled
def _best(one: int, level: Ints, up_head: Ints, up_next: Ints, target: Ints, doubted: Flags) -> int:
    """The level that a node has by what it leads to and what is not doubted, -1 for none."""
    best = -1
    strand = up_head[one]
    while strand >= 0:
        far = target[strand]
        strand = up_next[strand]
        if level[far] >= 0 and not doubted[far] and (best < 0 or level[far] + 1 < best):
            best = level[far] + 1
    return best


@_compiled
def _doubt(
    level: Ints, one: int, up_head: Ints, up_next: Ints, target: Ints, head: Ints, following: Ints,
    source: Ints, queue: Ints, doubted: Flags,
) -> int:  # fmt: skip
    """Mark every node that keeps its level by nothing but `one`, level by level; how many there are."""
    if _best(one, level, up_head, up_next, target, doubted) == level[one]:
        return 0
    queue[0] = one
    doubted[one] = True
    at, end = 0, 1
    while at < end:
        near = level[queue[at]] + 1
        strand = head[queue[at]]
        at += 1
        while strand >= 0:
            low = source[strand]
            strand = following[strand]
            if level[low] != near or doubted[low]:
                continue
            if _best(low, level, up_head, up_next, target, doubted) != near:
                doubted[low] = True
                queue[end] = low
                end += 1
    return end


@_compiled
def _farther(
    level: Ints, one: int, up_head: Ints, up_next: Ints, target: Ints, head: Ints, following: Ints,
    source: Ints, queue: Ints, news: Ints, doubted: Flags,
) -> int:  # fmt: skip
    """A node lost a strand: find the new levels of all it held up; how many have none (put in `news`).

    Those in doubt start from what is not (Ramalingam and Reps 1996): in order of level, the ones so found and
    the ones found from them are taken in turn, nearest first.
    """
    end = _doubt(level, one, up_head, up_next, target, head, following, source, queue, doubted)
    for at in range(end):
        level[queue[at]] = _best(queue[at], level, up_head, up_next, target, doubted)
    held = queue[:end][level[queue[:end]] >= 0]
    held = held[np.argsort(level[held])]
    at, begin, last = 0, 0, 0
    while at < len(held) or begin < last:
        if begin == last or (at < len(held) and level[held[at]] <= level[news[begin]]):
            sure = held[at]
            at += 1
        else:
            sure = news[begin]
            begin += 1
        doubted[sure] = False
        strand = head[sure]
        while strand >= 0:
            low = source[strand]
            strand = following[strand]
            if doubted[low] and (level[low] < 0 or level[low] > level[sure] + 1):
                level[low] = level[sure] + 1
                news[last] = low
                last += 1
    lost = 0
    for at in range(end):
        doubted[queue[at]] = False
        if level[queue[at]] < 0:
            news[lost] = queue[at]
            lost += 1
    return lost


def nearer(level: Ints, one: int, head: Ints, following: Ints, source: Ints, queue: Ints, news: Ints) -> int:
    """A node's level fell: let it fall for all below; how many had none before (they are put in `news`)."""
    found: int = _nearer(level, one, head, following, source, queue, news)
    return found


def farther(
    level: Ints, one: int, up_head: Ints, up_next: Ints, target: Ints, head: Ints, following: Ints,
    source: Ints, queue: Ints, news: Ints, doubted: Flags,
) -> int:  # fmt: skip
    """A node lost a strand: find the new levels of all it held up; how many have none (put in `news`).

    This and `nearer` have no other form: what one change touches is small, so that without Numba they run as
    they stand. What checks them is the answer found anew.
    """
    found: int = _farther(level, one, up_head, up_next, target, head, following, source, queue, news, doubted)
    return found


def rows(near: Ints, nodes: int) -> tuple[Ints, Ints]:
    """Where each node's row begins, and the strands in order of rows."""
    found: tuple[Ints, Ints] = (_rows if numba else _plain.rows)(near, nodes)
    return found


def components(first: Ints, node: Ints, below: Ints, under: Ints) -> tuple[Ints, Ints]:
    """Each node's component by its smallest node, and an order of all; `below`, `under`: the down rows."""
    if numba is None:
        return _plain.components(first, node, below, under)
    found: tuple[Ints, Ints] = _components(first, node)
    return found


def levels(first: Ints, node: Ints, roots: Ints, through: Flags) -> tuple[Ints, Ints]:
    """Strands from the nearest root to each node (-1: none), and the nodes reached, nearest first.

    A walk goes on only from nodes that may be passed `through`.
    """
    found: tuple[Ints, Ints] = (_levels if numba else _plain.levels)(first, node, roots, through)
    return found


def steps(first: Ints, node: Ints, level: Ints) -> Ints:
    """The first place in each row that leads one level nearer, -1 where none does."""
    found: Ints = (_steps if numba else _plain.steps)(first, node, level)
    return found


def gather_bits(first: Ints, node: Ints, words: Words, order: Ints, component: Ints) -> None:
    """Give each node, in place, the bits of every node along its rows."""
    if numba is None:
        _plain.gather_bits(first, node, words)
    else:
        _gather_bits(first, node, words, order, component)


def least(first: Ints, node: Ints, value: Floats, order: Ints, component: Ints) -> None:
    """Give each node, in place, the least value of itself and every node along its rows."""
    if numba is None:
        _plain.least(first, node, value)
    else:
        _least(first, node, value, order, component)


def strongest(
    first: Ints, node: Ints, strength: Floats, roots: Ints, order: Ints, component: Ints
) -> tuple[Floats, Ints, Ints]:
    """Per node the largest product of strengths on a line to a root (0: none), its strands, its step."""
    if numba is None:
        return _plain.strongest(first, node, strength, roots)
    found: tuple[Floats, Ints, Ints] = _strongest(first, node, strength, roots, order, component)
    return found


def dominators(
    first: Ints, node: Ints, below: Ints, under: Ints, roots: Ints, order: Ints, component: Ints
) -> tuple[Ints, Ints]:
    """Per node the nearest that all its lines to roots pass (-1: no line), and its level in a tree of lines.

    Both have one place more, for the root behind all roots, at level 0; roots have level 1, nodes without a
    line 0. A parent's level is under its child's. `below`, `under`: the down rows.
    """
    if numba is None:
        return _plain.dominators(first, node, below, under, roots)
    found: tuple[Ints, Ints] = _dominators(first, node, roots, order, component)
    return found


def sizes(parent: Ints, queue: Ints, level: Ints) -> Ints:
    """How many nodes are below each in the tree of `parent`, itself counted; the last place is the root."""
    if numba is None:
        return _plain.sizes(parent, queue, level)
    found: Ints = _sizes(parent, queue)
    return found


def inherited(parent: Ints, queue: Ints, level: Ints, mark: Ints) -> None:
    """Give each node without a mark (-1), in place, the mark of the nearest node above it that has one."""
    if numba is None:
        _plain.inherited(parent, queue, level, mark)
    else:
        _inherited(parent, queue, mark)


def bridges(first: Ints, node: Ints, component: Ints, level: Ints, parent: Ints) -> Ints:
    """Per node, the place of the one strand that all its lines begin with, -1 where there is none."""
    found: Ints = (_bridges if numba else _plain.bridges)(first, node, component, level, parent)
    return found


def counted(
    first: Ints, node: Ints, sources: Ints, component: Ints, order: Ints, *, turned: bool = False
) -> Counts:
    """How many of `sources` lead to each node, itself counted where it is one.

    `order` is that of rows upwards; `turned`: the rows given are those downwards.
    """
    if numba is None or not len(sources):
        return _plain.counted(first, node, sources)
    found: Counts = _counted(first, node, *_ranked(sources, component, order, turned))
    return found


def _ranked(sources: Ints, component: Ints, order: Ints, turned: bool) -> tuple[Ints, Ints, Ints, Ints]:
    """Sources by the rank of their component, ranks, and each component's members.

    Components are ranked as they come in the order: what one leads to upwards is before it.
    """
    turn = np.diff(component[order], prepend=np.int32(-1)) != 0
    ranks = np.empty(len(order), dtype=np.int32)
    ranks[order] = np.cumsum(turn, dtype=np.int32) - 1
    if turned:
        ranks = ranks.max() - ranks
    begin, members = rows(ranks, int(turn.sum()))
    return sources[np.argsort(ranks[sources], kind="stable")], ranks, members, begin


def warm() -> None:
    """Compile everything with tiny arrays."""
    one, two = np.zeros(1, dtype=np.int32), np.array([0, 0], dtype=np.int32)
    none, through = one[:0], np.ones(1, dtype=np.bool_)
    place = rows(none, 1)[1]
    components(two, place, two, place)
    level, queue = levels(two, place, one, through)
    steps(two, place, level)
    gather_bits(two, place, np.zeros((1, 1), dtype=np.uint64), one, one)
    least(two, place, np.zeros(1), one, one)
    strongest(two, place, np.zeros(0), one, one, one)
    parent, level = dominators(two, place, two, place, one, one, one)
    sizes(parent, queue, level)
    inherited(parent, queue, level, np.array([-1, -1], dtype=np.int32))
    bridges(two, place, one, level, parent)
    counted(two, place, one, one, one)
    level, doubted, spare = np.array([-1], dtype=np.int32), np.zeros(1, dtype=np.bool_), one.copy()
    _nearer(level, 0, one - 1, one, one, spare, one.copy())
    _farther(level, 0, one - 1, one, one, one - 1, one, one, spare, one.copy(), doubted)
