"""The hash that chains each fact to the one before it, so that tampering shows."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """A fact as it is hashed; persons and nodes by their row numbers, no text but the verb."""

    number: int
    at: datetime
    who: int | None
    verb: str
    node: int
    other: int | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the chain holds: facts read, and the first number at which it breaks."""

    facts: int
    broken_at: int | None
    why: str


def seal(previous: str, link: Link) -> str:
    """The SHA-256, in hexadecimal, of a fact and its predecessor's hash."""
    moment = link.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (previous, link.number, moment, link.who or "", link.verb, link.node, link.other or "")
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()


def verify(
    links: Iterable[tuple[Link, str]], head: tuple[int, str], anchor: tuple[int, str] | None = None
) -> Verdict:
    """Walk the chain from its first fact and say at which number it breaks, if anywhere.

    `links` are facts with their stored hashes in order of number; `head` is the tide; `anchor` is a
    number and hash kept outside, which betrays a chain that was rebuilt from an earlier fact.
    """
    previous, number = GENESIS, 0
    for link, stored in links:
        if link.number != number + 1:
            return Verdict(number, number + 1, "a fact is missing here")
        if seal(previous, link) != stored:
            return Verdict(number, link.number, "this fact is not as it was written")
        if anchor and anchor[0] == link.number and anchor[1] != stored:
            return Verdict(number, link.number, "this fact differs from the anchor kept outside")
        previous, number = stored, link.number
    if (number, previous) != head:
        return Verdict(number, min(number, head[0]) + 1, "the latest facts do not match the tide")
    if anchor and anchor[0] > number:
        return Verdict(number, number + 1, "facts that the anchor knows of are gone")
    return Verdict(number, None, "")
