"""Names taken out of a text, so that it can be read without knowing who wrote it.

What is taken out gives way to a neutral mark. The same text and the same names give the same copy; a copy
that is taken through again stays as it is.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MARKS: dict[str, dict[str, str]] = {
    "sv": {
        "name": "[namn]",
        "unit": "[enhet]",
        "mail": "[e-post]",
        "phone": "[telefon]",
        "number": "[nummer]",
    },
    "en": {
        "name": "[name]",
        "unit": "[unit]",
        "mail": "[e-mail]",
        "phone": "[telephone]",
        "number": "[number]",
    },
}
MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*", re.UNICODE)
# A date of birth and four digits, as Swedish personal and coordination numbers are written.
NUMBER = re.compile(r"(?<!\d)(?:\d{2})?\d{2}[01]\d[0-9]\d\s?[-+–]?\s?\d{4}(?!\d)")
PHONE = re.compile(
    r"(?<![\d\w])(?:\+\s?\d{1,3}[\s\-–/().]*(?:0\))?|\(?0\d{1,3}\)?[\s\-–/]*)(?:\d[\s\-–]?){5,9}\d(?!\d)"
)
SHORT = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What must not be read: names of those who entered, of their colleagues, and of their units.

    A name is given and family name. Of those who entered every part is taken out however it is written;
    of colleagues, who are many, the whole name, and a part alone where it is written as a name.
    """

    entrants: tuple[tuple[str, str], ...] = ()
    colleagues: tuple[tuple[str, str], ...] = ()
    units: tuple[str, ...] = ()


def _spaced(name: str) -> str:
    """A name as a pattern: white space or a hyphen between its words, and a genitive after it."""
    words = re.split(r"[\s\-–]+", unicodedata.normalize("NFC", name).strip())
    return r"[\s\-–]+".join(re.escape(word) for word in words) + r"(?:[’']?s)?"


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of these, the longest first, standing by itself."""
    kept = sorted({name.strip() for name in names if name.strip()}, key=lambda name: (-len(name), name))
    return rf"(?<!\w)(?:{'|'.join(map(_spaced, kept))})(?!\w)" if kept else ""


def _parts(names: Iterable[tuple[str, str]]) -> list[str]:
    """Given and family names by themselves, and each of two that are joined."""
    found = [part for pair in names for part in pair]
    return [*found, *(word for part in found for word in re.split(r"[\s\-]+", part))]


def _whole(names: Iterable[tuple[str, str]]) -> list[str]:
    pairs = list(names)
    return [f"{given} {family}" for given, family in pairs] + [f"{family} {given}" for given, family in pairs]


def patterns(known: Known) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What to look for and which mark to put there, in the order in which it is done."""
    parts = _parts(known.entrants)
    anyhow = [*_whole(known.entrants), *(one for one in parts if len(one) >= SHORT)]
    as_written = [one for one in (*parts, *_parts(known.colleagues)) if len(one) > 1]
    looks = (
        ("name", _any_of(_whole(known.colleagues)), re.IGNORECASE),
        ("unit", _any_of(known.units), re.IGNORECASE),
        ("name", _any_of(anyhow), re.IGNORECASE),
        ("name", _any_of(as_written), 0),
    )
    fixed = (("mail", MAIL), ("number", NUMBER), ("phone", PHONE))
    return (*fixed, *((mark, re.compile(look, flags)) for mark, look, flags in looks if look))


def redacted(
    text: str, looks: Iterable[tuple[str, re.Pattern[str]]], marks: Mapping[str, str] = MARKS["sv"]
) -> str:
    """The text with every such thing exchanged for its mark; marks that stand there are left alone."""
    made = unicodedata.normalize("NFC", text)
    standing = re.compile("|".join(map(re.escape, marks.values())))
    for mark, look in looks:
        made = _outside(made, standing, look, marks[mark])
    return made


def _outside(text: str, standing: re.Pattern[str], look: re.Pattern[str], mark: str) -> str:
    """The text with what is looked for exchanged, but not inside the marks that stand in it."""
    made, place = [], 0
    for hit in standing.finditer(text):
        made += [look.sub(mark, text[place : hit.start()]), hit.group(0)]
        place = hit.end()
    return "".join((*made, look.sub(mark, text[place:])))
