"""Can everyone be given a group they can come to, within the sizes?

Method: augmenting paths (Kuhn 1955) over groups with room for several. First every group is filled to its
smallest size, then everyone who is left is seated up to the largest; by the theorem of Mendelsohn and Dulmage
(1958) that fails only if one of the two is impossible by itself. A failure comes with its reason, a set in
the sense of Hall (1935): people who have too few seats between them, or groups to which too few can come.
Items may be blocks of several people; they are seated first, so for blocks a failure of `seat` is no proof
(see `conflict`). Cost: at most one search over people x groups for each item.
"""

from dataclasses import dataclass, field

import numpy as np

from ledstjarna.engines.groups.people import Flags, Ints


@dataclass(slots=True)
class Seats:
    """Mutable: the group of each item (-1: none yet) and who sits in each group; `masks`: bits of possible
    groups.
    """

    masks: list[int]
    room: list[int]
    group: list[int]
    inside: list[set[int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shortage:
    """Why it failed: `items` that have only `groups` between them, or (`too_few`) `groups` that only `items`
    reach.
    """

    items: tuple[int, ...]
    groups: tuple[int, ...]
    too_few: bool


def bits(can: Flags) -> list[int]:
    """Rows of flags as whole numbers, group 0 in the lowest bit."""
    packed = np.packbits(can, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def _each(mask: int) -> list[int]:
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found


def _place(seats: Seats, item: int, group: int) -> None:
    if seats.group[item] >= 0:
        seats.inside[seats.group[item]].discard(item)
    seats.group[item] = group
    seats.inside[group].add(item)


def _augment(seats: Seats, item: int) -> tuple[int, ...]:
    """Seat an item, moving others along; where there is no way, the full groups it could reach."""
    brought = dict.fromkeys(_each(seats.masks[item]), (item, -1))
    waiting = sorted(brought, key=lambda group: (len(seats.inside[group]) - seats.room[group], group))
    place = 0
    while place < len(waiting):
        group = waiting[place]
        place += 1
        if len(seats.inside[group]) < seats.room[group]:
            _shift(seats, brought, group)
            return ()
        for other in sorted(seats.inside[group]):
            for further in _each(seats.masks[other]):
                if further not in brought:
                    brought[further] = (other, group)
                    waiting.append(further)
    return tuple(sorted(waiting)) or (-1,)


def _shift(seats: Seats, brought: dict[int, tuple[int, int]], group: int) -> None:
    while group >= 0:
        item, before = brought[group]
        _place(seats, item, group)
        group = before


def _fill(seats: Seats, group: int, able: list[int]) -> Shortage | None:
    """Bring a group one more person, taking from others that then find one in turn."""
    brought: dict[int, tuple[int, int]] = {}
    waiting, seen = [group], {group}
    for there in waiting:
        for item in _each(able[there]):
            if item in brought or seats.group[item] == there:
                continue
            brought[item] = (there, seats.group[item])
            home = seats.group[item]
            if home < 0:
                _pull(seats, brought, item, group)
                return None
            if home not in seen:
                seen.add(home)
                waiting.append(home)
    items = sorted({item for there in seen for item in _each(able[there])})
    return Shortage(tuple(items), tuple(sorted(seen)), True)


def _pull(seats: Seats, brought: dict[int, tuple[int, int]], item: int, last: int) -> None:
    while True:
        there = brought[item][0]
        _place(seats, item, there)
        if there == last:
            return
        item = next(
            other for other, (_, home) in brought.items() if home == there and other in seats.inside[there]
        )


def _fill_all(seats: Seats, can: Flags) -> Shortage | None:
    """Fill every group to its smallest size, one person each in turn, the first who are free first."""
    groups = len(seats.room)
    able = bits(can.T)
    free = (1 << len(seats.masks)) - 1
    for level in range(max(seats.room)):
        for group in range(groups):
            if len(seats.inside[group]) > level or seats.room[group] <= level:
                continue
            first = able[group] & free
            if first:
                item = (first & -first).bit_length() - 1
                _place(seats, item, group)
                free ^= 1 << item
                continue
            short = _fill(seats, group, able)
            if short:
                return short
            free = sum(1 << item for item, there in enumerate(seats.group) if there < 0)
    return None


def seat(can: Flags, lower: Ints, upper: Ints) -> list[int] | Shortage:
    """The group of each item, or why there is none. `can`: items x groups; every item takes one seat."""
    items, groups = can.shape
    seats = Seats(bits(can), lower.tolist(), [-1] * items, [set() for _ in range(groups)])
    short = _fill_all(seats, can)
    if short:
        return short
    seats.room = upper.tolist()
    for item in range(items):
        if seats.group[item] < 0:
            full = _augment(seats, item)
            if full:
                return _crowd(seats, item, full)
    return seats.group


def _crowd(seats: Seats, item: int, full: tuple[int, ...]) -> Shortage:
    """Everyone who has only full groups to go to, and those groups."""
    groups = () if full == (-1,) else full
    items = {item, *(other for group in groups for other in seats.inside[group])}
    return Shortage(tuple(sorted(items)), groups, False)
