"""Sweeps over pairs of groups: in each pair at most one exchange, chosen by lot among all, the cheapest
likeliest.

A sweep pairs groups up; within a pair (a, b) every exchange of a seat in a with a seat in b is priced, a
noise is taken off each price, and the lowest is done if it beats staying. With Gumbel noise times a
temperature this is a draw in proportion to exp(-price / temperature) (Gibbs sampling). Empty seats have the
number of people as their occupant and cost nothing, so an exchange with one is a move. All numbers are whole,
so the compiled form and its plain twin do exactly the same.

Price of exchanging x in a with y in b: S[b,x] - S[a,x] + S[a,y] - S[b,y] - 2 C[x,y], with S[g,i] = sum of
C[i,j] over j in g; with group sums of traits, the change of by_size[s] * Q is added. Cost: groups / 2 *
seats^2 prices per sweep, people per exchange.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from ledstjarna.engines.groups.people import Flags, Ints

try:
    import numba
except ImportError:  # the plain twin does the same, more slowly
    numba = None  # type: ignore[assignment]

Function = Callable[..., int]
NEVER = 1 << 61


def _compiled(function: Function) -> Function:
    made: Any = numba.njit(cache=True)(function) if numba else function
    answer: Function = made
    return answer


def _sweeps(  # noqa: C901  one loop nest: compiled, it may not be taken apart without cost
    pair: Ints, gram: Ints, by_size: Ints, near: Ints, pull: Ints, square: Ints, slots: Ints, size: Ints,
    lower: Ints, upper: Ints, left: Ints, right: Ints, start: Ints, noise: Ints,
) -> int:  # fmt: skip
    people = pair.shape[0] - 1
    seats = slots.shape[1]
    couples = left.shape[1]
    uneven = gram.shape[0] > 0
    done = 0
    for sweep in range(left.shape[0]):
        dice = start[sweep]
        stay = dice + couples * seats * seats
        for couple in range(couples):
            a, b = left[sweep, couple], right[sweep, couple]
            best, one, two = -noise[stay + couple], -1, -1
            for i in range(seats):
                x = slots[a, i]
                leave = near[b, x] - near[a, x]
                for j in range(seats):
                    y = slots[b, j]
                    price = leave + near[a, y] - near[b, y] - 2 * pair[x, y] - noise[dice]
                    dice += 1
                    shift = 0
                    if x == people or y == people:
                        shift = int(y != people) - int(x != people)
                        if shift == 0 or size[a] + shift < lower[a] or size[a] + shift > upper[a]:
                            continue
                        if size[b] - shift < lower[b] or size[b] - shift > upper[b]:
                            continue
                    if uneven:
                        gap = gram[x, x] + gram[y, y] - 2 * gram[x, y]
                        new_a = square[a] + 2 * (pull[a, y] - pull[a, x]) + gap
                        new_b = square[b] + 2 * (pull[b, x] - pull[b, y]) + gap
                        price += by_size[size[a] + shift] * new_a - by_size[size[a]] * square[a]
                        price += by_size[size[b] - shift] * new_b - by_size[size[b]] * square[b]
                    if price < best:
                        best, one, two = price, i, j
            if one < 0:
                continue
            done += 1
            x, y = slots[a, one], slots[b, two]
            slots[a, one], slots[b, two] = y, x
            shift = int(y != people) - int(x != people)
            size[a] += shift
            size[b] -= shift
            for k in range(people):
                change = pair[y, k] - pair[x, k]
                near[a, k] += change
                near[b, k] -= change
            if uneven:
                gap = gram[x, x] + gram[y, y] - 2 * gram[x, y]
                square[a] += 2 * (pull[a, y] - pull[a, x]) + gap
                square[b] += 2 * (pull[b, x] - pull[b, y]) + gap
                for k in range(people):
                    change = gram[y, k] - gram[x, k]
                    pull[a, k] += change
                    pull[b, k] -= change
    return done


def _prices(pair: Ints, near: Ints, a: Ints, b: Ints, here: Ints, there: Ints) -> Ints:
    """Change of pair costs for each exchange in each couple of groups: couples x seats x seats."""
    row = pair.shape[0]
    flat, from_a, from_b = near.ravel(), (a * row)[:, None], (b * row)[:, None]
    leave = flat.take(from_b + here) - flat.take(from_a + here)
    come = flat.take(from_a + there) - flat.take(from_b + there)
    price: Ints = pair.ravel().take((here * row)[:, :, None] + there[:, None, :])
    price *= -2
    price += leave[:, :, None]
    price += come[:, None, :]
    return price


def _shifts(people: int, here: Ints, there: Ints) -> Ints:
    """By how much each exchange makes the first group larger: -1, 0 or 1."""
    shift: Ints = (there != people).astype(np.int64)[:, None, :] - (here != people)[:, :, None]
    return shift


def _forbidden(
    people: int, size: Ints, lower: Ints, upper: Ints, a: Ints, b: Ints, here: Ints, there: Ints
) -> Flags:
    """Exchanges that would leave a group too small or too large, or swap two empty seats."""
    shift = _shifts(people, here, there)
    in_a, in_b = size[a][:, None, None] + shift, size[b][:, None, None] - shift
    wrong = (in_a < lower[a][:, None, None]) | (in_a > upper[a][:, None, None])
    wrong |= (in_b < lower[b][:, None, None]) | (in_b > upper[b][:, None, None])
    both = (here == people)[:, :, None] & (there == people)[:, None, :]
    return np.asarray((wrong & (shift != 0)) | both)


def _imbalances(
    gram: Ints, by_size: Ints, pull: Ints, square: Ints, size: Ints, a: Ints, b: Ints, here: Ints, there: Ints
) -> Ints:
    """Change of the imbalance for each exchange in each couple of groups."""
    people, own = gram.shape[0] - 1, gram.diagonal()
    gap = own[here][:, :, None] + own[there][:, None, :] - 2 * gram[here[:, :, None], there[:, None, :]]
    shift = _shifts(people, here, there)
    total = np.zeros_like(gap)
    for group, goes, comes, sign in ((a, here, there, 1), (b, there, here, -1)):
        out, into = pull[group[:, None], goes], pull[group[:, None], comes]
        change = into[:, None, :] - out[:, :, None] if sign > 0 else into[:, :, None] - out[:, None, :]
        before = square[group][:, None, None]
        # Bounds were checked or will be; a size beyond the table stands for an exchange that is forbidden.
        then = np.clip(size[group][:, None, None] + sign * shift, 0, len(by_size) - 1)
        total += by_size[then] * (before + 2 * change + gap) - by_size[size[group]][:, None, None] * before
    return total


def _exchange(
    pair: Ints, gram: Ints, near: Ints, pull: Ints, square: Ints, slots: Ints, size: Ints,
    a: Ints, i: Ints, b: Ints, j: Ints,
) -> None:  # fmt: skip
    """Do one exchange in each of several couples of groups, all of them different."""
    people = pair.shape[0] - 1
    x, y = slots[a, i], slots[b, j]
    slots[a, i], slots[b, j] = y, x
    shift = (y != people).astype(np.int64) - (x != people)
    size[a] += shift
    size[b] -= shift
    change = pair[y] - pair[x]
    near[a] += change
    near[b] -= change
    if len(gram):
        gap = gram[x, x] + gram[y, y] - 2 * gram[x, y]
        square[a] += 2 * (pull[a, y] - pull[a, x]) + gap
        square[b] += 2 * (pull[b, x] - pull[b, y]) + gap
        change = gram[y] - gram[x]
        pull[a] += change
        pull[b] -= change


def plain_sweeps(
    pair: Ints, gram: Ints, by_size: Ints, near: Ints, pull: Ints, square: Ints, slots: Ints, size: Ints,
    lower: Ints, upper: Ints, left: Ints, right: Ints, start: Ints, noise: Ints,
) -> int:  # fmt: skip
    """The plain twin of `sweeps`."""
    seats, couples = slots.shape[1], left.shape[1]
    people, done = pair.shape[0] - 1, 0
    prices, rows = couples * seats * seats, np.arange(couples)
    padded = bool((slots == people).any())
    for a, b, dice in zip(left, right, start.tolist(), strict=True):
        here, there = slots[a], slots[b]
        price = _prices(pair, near, a, b, here, there)
        if len(gram):
            price += _imbalances(gram, by_size, pull, square, size, a, b, here, there)
        flat = price.reshape(couples, seats * seats)
        flat -= noise[dice : dice + prices].reshape(flat.shape)
        if padded:
            price[_forbidden(people, size, lower, upper, a, b, here, there)] = NEVER
        best = flat.argmin(axis=1)
        go = (flat[rows, best] < -noise[dice + prices : dice + prices + couples]).nonzero()[0]
        if go.size:
            i, j = np.divmod(best[go], seats)
            _exchange(pair, gram, near, pull, square, slots, size, a[go], i, b[go], j)
            done += len(go)
    return done


compiled_sweeps = _compiled(_sweeps)


def sweeps(
    pair: Ints, gram: Ints, by_size: Ints, near: Ints, pull: Ints, square: Ints, slots: Ints, size: Ints,
    lower: Ints, upper: Ints, left: Ints, right: Ints, start: Ints, noise: Ints,
) -> int:  # fmt: skip
    """Sweep over groups in place (`near`, `pull`, `square`, `slots`, `size` change); how many exchanges were
    done.
    """
    run = compiled_sweeps if numba else plain_sweeps
    return run(pair, gram, by_size, near, pull, square, slots, size, lower, upper, left, right, start, noise)


def warm() -> None:
    """Compile with tiny arrays, both with and without group sums."""
    one, two = np.ones((3, 3), dtype=np.int64), np.zeros((2, 3), dtype=np.int64)
    pairing, noise = np.zeros((1, 1), dtype=np.int64), np.zeros(4, dtype=np.int64)
    for gram, pull in ((np.zeros((0, 0), dtype=np.int64),) * 2, (one.copy(), two.copy())):
        slots, size = np.array([[0], [1]]), np.ones(2, dtype=np.int64)
        bound, square, by_size = (
            np.ones(2, dtype=np.int64),
            np.zeros(2, dtype=np.int64),
            np.ones(2, dtype=np.int64),
        )
        sweeps(
            one, gram, by_size, two.copy(), pull, square, slots, size, bound, bound,
            pairing, pairing + 1, np.zeros(1, dtype=np.int64), noise,
        )  # fmt: skip
