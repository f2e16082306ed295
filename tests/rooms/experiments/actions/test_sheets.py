"""Observations by file: nothing is counted until somebody has seen what was read."""

from typing import Any

import pytest

from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.models import Observation, Sheet
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Refused
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import running

ROWS: list[dict[str, Any]] = [
    {"on": "2026-08-30", "value": 3.0, "many": 1, "site": "", "having": None},
    {"on": "2026-08-31", "value": 4.0, "many": 1, "site": "", "having": None},
]


def brought(city: SmallCity, ref: str) -> None:
    actions.bring(
        ref=ref, name="a.csv", rows=ROWS, wrong=[(4, "Fel")], viewer=city.viewer("employee"), now=NOW
    )


def test_a_file_changes_nothing_until_it_is_confirmed(city: SmallCity) -> None:
    ref = running(city)
    before = Fact.objects.count()
    brought(city, ref)
    brought(city, ref)
    assert (Observation.objects.count(), Sheet.objects.count(), Fact.objects.count()) == (0, 1, before)
    actions.confirm(ref=ref, viewer=city.viewer("employee"), now=NOW)
    assert list(Observation.objects.order_by("on").values_list("value", flat=True)) == [3.0, 4.0]
    assert (Sheet.objects.count(), Fact.objects.count()) == (0, before + 1)


def test_a_file_is_counted_once(city: SmallCity) -> None:
    ref = running(city)
    brought(city, ref)
    actions.confirm(ref=ref, viewer=city.viewer("employee"), now=NOW)
    with pytest.raises(Refused, match="no file"):
        actions.confirm(ref=ref, viewer=city.viewer("employee"), now=NOW)


def test_many_are_counted_at_once_or_none_of_them(city: SmallCity) -> None:
    ref, viewer = running(city), city.viewer("employee")
    with pytest.raises(Refused, match="Row 3"):
        actions.log_all(ref=ref, text="day;value\n2026-08-30;3\n2026-08-31;x\n", viewer=viewer, now=NOW)
    with pytest.raises(Refused, match="column for the day"):
        actions.log_all(ref=ref, text="a;b\n1;2\n", viewer=viewer, now=NOW)
    assert not Observation.objects.exists()
    rows = "".join(f"2026-08-{n % 28 + 1:02};1\n" for n in range(5000))
    actions.log_all(ref=ref, text=f"day;value\n{rows}", viewer=viewer, now=NOW)
    assert Observation.objects.count() == 5000


def test_somebody_elsewhere_brings_no_file(city: SmallCity) -> None:
    with pytest.raises(Refused) as no:
        actions.bring(
            ref=running(city), name="a", rows=ROWS, wrong=[], viewer=city.viewer("colleague"), now=NOW
        )
    assert no.value.forbidden
