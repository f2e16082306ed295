"""Each package's own Swedish: `python -m tools.messages extract|compile|check`.

`extract` brings every catalogue up to date with the source, `compile` makes what Django reads, and
`check` says what is missing, uncertain, no longer used, or named differently in the two languages.
"""

import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "ledstjarna"
LOCALE = "locale/sv/LC_MESSAGES/django.po"
# Each function that marks words: whether a context comes first, and how many arguments are the words.
MARKS = {
    "_": (False, 1),
    "gettext": (False, 1),
    "gettext_lazy": (False, 1),
    "ngettext": (False, 2),
    "ngettext_lazy": (False, 2),
    "pgettext": (True, 1),
    "pgettext_lazy": (True, 1),
    "npgettext": (True, 2),
}
NAMED = re.compile(r"%\((\w+)\)[a-z]")
UNNAMED = re.compile(r"(?<!%)(?:%%)*%[sdif]")

Id = str | tuple[str, ...]
Key = tuple[str, Id]


@dataclass(frozen=True, slots=True)
class Use:
    """Words that the source shows, in their context, and a file that does so."""

    context: str
    words: Id
    file: str

    @property
    def key(self) -> Key:
        """What tells these words from others."""
        return self.context, self.words


def packages(house: Path = HOUSE) -> list[Path]:
    """The folders that own a catalogue: each top package, and each room."""
    tops = [path for path in house.iterdir() if (path / "__init__.py").is_file() and path.name != "rooms"]
    rooms = [path for path in (house / "rooms").iterdir() if (path / "__init__.py").is_file()]
    return sorted(tops + rooms)


def uses(package: Path) -> list[Use]:
    """Every word of a package that is shown to people, in order of file."""
    found: list[Use] = []
    for path in sorted(package.rglob("*")):
        if path.suffix == ".py" and "migrations" not in path.parts:
            found.extend(_in_python(path.read_bytes(), path))
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            found.extend(_in_python(templatize(path.read_text("utf-8"), origin=str(path)).encode(), path))
    return found


def _in_python(source: bytes, path: Path) -> Iterator[Use]:
    place = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name
    for _line, function, words, _comments in extract_python(io.BytesIO(source), dict.fromkeys(MARKS), [], {}):
        has_context, count = MARKS[str(function)]
        given: list[Any] = list(words) if isinstance(words, tuple) else [words]
        context = given.pop(0) if has_context else ""
        if given and all(given[:count]):
            yield Use(context, given[0] if count == 1 else tuple(given[:count]), place)


def blank() -> Catalog:
    """A Swedish catalogue without words; its date stands still, so that only words show as changed."""
    made = Catalog(
        locale="sv",
        charset="utf-8",
        project="Ledstjärna",
        version="1",
        last_translator="Ledstjärna",
        language_team="Svenska",
        msgid_bugs_address="",
        fuzzy=False,
    )
    made.creation_date = made.revision_date = datetime(2026, 11, 23, tzinfo=UTC)
    made.header_comment = "# Swedish translations of Ledstjärna."
    return made


def read(path: Path) -> Catalog:
    """A catalogue from its file; an empty Swedish one where there is none."""
    if not path.is_file():
        return blank()
    with path.open("rb") as file:
        return read_po(file, locale="sv", charset="utf-8")


def known(catalogue: Catalog) -> dict[Key, Message]:
    """A catalogue's messages, without its header."""
    return {(message.context or "", _whole(message.id)): message for message in catalogue if message.id}


def _whole(words: Any) -> Id:
    """Words as they are told apart: one, or one for each number."""
    return tuple(words) if isinstance(words, list | tuple) else str(words or "")


def _forms(words: Any) -> tuple[str, ...]:
    whole = _whole(words)
    return whole if isinstance(whole, tuple) else (whole,)


def faults(package: Path) -> list[str]:
    """What is wrong with a package's Swedish, in words."""
    path = package / LOCALE
    messages, wanted = known(read(path)), {use.key: use for use in uses(package)}
    name = package.name
    found = [
        f"{name}: not translated: {key[1]!r} ({wanted[key].file})" for key in wanted if key not in messages
    ]
    found += [f"{name}: not used any more: {key[1]!r}" for key in messages if key not in wanted]
    for message in messages.values():
        found += [f"{name}: {words}: {message.id!r}" for words in _faults(message)]
    return found


def _faults(message: Message) -> Iterator[str]:
    sources, targets = _forms(message.id), _forms(message.string)
    if message.fuzzy:
        yield "uncertain (fuzzy)"
    if not all(targets) or len(sources) != len(targets):
        yield "has no Swedish, or not for every number"
        return
    if any(UNNAMED.search(text) for text in (*sources, *targets)) and "python-format" in message.flags:
        yield "has a placeholder without a name"
    if set(NAMED.findall(sources[-1])) != set(NAMED.findall(targets[-1])):
        yield "names other placeholders in Swedish"


def clashes(catalogues: Iterable[Catalog]) -> list[str]:
    """English words with more than one Swedish: Django would let the first room win in silence."""
    heard: dict[Key, set[str]] = defaultdict(set)
    for catalogue in catalogues:
        for key, message in known(catalogue).items():
            heard[key].add(str(message.string))
    return [f"{key[1]!r} is {sorted(words)}: use pgettext" for key, words in heard.items() if len(words) > 1]


def extract(package: Path) -> int:
    """Bring a package's catalogue up to date, keeping what is translated; how many words it has."""
    path, found = package / LOCALE, uses(package)
    if not found:
        return 0
    old = known(read(path))
    fresh = blank()
    for use in found:
        kept = old.get(use.key)
        string = kept.string if kept else None
        fresh.add(use.words, string, [(use.file, 0)], context=use.context or None)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, fresh, width=100, include_lineno=False, sort_by_file=True)
    return len(known(fresh))


def compile_(path: Path) -> bool:
    """Make what Django reads from a catalogue, where it is older; whether it was made."""
    target = path.with_suffix(".mo")
    if target.is_file() and target.stat().st_mtime_ns >= path.stat().st_mtime_ns:
        return False
    with target.open("wb") as file:
        write_mo(file, read(path))
    return True


def catalogues() -> list[Path]:
    """Every catalogue in the house."""
    return sorted(HOUSE.glob(f"**/{LOCALE}"))


def check() -> list[str]:
    """All that is wrong with the house's Swedish."""
    found = [words for package in packages() for words in faults(package)]
    return found + clashes(map(read, catalogues()))


def main(words: list[str]) -> int:
    """Do what is asked; 1 where `check` found something, 2 where the question was not understood."""
    settings.configure(USE_I18N=False)
    if words == ["extract"]:
        for package in packages():
            print(f"  {package.name}: {extract(package)} words")
        return 0
    if words == ["compile"]:
        print(f"  {sum(map(compile_, catalogues()))} of {len(catalogues())} catalogues compiled")
        return 0
    if words == ["check"]:
        found = check()
        print("\n".join(found) or "  Every word has its Swedish.")
        return 1 if found else 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
