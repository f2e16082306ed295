"""What was in the way in Sundhamn."""

from datetime import UTC, date, datetime
from itertools import islice

import numpy as np
import pytest

from ledstjarna.demo import obstacles
from ledstjarna.demo.city import city
from ledstjarna.people import founding
from ledstjarna.people.viewer import steward
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Letter, Obstacle
from ledstjarna.thread import reads

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_the_texts_are_many_and_none_looks_like_a_person() -> None:
    made = [text for _thing, text in islice(obstacles.texts(np.random.default_rng(1)), 400)]
    assert len(set(made)) > 300
    assert [text for text in made if rules.hints(text)] == []


@pytest.mark.django_db
def test_they_are_answered_late_handed_over_and_a_third_has_no_name() -> None:
    organisation = city(scale=0.07)
    founding.found(
        organisation=organisation, since=date(2020, 1, 1), viewer=steward("", date(2020, 1, 1)), now=NOW
    )
    told: list[int] = []
    obstacles.fill(NOW, lambda _step, done, _total: told.append(done), many=450)
    rows = Obstacle.objects.all()
    assert told[-1] == 450
    assert rows.count() + Letter.objects.count() == 450
    assert 90 <= rows.exclude(key="").count() <= 210
    assert not rows.exclude(key="").exclude(asked_by=None).exists()
    assert rows.filter(turns__sort="handed").distinct().count() >= 15
    assert {"helped", "silent"} <= set(rows.values_list("ending", flat=True))
    assert rows.filter(state="waiting", promised__lt=NOW.date(), ending="").exists()
    assert {"removed", "cannot", "planned"} <= set(rows.values_list("turns__outcome", flat=True))
    assert reads.verify().broken_at is None


def test_every_function_is_a_unit_of_the_city() -> None:
    codes = {unit.code for unit in city(scale=0.07).units}
    assert {code for _name, _name_en, code, _days in obstacles.DESKS} <= codes
    assert {thing.desk for thing in obstacles.THINGS} <= codes | {""}
