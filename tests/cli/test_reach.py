"""Two spreadsheets become one answer to whether all hangs together."""

import csv
import json
import re
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from ledstjarna.cli.main import main
from ledstjarna.cli.reach import percent
from ledstjarna.engines.reach import Share

NODES = """ref,kind,title,unit,star,touched
v1,vision,A city for all,,yes,2026-01-01
v2,vision,A green city,,yes,
m1,mission,Safe schools,North,,2025-12-01
m2,mission,Longer days,North,no,2024-01-01
t1,test,Night bus,South,,2025-12-20
t2,test,Open yard,South,,2025-12-21
i1,idea,Alone,,,
i2,idea,Leads to nothing,West,,
i3,idea,Follows it,West,,
"""
STRANDS = """Source;Target;Name;Strength
m1;v1;serves;0,9
m2;m1;serves;0,5
t1;m2;tests;
t2;m2;tests;
i3;i2;grew from;
"""


def laid(folder: Path, nodes: str = NODES, strands: str = STRANDS) -> tuple[str, str]:
    (folder / "nodes.csv").write_text(nodes, encoding="utf-8")
    (folder / "strands.csv").write_text(strands, encoding="utf-8")
    return str(folder / "nodes.csv"), str(folder / "strands.csv")


def run(files: tuple[str, str], *options: str) -> Result:
    return CliRunner().invoke(main, ["reach", *files, *options], env={"COLUMNS": "200"})


def test_a_person_reads_what_hangs_together_and_what_does_not(tmp_path: Path) -> None:
    found = run(laid(tmp_path))
    assert found.exit_code == 0, found.output
    text = " ".join(found.stdout.split())
    assert re.search(r"everything │ 7 │ 4 │ 57 %", text)
    assert re.search(r"North │ 2 │ 2 │ 100 %", text)
    assert "Thin: 1 of 2 stars." in text
    assert "Without a line to a star: 3 things; without any strand: 1 thing." in text
    assert re.search(r"Leads to nothing \(i2\) │ idea │ West │ 2 │ no", text)
    assert re.search(r"Safe schools \(m1\) serves → A city for all \(v1\) │ 4", text)
    assert "Where a line ends without a star: 1 thing." in text
    assert "There are no rings." in text
    assert "Stale" not in text


def test_with_a_horizon_it_says_what_is_stale(tmp_path: Path) -> None:
    found = run(laid(tmp_path), "--horizon", "365", "--today", "2026-01-02")
    text = " ".join(found.stdout.split())
    assert "Stale: 1 thing. With lines to stars that all pass something stale: 2 things." in text
    assert "Of unknown age, and not called stale: 4 things." in text
    assert re.search(r"Longer days \(m2\) │ 2024-01-01 │ 2", text)
    assert re.search(r"A city for all \(v1\) .* 1 days", text)
    assert re.search(r"A green city \(v2\) .* unknown", text)


def test_one_node_shows_its_lines_up_and_down_and_what_it_touches(tmp_path: Path) -> None:
    text = " ".join(run(laid(tmp_path), "--node", "m2").stdout.split())
    assert "It leads to 1 star." in text
    assert "Longer days → Safe schools → A city for all" in text
    assert "0.45" in text
    assert "Leading to it, the nearest first: 2 things." in text
    assert "Touched: 2 things (by strands away: 2 at 1)." in text
    text = " ".join(run(laid(tmp_path), "--node", "i1").stdout.split())
    assert "It has no line to a star." in text
    assert "Nothing leads to it." in text
    assert "Touched: 0 things." in text


def test_a_ring_is_told_with_its_things(tmp_path: Path) -> None:
    text = " ".join(run(laid(tmp_path, strands=STRANDS + "i2;i3;;\n")).stdout.split())
    assert "Things that serve one another: 1 ring." in text
    assert "Leads to nothing (i2) → Follows it (i3) → Leads to nothing (i2)" in text


def test_where_all_is_well_it_says_so(tmp_path: Path) -> None:
    nodes = "ref,kind,title,star\nv,vision,Star,yes\nm,mission,One,\n"
    text = " ".join(run(laid(tmp_path, nodes, "source,target\nm,v\n"), "--thin", "1").stdout.split())
    for words in ("No star is thin.", "Everything has a line to a star.", "No line ends before a star.",
                  "No single strand holds more than one thing."):  # fmt: skip
        assert words in text
    assert "Coverage by unit" not in text


def test_json_says_it_all_with_refs(tmp_path: Path) -> None:
    said = json.loads(run(laid(tmp_path), "--json").stdout)
    assert said["nodes"][said["reach"]["loose"]["threads"][0]] == "i2"
    assert said["reach"]["lines"]["hops"] == [0, 0, 1, 2, 3, 3, -1, -1, -1]
    said = json.loads(run(laid(tmp_path), "--node", "t1", "--json").stdout)
    assert said["sight"]["lines"][0]["shortest"]["nodes"] == [4, 3, 2, 0]


def test_csv_is_the_coverage_by_kind(tmp_path: Path) -> None:
    rows = list(csv.reader(run(laid(tmp_path), "--csv").stdout.splitlines()))
    assert rows == [
        ["Kind", "Things", "With a line", "Share"],
        ["everything", "7", "4", "57 %"],
        ["idea", "3", "0", "0 %"],
        ["mission", "2", "2", "100 %"],
        ["test", "2", "2", "100 %"],
    ]


def test_the_page_asks_for_nothing_from_anywhere(tmp_path: Path) -> None:
    files = laid(tmp_path)
    assert run(files, "--html", str(tmp_path / "report.html")).exit_code == 0
    text = (tmp_path / "report.html").read_text("utf-8")
    assert "Safe schools" in text
    assert re.findall(r'(?:src|href)="(?!#|data:)', text) == []


def test_bad_rows_are_told_by_number(tmp_path: Path) -> None:
    found = run(laid(tmp_path, strands=STRANDS + "t9;v1;;\nt1;v1;;1,5\n"))
    assert found.exit_code == 2
    text = " ".join(found.output.split())
    assert re.search(r"7 │ source │ t9 │ is no ref among the nodes", text)
    assert re.search(r"8 │ strength │ 1.5 │ is not above 0 and at most 1", text)
    found = run(laid(tmp_path, nodes=NODES + "m1,mission,Again,,,\n"))
    assert (found.exit_code, "is there already" in found.output) == (2, True)
    found = run(laid(tmp_path), "--horizon", "9", "--today", "2025-12-20")
    assert (found.exit_code, "is after 2025-12-20" in found.output) == (2, True)


@pytest.mark.parametrize(
    ("nodes", "options", "said"),
    [
        ("ref,kind,title\na,b,c\n", (), "no row has yes in the column star"),
        (NODES, ("--node", "zz"), "There is no node zz."),
    ],
)
def test_what_cannot_be_answered_is_said(
    tmp_path: Path, nodes: str, options: tuple[str, ...], said: str
) -> None:
    found = run(laid(tmp_path, nodes), *options)
    assert (found.exit_code, said in " ".join(found.output.split())) == (2, True)


def test_help_ends_with_an_example() -> None:
    text = CliRunner().invoke(main, ["reach", "--help"]).output
    assert "Example: ledstjarna reach nodes.csv strands.csv --horizon 365" in text


def test_all_and_none_are_said_only_where_they_are_so() -> None:
    share = Share(np.array([999, 1, 1000, 0, 0]), np.array([1000, 1000, 1000, 1000, 0]))
    assert [percent(share, at) for at in range(5)] == ["over 99 %", "under 1 %", "100 %", "0 %", ""]


def _pairs(folder: Path, *rows: str) -> str:
    (folder / "pairs.csv").write_text("a,b\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return str(folder / "pairs.csv")


def test_things_that_contradict_one_another_are_told_where_they_meet(tmp_path: Path) -> None:
    found = run(laid(tmp_path), "--pairs", _pairs(tmp_path, "t1,t2", "t1,i1"))
    assert found.exit_code == 0, found.output
    text = " ".join(found.stdout.split())
    assert "Of 2 pairs that contradict one another, 1 meet somewhere." in text
    assert re.search(r"Night bus \(t1\) │ Open yard \(t2\) │ +│ South │ A city for all", text)


def test_a_contradiction_of_a_thing_that_is_not_there_is_refused_by_row(tmp_path: Path) -> None:
    found = run(laid(tmp_path), "--pairs", _pairs(tmp_path, "t1,x9", "t1,t1"))
    assert found.exit_code == 2
    assert "is no ref among the nodes" in found.stderr
    same = run(laid(tmp_path), "--pairs", _pairs(tmp_path, "t1,t1"))
    assert "is the same as a" in same.stderr
