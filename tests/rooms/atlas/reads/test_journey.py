"""The journey as a timeline."""

from datetime import date

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import reads
from ledstjarna.thread import actions as thread
from tests.rooms.atlas.conftest import NOW, Sky, colleague


def test_what_came_and_what_was_let_go_stands_quarter_by_quarter_newest_first(sky: Sky) -> None:
    sky.node("vision", "Harbour", days_ago=200)
    area = sky.node("area", "Stopped", days_ago=200)
    thread.end(node=area, at=NOW)
    sky.fact("vision.drafted", area)
    page = reads.journey(viewer=colleague(), now=NOW)
    latest, first = page.steps
    assert ([spot.title for spot in latest.stopped], latest.came) == (["Stopped"], ())
    assert (first.begins, first.ends) == (date(2026, 7, 1), date(2026, 10, 1))
    assert [spot.title for spot in first.named] == ["Harbour", "Stopped"]
    assert (page.total, page.standing) == (1, (("Visions", 1),))


def test_on_an_earlier_day_what_was_let_go_later_still_stands(sky: Sky) -> None:
    area = sky.node("area", "Stopped", days_ago=200)
    thread.end(node=area, at=NOW)
    sky.fact("vision.drafted", area)
    assert reads.journey(viewer=colleague(), now=NOW, day=date(2027, 1, 1)).total == 1
    assert reads.journey(viewer=colleague(), now=NOW, day=date(2020, 1, 1)).total == 0
    assert reads.journey(viewer=NOBODY, now=NOW).steps == ()


def test_a_quarter_ends_where_the_next_begins_over_the_turn_of_the_year(sky: Sky) -> None:
    sky.node("vision", "Harbour", days_ago=120)
    (step,) = reads.journey(viewer=colleague(), now=NOW).steps
    assert (step.begins, step.ends) == (date(2026, 10, 1), date(2027, 1, 1))
