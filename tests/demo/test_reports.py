"""The reports that the made-up city has settled."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.demo import reports
from ledstjarna.rooms.missions import actions
from ledstjarna.rooms.missions.models import Report
from ledstjarna.thread import actions as thread
from tests.fixtures.city import NOW, SmallCity


@given(st.datetimes(datetime(2021, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_the_latest_third_is_over_whenever_the_city_is_made(now: datetime) -> None:
    period = reports.latest(now)
    assert period.span == "third"
    assert 13 <= (now.date() - period.ends).days <= 140


@pytest.mark.django_db
def test_every_board_and_company_and_the_city_has_one(city: SmallCity) -> None:
    director = city.viewer("city_director")
    star = thread.add_node(kind="vision", title="Sundhamn", audience="public").ref
    actions.set_mission(
        ref=city.authorities["harbour"].node.ref, title="Hamn", text="För alla.", whom="Alla", serves=[star],
        viewer=director, now=NOW,
    )  # fmt: skip
    reports.settle(director, NOW)
    rows = Report.objects.exclude(settled_at=None)
    assert rows.count() == len(city.authorities) + 1
    assert [row.comment for row in rows if row.comment] == [reports.COMMENT]
