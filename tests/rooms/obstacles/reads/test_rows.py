"""An obstacle as a row of a list."""

from datetime import timedelta

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
