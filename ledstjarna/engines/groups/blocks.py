"""People who must be together travel as one block."""

from collections import deque

import numpy as np

from ledstjarna.engines.groups.people import Ints


def blocks_of(together: Ints, people: int) -> list[Ints]:
    """Sets of two or more people whom pairs tie together, each sorted, in order of their first person."""
    parent = list(range(people))

    def root(person: int) -> int:
        while parent[person] != person:
            parent[person] = parent[parent[person]]
            person = parent[person]
        return person

    for one, two in together.tolist():
        parent[max(root(one), root(two))] = min(root(one), root(two))
    tied = sorted({person for pair in together.tolist() for person in pair})
    inside: dict[int, list[int]] = {}
    for person in tied:
        inside.setdefault(root(person), []).append(person)
    return [np.array(members, dtype=np.int64) for members in inside.values()]


def links(together: Ints, origin: int) -> dict[int, tuple[int, int]]:
    """A tree of pairs from `origin` through everyone tied to it: who brings each person in, by person."""
    beside: dict[int, list[int]] = {}
    for one, two in together.tolist():
        beside.setdefault(one, []).append(two)
        beside.setdefault(two, []).append(one)
    brought, waiting = {origin: (origin, origin)}, deque([origin])
    while waiting:
        person = waiting.popleft()
        for other in beside.get(person, ()):
            if other not in brought:
                brought[other] = (person, other)
                waiting.append(other)
    return brought


def path(together: Ints, one: int, two: int) -> list[tuple[int, int]]:
    """The pairs that tie one person to another, fewest first."""
    brought, found = links(together, one), []
    while two != one:
        found.append(brought[two])
        two = brought[two][0]
    return found[::-1]
