"""A document split by its headings."""

import re
from dataclasses import dataclass

HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$")
MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands below it; what stands before the first heading has none."""

    heading: str
    text: str


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a text in which a line that begins with `#` is a heading, in order.

    A heading that comes again is told apart by a number, so that each can be leaned on.
    """
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in text.splitlines():
        if hit := HEADING.match(line):
            found.append((hit.group(1)[:200], []))
        else:
            found[-1][1].append(line)
    seen: dict[str, int] = {}
    parts = []
    for heading, lines in found:
        seen[heading] = seen.get(heading, 0) + 1
        name = heading if seen[heading] == 1 else f"{heading} ({seen[heading]})"
        parts.append(Part(name, "\n".join(lines).strip()))
    return tuple(part for part in parts if part.heading or part.text)


def too_many(text: str) -> int:
    """How many parts a text has beyond what a document can be steered by; 0 where it fits."""
    return max(0, sum(bool(part.heading) for part in parts_of(text)) - MOST_PARTS)
