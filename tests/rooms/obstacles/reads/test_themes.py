"""What obstacles are about."""

import pytest

from ledstjarna.rooms.obstacles import reads
from ledstjarna.thread import memory
from ledstjarna.thread.reads import Missing
from tests.rooms.obstacles.conftest import Desk
from tests.rooms.obstacles.insight.test_themes import TEXTS

LATER = 40  # in the month after


def many(desk: Desk, unit: str, count: int, *, alone: bool = False, skip: int = 0) -> None:
    for _name, text in TEXTS[skip::3][:count]:
        desk.report(text=text, where=desk.ref(unit), alone=alone)


def test_R10_T3_themes_are_told_with_counts_by_department_and_none_is_small(desk: Desk) -> None:
    memory.forget()
    many(desk, "home", 40)
    many(desk, "north", 40, skip=1)
    page = reads.themes(**desk.by("employee", LATER))
    assert page.rows
    for row in page.rows:
        numbers = [row.total, *(many for _name, many in row.departments)]
        assert min(numbers) >= page.least
        assert row.rest == 0 or row.rest >= page.least
        assert row.words
        assert row.examples


def test_T3_what_is_reported_this_month_changes_nothing_before_the_next(desk: Desk) -> None:
    memory.forget()
    many(desk, "home", 40)
    assert reads.themes(**desk.by("employee", 3)).rows == ()
    assert reads.themes(**desk.by("employee", LATER)).rows


def test_what_is_for_the_receiver_alone_is_in_no_theme(desk: Desk) -> None:
    memory.forget()
    many(desk, "home", 40, alone=True)
    assert reads.themes(**desk.by("manager", LATER)).rows == ()


def test_nobody_from_outside_reads_them(desk: Desk) -> None:
    with pytest.raises(Missing):
        reads.themes(**desk.by("resident"))
