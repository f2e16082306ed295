"""Words cut to their stems, in Swedish and English, when indexed and when sought."""

import re
from functools import cache

import snowballstemmer

WORD = re.compile(r"[0-9a-zåäöéüæø]+", re.IGNORECASE)


@cache
def _stemmer(language: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(language)


def stems(text: str) -> list[tuple[str, ...]]:
    """Each word of a text as its distinct stems: itself first where the languages differ."""
    swedish, english = _stemmer("swedish"), _stemmer("english")
    return [
        tuple(dict.fromkeys((swedish.stemWord(word), english.stemWord(word))))
        for word in WORD.findall(text.lower())
    ]


def indexed(text: str) -> str:
    """The line of stems that is stored for a text."""
    return " ".join(stem for word in stems(text) for stem in word)
