"""What the tables themselves hold."""

import pytest
from django.db import IntegrityError, transaction

from ledstjarna.rooms.experiments.models import Call
from tests.fixtures.city import SmallCity
from tests.rooms.experiments.stage import asked_call, guided


def test_two_have_one_call_at_a_time_about_a_lesson(city: SmallCity) -> None:
    guided(city)
    asked_call(city)
    one = Call.objects.get()
    twin = {"lesson": one.lesson, "asker": one.asker, "guide": one.guide, "until": one.until}
    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.create(**twin)
    Call.objects.create(**twin, state="cancelled")
    assert Call.objects.count() == 2
