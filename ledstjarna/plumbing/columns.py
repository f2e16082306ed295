"""Which column of a table holds what, guessed from the words in its header."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process, utils


def guess(header: Sequence[str], fields: Mapping[str, Sequence[str]], sure: float) -> dict[str, int]:
    """The column of each field by the words that headers say it with, best matches first.

    No column is taken twice, and one that resembles a word less than `sure` (of 100) not at all.
    """
    found: list[tuple[float, str, int]] = []
    for field, words in fields.items():
        for place, name in enumerate(header):
            hit = process.extractOne(
                name, words, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=sure
            )
            if hit is not None:
                found.append((hit[1], field, place))
    made: dict[str, int] = {}
    for _score, field, place in sorted(found, key=lambda one: (-one[0], one[2])):
        if field not in made and place not in made.values():
            made[field] = place
    return made
