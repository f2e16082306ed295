"""This month's offers with one reason of each sort, and what the noes have taught."""

from datetime import timedelta

import pytest

from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.rooms.experiments.models import Experiment, Lesson, Offer
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of, sketched

ELSEWHERE = "colleague"  # works in another unit than the one the lesson comes from
LATER = NOW + timedelta(days=40)


@pytest.fixture
def lesson(city: SmallCity) -> str:
    """A lesson of the home-help unit about missed visits, for older people in their homes."""
    ref = lesson_of(city)
    Lesson.objects.update(group="older", setting="home")
    return ref


@pytest.fixture
def tries(city: SmallCity, lesson: str) -> str:
    """Somebody elsewhere tries something for the same people in the same setting."""
    ref = sketched(city, ELSEWHERE, title="Tätare besök")
    Experiment.objects.filter(node__ref=ref).update(group="older", setting="home")
    return ref


@pytest.mark.usefixtures("tries")
def test_a_no_is_remembered_explained_and_the_offer_is_gone(city: SmallCity, lesson: str) -> None:
    viewer = city.viewer(ELSEWHERE)
    actions.deal(viewer=viewer, now=NOW)
    actions.decline(ref=lesson, viewer=viewer, now=NOW)
    page = reads.offers(viewer=viewer, now=NOW)
    assert (page.rows, page.left, {one.noes for one in page.taught}) == ((), 2, {1})
    assert reads.offers(viewer=viewer, now=LATER).left == 3


@pytest.mark.usefixtures("tries")
def test_each_reason_is_told_once_and_only_of_what_one_may_read(city: SmallCity, lesson: str) -> None:
    viewer = city.viewer(ELSEWHERE)
    actions.deal(viewer=viewer, now=NOW)
    Offer.objects.update(shared=["group:older", "group:young", "need:999999", "hat:1", "setting:home"])
    (row,) = reads.offers(viewer=viewer, now=NOW).rows
    assert len(row.why) == 2
