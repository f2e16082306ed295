"""A register of delegation as a list: which column says what, which rows cannot be rights, what is new."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledstjarna.plumbing import columns
from ledstjarna.rooms.missions.rules.delegation import group_in, reserved_in

REGISTER: dict[str, tuple[str, ...]] = {
    "item": ("nr", "nummer", "punkt", "ärendenr", "item", "number", "no"),
    "subject": (
        "ärende",
        "ärendetyp",
        "beslut",
        "beslutet avser",
        "vad som får beslutas",
        "what may be decided",
        "subject",
        "decision",
    ),
    "legal": ("lagrum", "lagstöd", "författning", "rättslig grund", "legal reference", "law"),
    "post": ("delegat", "befattning", "post", "till vilken befattning", "to which post", "delegate"),
    "limit": ("gräns", "begränsning", "belopp", "anmärkning", "villkor", "limit", "remark"),
    "passes_on": (
        "vidaredelegering",
        "får vidaredelegeras",
        "may be passed on to somebody under them",
        "sub-delegation",
    ),
    "begins": ("gäller från", "från", "from", "valid from"),
}
NEEDED = ("item", "subject", "post")
LENGTHS = {"item": 20, "legal": 200, "post": 200, "limit": 200}
YES = {"ja", "j", "x", "yes", "y", "1", "sant", "true"}
MOST_RIGHTS = 2000  # in one list
SURE = 75  # of 100, for a header to say a field


@dataclass(frozen=True, slots=True)
class Right:
    """A right to decide as a row says it."""

    row: int
    item: str
    subject: str
    legal: str
    post: str
    limit: str
    passes_on: bool
    begins: date

    def same_as(self, other: "Right") -> bool:
        """Whether both give the same right to the same post."""
        return (self.subject, self.legal, self.post, self.limit, self.passes_on) == (
            other.subject, other.legal, other.post, other.limit, other.passes_on,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row that cannot be a right: why, by a name that the room has words for, and what decided."""

    row: int
    why: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a list would do to a register: what is new, worded anew, and the same; `left` are not in it."""

    new: tuple[Right, ...]
    anew: tuple[Right, ...]
    same: tuple[Right, ...]
    left: int


def wrong_with(subject: str, post: str, legal: str, *, company: bool) -> tuple[str, str]:
    """Why a right cannot be given, by name, and the words that decided; else two empty (R4).

    A company gives instructions under private law, to which the reservations do not apply.
    """
    if words := group_in(post):
        return "group", words
    if company:
        return "", ""
    if not legal:
        return "no_legal", ""
    words, which = reserved_in(subject)
    return which, words


def register_columns(header: Sequence[str]) -> dict[str, int]:
    """The column of each field, as far as the header tells."""
    return columns.guess(header, REGISTER, SURE)


def rights_of(
    header: Sequence[str], lines: Iterable[tuple[int, Sequence[str]]], begins: date, *, company: bool
) -> tuple[tuple[Right, ...], tuple[Wrong, ...]]:
    """The rights in a table, and the rows that cannot be; without a day of its own it holds from `begins`."""
    chosen = register_columns(header)
    rights: dict[str, Right] = {}
    wrong: list[Wrong] = []
    for number, cells in lines:
        typed = {field: _cell(cells, chosen.get(field)) for field in REGISTER}
        fault = _fault(typed, rights, company)
        if fault is None:
            begun = date.fromisoformat(typed["begins"]) if typed["begins"] else begins
            rest = {field: typed[field] for field in ("item", "subject", "legal", "post", "limit")}
            passes = typed["passes_on"].casefold() in YES
            rights[typed["item"]] = Right(number, **rest, passes_on=passes, begins=begun)
        else:
            wrong.append(Wrong(number, *fault))
    return tuple(rights.values()), tuple(wrong)


def _fault(typed: Mapping[str, str], before: Mapping[str, Right], company: bool) -> tuple[str, str] | None:
    for field in NEEDED:
        if not typed[field]:
            return f"no_{field}", ""
    for field, most in LENGTHS.items():
        if len(typed[field]) > most:
            return "long", typed[field][:40]
    if typed["item"] in before:
        return "twice", typed["item"]
    if typed["begins"] and not _is_day(typed["begins"]):
        return "day", typed["begins"]
    why, words = wrong_with(typed["subject"], typed["post"], typed["legal"], company=company)
    return (why, words) if why else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _cell(cells: Sequence[str], place: int | None) -> str:
    # What an export has made harmless for spreadsheets is read as it was.
    text = " ".join(cells[place].split()) if place is not None and place < len(cells) else ""
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"} else text


def compared(rights: Sequence[Right], standing: Mapping[str, Right]) -> Compared:
    """What these rights would change in a register whose rights in force are `standing`, by item."""
    known = [right for right in rights if right.item in standing]
    same = tuple(right for right in known if right.same_as(standing[right.item]))
    anew = tuple(right for right in known if not right.same_as(standing[right.item]))
    new = tuple(right for right in rights if right.item not in standing)
    return Compared(new, anew, same, len(standing) - len(known))
