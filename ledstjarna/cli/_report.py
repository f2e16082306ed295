"""What an engine found, told four ways: tables in the terminal, JSON, CSV, or a page of its own."""

import csv
import json
import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import wraps
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import numpy as np
from django.template.loader import render_to_string
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from ledstjarna.plumbing import sheets

Numbers = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar for each label, with the interval from `low` to `high` where it is given."""

    labels: Sequence[str]
    values: Numbers
    low: Numbers | None = None
    high: Numbers | None = None
    kind: str = "measures"


@dataclass(frozen=True, slots=True)
class Curve:
    """Lines over `x`, a band from `low` to `high` around the first, and an upright line at `mark`."""

    x: Sequence[float | str]
    lines: dict[str, Numbers]
    low: Numbers | None = None
    high: Numbers | None = None
    mark: float | str | None = None
    kind: str = "curve"


@dataclass(frozen=True, slots=True)
class Points:
    """Points on a plane, by group, each with the words it says when pointed at."""

    x: Numbers
    y: Numbers
    group: Sequence[str] | None = None
    label: Sequence[str] | None = None
    kind: str = "points"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence or two, rows under columns, and a chart: what there is of them."""

    heading: str
    words: str = ""
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[object]] = ()
    chart: Bars | Curve | Points | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A title and what stands under it."""

    title: str
    sections: Sequence[Section]


@dataclass(frozen=True, slots=True)
class Output:
    """How it is to be told."""

    json: bool = False
    csv: bool = False
    html: Path | None = None


def outputs(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--json`, `--csv` and `--html FILE`, handed to it as `output`."""

    @wraps(command)
    def told(*args: Any, **named: Any) -> None:
        output = Output(named.pop("as_json"), named.pop("as_csv"), named.pop("as_html"))
        command(*args, output=output, **named)

    path = click.Path(dir_okay=False, writable=True, path_type=Path)
    for option in (
        click.option("--html", "as_html", type=path, help="Write a page with charts into this file."),
        click.option("--csv", "as_csv", is_flag=True, help="Print the first table as CSV."),
        click.option("--json", "as_json", is_flag=True, help="Print everything found as JSON."),
    ):
        told = option(told)
    return told


def give(report: Report, output: Output, answer: object) -> None:
    """Tell it as it was asked for.

    Args:
        report: what a person reads.
        output: how.
        answer: what the engine gave, for JSON: frozen dataclasses, arrays, plain values.
    """
    if output.html:
        output.html.write_text(page(report), encoding="utf-8")
        Console(stderr=True).print(f"Written to {output.html}")
    if output.json:
        click.echo(json.dumps(plain(answer), ensure_ascii=False, indent=2))
    elif output.csv:
        _write_rows(report)
    elif not output.html:
        _print(report)


def plain(value: Any) -> Any:
    """Dataclasses, arrays and numbers as what JSON knows; what is not a finite number is null."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Enum | date):
        return value.value if isinstance(value, Enum) else value.isoformat()
    return value


def _write_rows(report: Report) -> None:
    section = next((one for one in report.sections if one.rows), None)
    if section is None:
        raise click.ClickException("There is no table in this answer.")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(section.columns)
    out.writerows([_cell(plain(one)) for one in row] for row in section.rows)


def _cell(value: object) -> object:
    return sheets.harmless(value) if isinstance(value, str) else value


def _print(report: Report) -> None:
    out = Console(highlight=False)
    out.print(f"[bold]{report.title}[/bold]")
    for section in report.sections:
        out.print(f"\n[bold]{section.heading}[/bold]")
        if section.words:
            out.print(section.words, markup=False)
        if section.rows:
            table = Table(*section.columns)
            for row in section.rows:
                table.add_row(*map(shown, row))
            out.print(table)


def shown(value: object) -> str:
    """A cell as a person reads it: numbers to three figures, nothing where there is none."""
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return str(value)


def page(report: Report) -> str:
    """The report as one file that needs nothing from anywhere."""
    sections = [
        {
            "heading": section.heading,
            "words": section.words,
            "columns": section.columns,
            "rows": [[shown(one) for one in row] for row in section.rows],
            "kind": section.chart.kind if section.chart else "",
            "chart": plain(asdict(section.chart)) if section.chart else None,
        }
        for section in report.sections
    ]
    text: str = render_to_string("web/report.html", {"title": report.title, "sections": sections})
    look = re.sub(r"@font-face\s*{[^}]*}", "", _asset("app.css"))  # its file does not go along
    text = text.replace('<link rel="stylesheet" href="app.css">', f"<style>{look}</style>")
    return text.replace('<script src="charts.js"></script>', f"<script>{_asset('charts.js')}</script>")


def _asset(name: str) -> str:
    found = files("ledstjarna") / "web" / "static" / "web" / name
    if not found.is_file():
        raise click.ClickException("The look is not built yet. Run `make demo` once, then try again.")
    return found.read_text(encoding="utf-8")


@contextmanager
def progress(words: str, total: float | None = None) -> Iterator[Callable[[float], None]]:
    """A bar on standard error for long work; the caller says how far each step goes."""
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total)
        yield lambda step: bar.update(task, advance=step)
