"""Which way words pull: one wants a thing shorter, another wants the same thing longer."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledstjarna.thread.stems import WORD, stems

# Words that pull against each other, by what they pull at; as people write them.
AGAINST = (
    (("kortare", "korta", "shorter", "shorten"), ("längre", "förläng", "förlänga", "longer", "lengthen")),
    (("färre", "fewer"), ("fler", "flera")),
    (
        ("mindre", "minska", "minskar", "less", "reduce", "smaller"),
        ("mer", "öka", "ökar", "more", "increase"),
    ),
    (("mindre", "smaller"), ("större", "larger", "bigger")),
    (("sänka", "sänker", "lägre", "lower"), ("höja", "höjer", "högre", "higher", "raise")),
    (("snabbare", "fortare", "faster", "quicker"), ("långsammare", "slower")),
    (("samla", "samlas", "centralisera", "gather"), ("sprida", "spridas", "decentralisera", "spread")),
    (("öppna", "öppnare", "open"), ("stänga", "stängd", "close")),
    (("billigare", "cheaper"), ("dyrare",)),
    (("tidigare", "earlier"), ("senare", "later")),
)
NEAR = 4
SMALL = frozenset(
    WORD.findall(
        """och att det som en ett i på av för med till den de är vi ska inte om har kan sin sina så var alla
        vara deras the a an of to in on for with and that is are be we our their it who by at from this not"""
    )
)


@dataclass(frozen=True, slots=True)
class Pull:
    """One word that pulls, which of the pairs it is of, to which side, and the stems of what it pulls at."""

    word: str
    pair: int
    side: int
    at: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clash:
    """That two texts pull opposite ways: the word of each, and what both are about."""

    one: str
    other: str
    about: str


def _sides() -> dict[str, list[tuple[int, int]]]:
    """For each word that pulls, the pairs that it is of, and to which side of each."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, pair in enumerate(AGAINST):
        for side, words in enumerate(pair):
            for word in words:
                found.setdefault(word, []).append((number, side))
    return found


SIDES = _sides()


def pulls(text: str) -> tuple[Pull, ...]:
    """The words of a text that pull, in order; what each pulls at is the words next after it."""
    words = WORD.findall(text.lower())
    cut = stems(text)
    return tuple(_pulls(words, cut))


def _pulls(words: list[str], cut: list[tuple[str, ...]]) -> Iterator[Pull]:
    for place, word in enumerate(words):
        if word in SIDES:
            after = range(place + 1, min(len(words), place + 1 + NEAR))
            at = frozenset(cut[i][0] for i in after if words[i] not in SMALL and words[i] not in SIDES)
            yield from (Pull(word, pair, side, at) for pair, side in SIDES[word])


def clash(one: tuple[Pull, ...], other: tuple[Pull, ...]) -> Clash | None:
    """Whether two texts pull opposite ways at the same thing."""
    for left in one:
        for right in other:
            shared = left.at & right.at
            if left.pair == right.pair and left.side != right.side and shared:
                return Clash(left.word, right.word, min(shared))
    return None
