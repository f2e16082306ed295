"""Words that look as if they were about somebody, not about what is in the way (R19): a hint, no ban."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

# The commonest given names of those who work in Sweden (Statistics Sweden's lists of names).
GIVEN = frozenset(
    """
    anna eva maria karin kristina lena sara emma malin jenny linda anneli marie annika susanne elin
    ingrid hanna birgitta johanna ida sofia camilla julia åsa therese ulrika helena monica helen pia
    ulla amanda carina gunilla lisa marianne elisabeth fatima zahra aisha lars anders johan per erik
    karl mikael peter thomas daniel fredrik andreas stefan marcus mats mattias magnus jonas martin
    niklas oskar viktor simon christer patrik henrik robert joakim håkan leif björn bengt bo göran kent
    hans sven mohamed ahmed ali omar hassan ibrahim
    """.split()  # noqa: SIM905  a list of names is read more easily as a text
)
HEALTH = (
    "sjukskriv", "sjukanmäl", "långtidssjuk", "utmattning", "utbränd", "depression", "deprimera",
    "diagnos", "adhd", "autism", "cancer", "gravid", "missbruk", "alkoholist", "rehabiliter",
    "panikångest", "sick leave", "burnout", "pregnan", "diagnosis", "rehabilitat",
)  # fmt: skip
STAFF = (
    "mobba", "trakasser", "avskeda", "sparka honom", "sparka henne", "skriftlig varning", "disciplin",
    "hans lön", "hennes lön", "lönesätt", "omplacer", "säga upp", "uppsagd", "facket säger",
    "medlem i facket", "harass", "bully", "bullied", "dismiss", "their pay", "her salary",
    "his salary",
)  # fmt: skip
NUMBER = re.compile(r"\b(?:19|20)?\d{6}[-+ ]?\d{4}\b")
PAIR = re.compile(r"\b([A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?)\s+([A-ZÅÄÖÉ][a-zåäöéü]+)\b")
CAPITAL = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]{2,}\b")
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
TITLE = 120


@dataclass(frozen=True, slots=True)
class Hint:
    """A word that was met, and what it looks like: `name`, `health` or `staff`."""

    sort: str
    word: str


def hints(text: str, known: Collection[str] = ()) -> tuple[Hint, ...]:
    """What in a text looks like a person, somebody's health or a personnel matter.

    `known` are the city's own names of places and units in small letters, which are nobody's.
    """
    found = [*_names(text, known), *_met(text, "health", HEALTH), *_met(text, "staff", STAFF)]
    return tuple(dict.fromkeys(found))


def _names(text: str, known: Collection[str]) -> Iterator[Hint]:
    for number in NUMBER.findall(text):
        yield Hint("name", number)
    paired: set[str] = set()
    for first, last in PAIR.findall(text):
        if first.lower() not in known and last.lower() not in known and first.lower() in GIVEN:
            paired |= {first, last}
            yield Hint("name", f"{first} {last}")
    for word in CAPITAL.findall(text):
        plain = word.lower()
        bare = plain if plain in GIVEN else plain.removesuffix("s")
        if bare in GIVEN and plain not in known and word not in paired:
            yield Hint("name", word)


def _met(text: str, sort: str, words: tuple[str, ...]) -> Iterator[Hint]:
    plain = text.lower()
    for word in words:
        if hit := re.search(rf"\b{word}\w*", plain):
            yield Hint(sort, hit.group(0))


def title_of(text: str) -> str:
    """The first sentence of a text, cut at a word where it is long."""
    first = SENTENCE.split(text.strip())[0].strip()
    if len(first) <= TITLE:
        return first
    return first[: TITLE - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
