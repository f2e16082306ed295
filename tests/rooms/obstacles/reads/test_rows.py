"""An obstacle as a row, and a page of rows."""

from datetime import timedelta

import pytest

from ledstjarna.rooms.obstacles.models import Obstacle
from ledstjarna.rooms.obstacles.reads import rows
from tests.rooms.obstacles.conftest import Desk


def test_a_row_tells_the_day_that_is_promised_while_it_waits_and_the_answer_after(desk: Desk) -> None:
    ref = desk.report()
    one, today = desk.one(ref), desk.now.date()
    row = rows.row_of(one, today)
    assert (row.due, row.overdue, row.answer, row.asks) == (one.promised, False, "", False)
    assert rows.row_of(one, one.promised + timedelta(1)).overdue
    desk.answer(ref)
    row = rows.row_of(desk.one(ref), today)
    assert (row.due, row.state, row.answer, row.asks) == (None, "removed", "Nyckeln är kopierad.", True)


def test_what_is_planned_is_late_by_its_new_day_and_what_is_answered_never(desk: Desk) -> None:
    planned, done = desk.report(), desk.report()
    desk.answer(planned, "planned", until=desk.now.date() + timedelta(days=60))
    desk.answer(done)
    found = [
        list(Obstacle.objects.filter(rows.late(desk.now.date() + timedelta(days))).values_list("node__ref"))
        for days in (30, 61)
    ]
    assert found == [[], [(planned,)]]


@pytest.mark.parametrize(("asked", "number", "many"), [(1, 1, 20), (2, 2, 1), (9, 2, 1), (0, 1, 20)])
def test_a_page_that_is_not_there_is_the_nearest_one(desk: Desk, asked: int, number: int, many: int) -> None:
    for _n in range(21):
        desk.report()
    found, total, page, pages = rows.paged(Obstacle.objects.order_by("pk"), asked)
    assert (len(found), total, page, pages) == (many, 21, number, 2)
