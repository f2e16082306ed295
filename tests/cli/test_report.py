"""What an engine found is told in four ways, and the same each time."""

import csv
import json
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import click
import numpy as np
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from ledstjarna.cli._report import (
    Bars,
    Curve,
    Output,
    Points,
    Report,
    Section,
    give,
    outputs,
    page,
    plain,
    progress,
    shown,
)


class Verdict(Enum):
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Answer:
    share: float
    counts: np.ndarray
    verdict: Verdict
    day: date
    parts: dict[str, float]


ANSWER = Answer(float("nan"), np.arange(2), Verdict.SCALE, date(2026, 1, 2), {"a": 0.5})
REPORT = Report(
    "Is it <catching> on?",
    (
        Section("First", "Words <alone>."),
        Section(
            "Second",
            columns=("Unit", "Share"),
            rows=(("=North", 0.31234), ("South", None)),
            chart=Bars(("North", "South"), (0.3, 0.5), (0.2, 0.4), (0.4, 0.6)),
        ),
        Section("Third", chart=Curve((1, 2, 3), {"seen": (1, None, 3)}, (0, 1, 2), (2, 3, 4), mark=2)),
        Section("Fourth", chart=Points((1.0, 2.0), (3.0, 4.0), ("a", "b"), ("one", "two"))),
    ),
)


@click.command()
@outputs
def command(output: Output) -> None:
    give(REPORT, output, ANSWER)


def said(*options: str) -> str:
    found = CliRunner().invoke(command, options)
    assert found.exit_code == 0, found.output
    return found.stdout


def test_a_person_reads_headings_words_and_tables() -> None:
    text = said()
    assert "Is it <catching> on?" in text
    assert "Words <alone>." in text
    assert re.search(r"=North\s+│\s+0.312", text)


def test_json_says_all_that_was_found_and_no_number_that_is_none() -> None:
    assert json.loads(said("--json")) == {
        "share": None,
        "counts": [0, 1],
        "verdict": "scale",
        "day": "2026-01-02",
        "parts": {"a": 0.5},
    }


def test_T9_csv_says_the_first_table_and_no_formula() -> None:
    assert list(csv.reader(said("--csv").splitlines())) == [
        ["Unit", "Share"],
        ["'=North", "0.31234"],
        ["South", ""],
    ]


def test_csv_of_an_answer_without_a_table_is_refused_in_words() -> None:
    with pytest.raises(click.ClickException, match="no table"):
        give(Report("x", (Section("y", "z"),)), Output(csv=True), None)


def test_the_page_asks_for_nothing_from_anywhere(tmp_path: Path) -> None:
    said("--html", str(tmp_path / "report.html"))
    text = (tmp_path / "report.html").read_text("utf-8")
    assert "&lt;catching&gt;" in text
    assert re.findall(r'(?:src|href)="(?!#|data:)', text) == []
    assert re.findall(r"url\((?!\s*[\"']?(?:data:|#))", text) == []


@pytest.mark.browser
def test_the_page_draws_its_charts(tmp_path: Path, browser: Browser) -> None:
    file = tmp_path / "report.html"
    file.write_text(page(REPORT), encoding="utf-8")
    tab = browser.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    tab.goto(file.as_uri())
    expect(tab.locator("[data-chart] canvas")).to_have_count(3)
    assert wrong == []
    tab.close()


def test_numbers_are_shown_to_three_figures() -> None:
    cells = [0.123456, 12345.6, 7, None, True, np.float64(0.5), "North"]
    assert [shown(one) for one in cells] == ["0.123", "12,346", "7", "", "yes", "0.5", "North"]


def test_what_json_does_not_know_is_made_plain() -> None:
    assert plain({1: (np.int64(2), {3}), "x": [float("inf")]}) == {"1": [2, [3]], "x": [None]}


def test_long_work_shows_how_far_it_has_come() -> None:
    with progress("Searching", 2) as advance:
        advance(1)
        advance(1)
