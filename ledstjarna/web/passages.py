"""What differs between two wordings, so that a reader sees it at once."""

from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of two versions: the same, gone or new."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version that stood until a moment, why it was changed, and what differs from the one after it."""

    number: int
    until: datetime
    why: str
    passages: tuple[Passage, ...]


def passages(old: str, new: str) -> tuple[Passage, ...]:
    """What differs between two wordings, word by word, in reading order."""
    a, b = old.split(), new.split()
    found: list[Passage] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Passage("same", " ".join(a[a0:a1])))
            continue
        if a1 > a0:
            found.append(Passage("gone", " ".join(a[a0:a1])))
        if b1 > b0:
            found.append(Passage("new", " ".join(b[b0:b1])))
    return tuple(found)
