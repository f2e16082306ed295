"""What an opinion report tells beside the rankings: a slate, minorities, duplicates, who voted as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ledstjarna.cli._report import Section
from ledstjarna.engines.opinion import (
    Alike,
    Chosen,
    Duplicate,
    Minority,
    Moved,
    Opinion,
    Votes,
    alike,
    analyse,
    duplicates,
    minorities,
    moved,
    slate,
    without,
)

PLACES = 5
TOP = 10
FOUND = "opinion"


@dataclass(frozen=True, slots=True)
class Lists:
    """All of them; `moved` is empty where nobody voted as one."""

    slate: tuple[Chosen, ...]
    minorities: tuple[Minority, ...]
    duplicates: tuple[Duplicate, ...]
    sets: tuple[Alike, ...]
    moved: tuple[Moved, ...]


def lists_of(
    seen: Opinion, votes: Votes, texts: Sequence[str], parts: Mapping[str, np.ndarray], minimum: int
) -> Lists:
    """What the engine says of these votes, whose answer is `seen`."""
    sets = alike(votes, seen.group)
    left, stays = without(votes, sets)
    kept = {name: codes[stays] for name, codes in parts.items()}
    other = analyse(left, partitions=kept, minimum=minimum).unites if sets else seen.unites
    return Lists(
        slate(votes, seen.group, PLACES),
        minorities(seen.counts[FOUND], minimum=minimum) if seen.groups > 1 else (),
        duplicates(texts, votes),
        sets,
        moved(seen.unites, other, TOP) if sets else (),
    )


def sections(lists: Lists, texts: Sequence[str], groups: Sequence[str], most: int) -> list[Section]:
    """One section each; of minorities, duplicates and sets only where there are any."""
    made = [_slate(lists, texts)]
    if lists.minorities:
        made.append(_minorities(lists, texts, groups, most))
    if lists.duplicates:
        made.append(_duplicates(lists, texts, most))
    if lists.sets:
        made.append(_together(lists, texts))
    return made


def _slate(lists: Lists, texts: Sequence[str]) -> Section:
    rows = [(texts[one.statement], f"{one.gain:.0f}", f"{one.covered:.0%}") for one in lists.slate]
    words = "Each speaks for as many as possible of those whom none above it speaks for."
    columns = ("Statement", "Agree with it first", "Spoken for so far")
    return Section("A few that speak for everybody", words, columns, rows)


def _minorities(lists: Lists, texts: Sequence[str], groups: Sequence[str], most: int) -> Section:
    rows = [
        (
            texts[one.statement],
            groups[one.group],
            f"{one.part:.0%}",
            f"{one.share:.0%}",
            f"{one.elsewhere:.0%}",
        )
        for one in lists.minorities[:most]
    ]
    words = "A smaller group surely agrees; all others together surely do not."
    columns = ("Statement", "Group", "Of the people", "Agree here", "Agree elsewhere")
    return Section("What a minority stands behind", words, columns, rows)


def _duplicates(lists: Lists, texts: Sequence[str], most: int) -> Section:
    rows = [
        (
            texts[one.first],
            texts[one.second],
            f"{one.text:.0%}",
            f"{one.kappa:.2f}" if one.lower > -1 else "?",
        )
        for one in lists.duplicates[:most]
    ]
    words = (
        "Alike in words, and in the votes of those who voted on both (1 is the same; ? is too few to tell)."
    )
    return Section("Perhaps the same", words, ("Statement", "And", "Words alike", "Votes alike"), rows)


def _together(lists: Lists, texts: Sequence[str]) -> Section:
    people, sets = sum(len(one.people) for one in lists.sets), len(lists.sets)
    words = (
        f"{people} people in {sets} {'set' if sets == 1 else 'sets'} gave nearly the same votes, "
        "more than chance allows. It need not mean anything; here is what unites with and without them."
    )
    rows = [(texts[one.statement], one.place or "–", one.without or "–") for one in lists.moved]
    return Section("Voted as one", words, ("Statement", "Place with them", "Place without"), rows)


def told(lists: Lists) -> dict[str, object]:
    """The same for a machine; sets as numbers of people, never who."""
    return {
        "slate": lists.slate,
        "minorities": lists.minorities,
        "duplicates": lists.duplicates,
        "voted_as_one": [len(one.people) for one in lists.sets],
        "without_them": lists.moved,
    }
