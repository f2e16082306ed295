"""The review of a sprint."""

import pytest

from ledstjarna.rooms.experiments import reads
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of, running


def test_the_review_shows_the_rule_and_asks_for_the_lesson_half_filled(city: SmallCity) -> None:
    """R7, J5: steps 1 to 4."""
    ref, viewer = running(city), city.viewer("employee")
    page = reads.review(ref=ref, viewer=viewer, now=NOW)
    assert page.rule[0].startswith("“Missade besök på en dag” has surely become less")
    assert page.demands is False
    closing = reads.review(ref=ref, viewer=viewer, now=NOW, verdict="close")
    assert closing.demands is True
    assert closing.values["claim"] == "“Ring kvällen innan” did not help"
    assert closing.values["failed"].startswith("Hemtjänsten.")
    assert "mechanism" in closing.gaps
    assert reads.review(ref=ref, viewer=viewer, now=NOW, verdict="park").demands is False
    assert reads.review(ref=ref, viewer=viewer, now=NOW, verdict="cancelled").verdict == ""


def test_the_review_of_an_adopting_test_names_what_it_tried(city: SmallCity) -> None:
    ref = running(city, "colleague", lesson=lesson_of(city))
    assert reads.review(ref=ref, viewer=city.viewer("colleague"), now=NOW).adopts.startswith("Ett samtal")


def test_who_does_not_lead_it_reviews_nothing(city: SmallCity) -> None:
    with pytest.raises(Missing):
        reads.review(ref=running(city), viewer=city.viewer("hr"), now=NOW)
