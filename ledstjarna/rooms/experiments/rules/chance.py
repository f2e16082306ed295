"""What is drawn by chance, so that it can be drawn again: the same seed gives the same draw."""

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

BLOCK = 4


def _draw(seed: int, what: object) -> bytes:
    return sha256(f"{seed}:{what}".encode()).digest()


def next_way(seed: int, place: int) -> bool:
    """Whether observation number `place` (from 0) has the change: two and two in each block of four."""
    block, within = divmod(place, BLOCK)
    order = sorted(range(BLOCK), key=lambda one: _draw(seed, f"{block}:{one}"))
    return order[within] >= BLOCK // 2


def starts(seed: int, names: Sequence[str], begins: date, days: int) -> dict[str, date]:
    """The day on which each place begins: evenly over the sprint, in an order drawn; nobody on the first."""
    order = sorted(names, key=lambda name: _draw(seed, name))
    apart = max(days // (len(order) + 1), 1)
    return {name: begins + timedelta(days=apart * (place + 1)) for place, name in enumerate(order)}


def pairs(seed: int, names: Sequence[str]) -> dict[str, tuple[int, bool]]:
    """Places two and two in the order given; which of each two has the change is drawn.

    One left over is alone in its pair, and is without the change.
    """
    found: dict[str, tuple[int, bool]] = {}
    for place in range(0, len(names), 2):
        two = names[place : place + 2]
        first = len(two) == 2 and _draw(seed, f"pair {place}")[0] < 128
        found[two[0]] = (place // 2, first)
        if len(two) == 2:
            found[two[1]] = (place // 2, not first)
    return found
