"""What fits a person is dealt from the thread: with reasons, at most three a month, and a no teaches."""

from datetime import timedelta

import pytest

from ledstjarna.people.models import Employment, RoleAssignment
from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.rooms.experiments.actions.offers import deal_next
from ledstjarna.rooms.experiments.models import Dealing, Experiment, Lesson, Offer
from ledstjarna.thread.reads import Missing, Refused
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
def test_a_lesson_that_fits_is_offered_with_its_reasons(city: SmallCity, lesson: str) -> None:
    viewer = city.viewer(ELSEWHERE)
    assert actions.deal(viewer=viewer, now=NOW) == 1
    page = reads.offers(viewer=viewer, now=NOW)
    (row,) = page.rows
    assert (row.spot.ref, page.left) == (lesson, 2)
    assert len(row.why) >= 2


@pytest.mark.usefixtures("tries")
def test_offers_are_there_without_a_press_for_who_tries_something_and_anew_each_month(
    city: SmallCity, lesson: str
) -> None:
    viewer = city.viewer(ELSEWHERE)
    for _tick in range(2):  # the employee who learnt it has tried something too, and is dealt to in turn
        deal_next(NOW)
    assert [one.ref for one in reads.home(viewer=viewer, now=NOW).offers] == [lesson]
    assert reads.home(viewer=viewer, now=LATER).offers == ()
    Offer.objects.all().delete()
    for _tick in range(2):
        deal_next(LATER)
    assert [one.ref for one in reads.home(viewer=viewer, now=LATER).offers] == [lesson]
    assert Offer.objects.count() == 1


@pytest.mark.usefixtures("tries")
def test_who_works_here_no_longer_is_offered_nothing(city: SmallCity) -> None:
    RoleAssignment.objects.all().delete()
    Employment.objects.update(valid_to=NOW.date() - timedelta(days=1))
    for left in (2, 1, 0):
        assert Dealing.objects.count() == left
        deal_next(NOW)
    assert not Offer.objects.exists()


@pytest.mark.usefixtures("lesson")
def test_nothing_is_offered_to_who_tries_nothing_nor_of_ones_own(city: SmallCity) -> None:
    assert actions.deal(viewer=city.viewer("hr"), now=NOW) == 0
    assert actions.deal(viewer=city.viewer("employee"), now=NOW) == 0


@pytest.mark.usefixtures("tries")
def test_the_same_is_never_offered_twice(city: SmallCity) -> None:
    viewer = city.viewer(ELSEWHERE)
    assert [actions.deal(viewer=viewer, now=now) for now in (NOW, NOW, LATER)] == [1, 0, 0]


@pytest.mark.usefixtures("tries")
def test_what_is_closed_retired_or_past_its_day_is_not_offered(city: SmallCity, lesson: str) -> None:
    viewer, own = city.viewer(ELSEWHERE), {"viewer": city.viewer("employee"), "now": NOW}
    actions.open_lesson(ref=lesson, audience="unit", **own)  # type: ignore[arg-type]
    assert actions.deal(viewer=viewer, now=NOW) == 0
    actions.open_lesson(ref=lesson, audience="city", **own)  # type: ignore[arg-type]
    assert actions.deal(viewer=viewer, now=NOW + timedelta(days=500)) == 0
    actions.retire(ref=lesson, why="Gammal", **own)  # type: ignore[arg-type]
    assert actions.deal(viewer=viewer, now=NOW) == 0


@pytest.mark.usefixtures("tries")
def test_only_oneself_sees_and_answers_ones_offers(city: SmallCity, lesson: str) -> None:
    actions.deal(viewer=city.viewer(ELSEWHERE), now=NOW)
    assert reads.offers(viewer=city.viewer("hr"), now=NOW).rows == ()
    with pytest.raises(Missing):
        actions.decline(ref=lesson, viewer=city.viewer("hr"), now=NOW)
    with pytest.raises(Missing):
        reads.offers(viewer=NOBODY, now=NOW)
    for act in (
        lambda: actions.deal(viewer=NOBODY, now=NOW),
        lambda: actions.decline(ref=lesson, viewer=NOBODY, now=NOW),
    ):
        with pytest.raises(Refused):
            act()
    assert not Offer.objects.get().declined
