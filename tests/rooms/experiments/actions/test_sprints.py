"""Sprints: counted by thumb, never by the rule's back."""

from datetime import timedelta
from typing import Any

import pytest

from ledstjarna.rooms.experiments import actions, rules
from ledstjarna.rooms.experiments.models import Experiment, Member, Note, Observation, Site, Wording
from ledstjarna.thread.models import Audience, Fact
from ledstjarna.thread.reads import Refused
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import concluded, row, running, sketched

RULE: dict[str, Any] = {"why": "Semester", "worth": 0.1, "days": 28}


def test_from_the_start_the_city_can_read_it_and_the_last_day_is_promised(
    city: SmallCity,
) -> None:
    one = row(running(city))
    assert (one.node.audience, one.stage, one.begins) == (Audience.CITY, "running", NOW.date())
    assert one.node.due == one.ends == NOW.date() + timedelta(days=13)


def test_a_test_starts_once(city: SmallCity) -> None:
    with pytest.raises(Refused):
        actions.start(ref=running(city), viewer=city.viewer("employee"), now=NOW)


def test_a_sketch_that_does_not_say_enough_cannot_start(city: SmallCity) -> None:
    ref = sketched(city)
    Experiment.objects.update(measure="")
    with pytest.raises(Refused, match="Say the need"):
        actions.start(ref=ref, viewer=city.viewer("employee"), now=NOW)


def test_places_begin_in_an_order_that_was_drawn(city: SmallCity) -> None:
    ref = sketched(city)
    Experiment.objects.update(design="staggered", days=28)
    Site.objects.bulk_create([Site(experiment=row(ref), name=f"Lag {n}") for n in range(4)])
    actions.start(ref=ref, viewer=city.viewer("employee"), now=NOW)
    begins = dict(Site.objects.values_list("name", "begins"))
    assert begins == rules.starts(row(ref).seed, list(begins), NOW.date(), 28)


def test_of_places_two_and_two_one_has_the_change_and_what_is_counted_there_bears_it(city: SmallCity) -> None:
    ref = sketched(city)
    Experiment.objects.update(design="matched")
    Site.objects.bulk_create([Site(experiment=row(ref), name=name) for name in ("A", "B")])
    actions.start(ref=ref, viewer=city.viewer("employee"), now=NOW)
    assert set(Site.objects.values_list("having", flat=True)) == {False, True}
    actions.log(ref=ref, value=2, site="A", viewer=city.viewer("employee"), now=NOW)
    assert Observation.objects.get().having is Site.objects.get(name="A").having
    with pytest.raises(Refused, match="which of the places"):
        actions.log(ref=ref, value=2, viewer=city.viewer("employee"), now=NOW)


def test_with_two_ways_chance_says_which_is_next(city: SmallCity) -> None:
    ref = sketched(city, sort="yes_no")
    Experiment.objects.update(design="wordings")
    actions.start(ref=ref, viewer=city.viewer("employee"), now=NOW)
    for _n in range(8):
        actions.log(ref=ref, value=1, viewer=city.viewer("employee"), now=NOW)
    ways = list(Observation.objects.order_by("pk").values_list("having", flat=True))
    assert ways == [rules.next_way(row(ref).seed, n) for n in range(8)]


def test_K5_what_is_counted_says_nothing_of_who_counted_and_is_no_fact(city: SmallCity) -> None:
    ref = running(city)
    before = Fact.objects.count()
    actions.log(ref=ref, value=2, viewer=city.viewer("hr"), now=NOW)
    actions.note(ref=ref, text="Lugnt", viewer=city.viewer("hr"), now=NOW)
    assert Fact.objects.count() == before
    people = {"person", "person_id", "by", "by_id", "made_by"}
    for model in (Observation, Note):
        assert not people & {field.name for field in model._meta.fields}


def test_only_the_unit_counts(city: SmallCity) -> None:
    with pytest.raises(Refused) as no:
        actions.log(ref=running(city), value=1, viewer=city.viewer("colleague"), now=NOW)
    assert no.value.forbidden


@pytest.mark.parametrize(("value", "day"), [(1.5, 0), (-1, 0), (1, 1)])
def test_what_cannot_have_been_counted_is_refused(city: SmallCity, value: float, day: int) -> None:
    on = NOW.date() + timedelta(days=day)
    with pytest.raises(Refused):
        actions.log(ref=running(city), value=value, on=on, viewer=city.viewer("employee"), now=NOW)
    assert not Observation.objects.exists()


def test_days_from_before_the_start_may_be_counted_and_days_may_be_missing(city: SmallCity) -> None:
    ref = running(city)
    actions.log(ref=ref, value=3, on=NOW.date() - timedelta(days=9), viewer=city.viewer("employee"), now=NOW)
    assert Observation.objects.get().on == NOW.date() - timedelta(days=9)


def test_the_latest_count_is_taken_back(city: SmallCity) -> None:
    ref, viewer = running(city), city.viewer("employee")
    for value in (1, 2):
        actions.log(ref=ref, value=value, viewer=viewer, now=NOW)
    actions.undo(ref=ref, viewer=viewer, now=NOW)
    assert Observation.objects.get().value == 1
    actions.undo(ref=ref, viewer=viewer, now=NOW)
    with pytest.raises(Refused, match="Nothing has been counted"):
        actions.undo(ref=ref, viewer=viewer, now=NOW)


def test_nothing_is_counted_before_the_start_after_the_end_or_where_there_is_nothing_to_count(
    city: SmallCity,
) -> None:
    viewer = city.viewer("employee")
    for ref in (sketched(city), concluded(city), running(city, sort="nothing")):
        with pytest.raises(Refused):
            actions.log(ref=ref, value=1, viewer=viewer, now=NOW)


def test_altering_the_rule_keeps_what_stood_and_why(city: SmallCity) -> None:
    ref = running(city)
    actions.alter(ref=ref, **RULE, viewer=city.viewer("employee"), now=NOW)
    kept = Wording.objects.get()
    assert (kept.why, kept.number, row(ref).number) == ("Semester", 1, 2)
    assert "14" in kept.text
    assert row(ref).node.due == NOW.date() + timedelta(days=27)


def test_a_rule_that_is_not_locked_yet_is_mended_instead(city: SmallCity) -> None:
    with pytest.raises(Refused):
        actions.alter(ref=sketched(city), **RULE, viewer=city.viewer("employee"), now=NOW)


def test_a_colleague_elsewhere_alters_nothing(city: SmallCity) -> None:
    with pytest.raises(Refused) as no:
        actions.alter(ref=running(city), **RULE, viewer=city.viewer("colleague"), now=NOW)
    assert no.value.forbidden


def test_the_counting_can_end_early_and_the_review_is_promised(city: SmallCity) -> None:
    ref, later = running(city), NOW + timedelta(days=5)
    actions.wind_up(ref=ref, viewer=city.viewer("employee"), now=later)
    one = row(ref)
    assert (one.stage, one.ends) == ("review", later.date())
    assert one.node.due == later.date() + timedelta(days=14)
    with pytest.raises(Refused):
        actions.wind_up(ref=ref, viewer=city.viewer("employee"), now=later)


def test_somebody_is_in_a_test_by_their_own_ticking_and_the_fact_does_not_name_them(city: SmallCity) -> None:
    ref = running(city)
    actions.join(ref=ref, viewer=city.viewer("colleague"), now=NOW)
    assert Member.objects.get().person == city.persons["colleague"]
    assert Fact.objects.latest("number").who is None
    with pytest.raises(Refused):
        actions.join(ref=ref, viewer=city.viewer("colleague"), now=NOW)
    actions.leave(ref=ref, viewer=city.viewer("colleague"), now=NOW)
    assert not Member.objects.exists()


def test_the_one_whose_test_it_is_cannot_leave_it(city: SmallCity) -> None:
    with pytest.raises(Refused):
        actions.leave(ref=running(city), viewer=city.viewer("employee"), now=NOW)
