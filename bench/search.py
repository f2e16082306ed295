"""Does the search find what was meant? `python -m bench.search [--nodes 20000] [--missed]`.

Sixty Swedish queries of six sorts with known answers over some 150 short texts (`bench/searching`), both
written before the search was tuned, and two dozen written after. Prints the share of known answers among the
first five, for our search, for SQLite's own FTS5 without stems, and for rapidfuzz alone; then the time of
each query among many nodes.
`DATABASE_URL` asks PostgreSQL instead (an empty database of its own).
"""

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rapidfuzz import fuzz, process

HERE = Path(__file__).parent / "searching"
GOAL, MILLISECONDS, FIRST = 0.9, 50, 5

Finder = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Text:
    """A short text that can be found."""

    slug: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, of what sort it is, and what ought to be found."""

    sort: str
    query: str
    slugs: tuple[str, ...]


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def texts() -> list[Text]:
    """The texts, in their order."""
    return [Text(*row) for row in _rows("lessons.txt")]


def queries(name: str = "queries.txt") -> list[Asked]:
    """The queries, in their order."""
    return [Asked(sort, query, tuple(slugs.split(", "))) for sort, query, slugs in _rows(name)]


def recall(one: Asked, found: list[str]) -> float:
    """The share of what ought to be found that is among the first five."""
    return len(set(one.slugs) & set(found[:FIRST])) / len(one.slugs)


def padding(many: int, known: list[Text], dice: Random) -> list[Text]:
    """Other texts of the same words, each with two compounds that hardly any other has, as in a real city."""
    titles = [word for one in known for word in one.title.split()]
    words = [word for one in known for word in one.text.split()]
    parts = [word.strip(".,:").lower() for word in words if len(word) > 3]

    def text() -> str:
        coined = ("".join(dice.choices(parts, k=2)) for _ in range(2))
        return " ".join((*dice.choices(words, k=28), *coined))

    return [Text(f"other-{at}", " ".join(dice.choices(titles, k=5)), text()) for at in range(many)]


def plain_fts(known: list[Text], joined: str) -> Finder:
    """SQLite's own full text search: no stems, ordered by bm25."""
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE found USING fts5(title, text)")
    table.executemany(
        "INSERT INTO found(title, text) VALUES (?, ?)", [(one.title, one.text) for one in known]
    )

    def find(query: str) -> list[str]:
        sought = joined.join(f'"{word}"' for word in query.split())
        sql = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT 5"
        return [known[row - 1].slug for (row,) in table.execute(sql, (sought,))]

    return find


def fuzzy(known: list[Text], scorer: Callable[..., float]) -> Finder:
    """rapidfuzz over title and text."""
    lines = [f"{one.title} {one.text}".lower() for one in known]

    def find(query: str) -> list[str]:
        best = process.extract(query.lower(), lines, scorer=scorer, limit=FIRST)
        return [known[at].slug for _line, _score, at in best]

    return find


def ours(known: list[Text]) -> Finder:
    """The search of the house, over nodes of its own."""
    from django.db import transaction  # noqa: PLC0415 - Django must be ready first

    from bench.searching.eye import SOMEBODY  # noqa: PLC0415
    from ledstjarna.thread import actions, memory, search  # noqa: PLC0415
    from ledstjarna.thread.models import Node  # noqa: PLC0415

    with transaction.atomic():
        Node.objects.all().delete()
        nodes = actions.add_nodes([Node(kind="talk", title=one.title) for one in known])
        pairs = zip(nodes, known, strict=True)
        actions.index_all((node, f"{one.title} {one.text}") for node, one in pairs)
    memory.forget()
    slugs = {node.ref: one.slug for node, one in zip(nodes, known, strict=True)}

    def find(query: str) -> list[str]:
        found = search.search(query=query, viewer=SOMEBODY)
        return [slugs[spot.ref] for spot in found.spots]

    return find


def main() -> None:
    """Ask everything of everyone, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--nodes", type=int, default=20_000)
    asked.add_argument("--missed", action="store_true", help="also say what our own search missed")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"LEDSTJARNA_HOME": folder, "DJANGO_SETTINGS_MODULE": "ledstjarna.site.settings"}
        manage = Path(__file__).resolve().parent.parent / "manage.py"
        subprocess.run([sys.executable, str(manage), "migrate", "--verbosity", "0"], check=True)
        import django  # noqa: PLC0415 - the folder must be chosen first

        django.setup()
        _found(given.missed)
        _timed(given.nodes)


def _finders(known: list[Text]) -> dict[str, Finder]:
    return {
        "Ledstjärna": ours(known),
        "FTS5, all words": plain_fts(known, " "),
        "FTS5, any word": plain_fts(known, " OR "),
        "rapidfuzz WRatio": fuzzy(known, fuzz.WRatio),
        "rapidfuzz token set": fuzzy(known, fuzz.token_set_ratio),
    }


def _found(missed: bool) -> None:
    known = texts()
    finders = _finders(known)
    for name in ("queries.txt", "after.txt"):
        wanted = queries(name)
        got = {one: [recall(each, find(each.query)) for each in wanted] for one, find in finders.items()}
        when = "before" if name == "queries.txt" else "after"
        print(f"{len(wanted)} queries over {len(known)} texts, written {when} the search was tuned:")
        print(" | ".join((f"share of known answers among the first {FIRST}", *finders)))
        _shares(wanted, got)
        whole = statistics.mean(got["Ledstjärna"])
        print(f"goal {GOAL}: {'met' if whole >= GOAL else 'missed'}")
        for one, share in zip(wanted, got["Ledstjärna"], strict=True):
            if missed and share < 1:
                first = ", ".join(finders["Ledstjärna"](one.query)[:FIRST])
                print(f"  {one.sort}: {one.query} -> {first or 'nothing'}; wanted {', '.join(one.slugs)}")


def _shares(wanted: list[Asked], got: dict[str, list[float]]) -> None:
    for sort in (*dict.fromkeys(one.sort for one in wanted), "whole"):
        at = [place for place, one in enumerate(wanted) if sort in {one.sort, "whole"}]
        print(
            " | ".join(
                (sort, *(f"{statistics.mean(row[place] for place in at):.3f}" for row in got.values()))
            )
        )


def _timed(nodes: int) -> None:
    known = texts()
    whole = [*known, *padding(nodes - len(known), known, Random(1))]
    finders, words = _finders(whole), len({word for one in whole for word in one.text.lower().split()})
    print(f"\nmilliseconds of processor time a query among {nodes:,} nodes of {words:,} words:")
    print("who | median | 95th of 100 | longest")
    for name, find in finders.items():
        began = time.process_time()
        find("första")
        first = 1000 * (time.process_time() - began)
        times = []
        for one in queries():
            began = time.process_time()
            find(one.query)
            times.append(1000 * (time.process_time() - began))
        ninety = statistics.quantiles(times, n=20)[-1]
        print(f"{name} | {statistics.median(times):.1f} | {ninety:.1f} | {max(times):.1f}", end="")
        print(f" (the first of a process: {first:.0f}; goal {MILLISECONDS})" if name == "Ledstjärna" else "")


if __name__ == "__main__":
    main()
