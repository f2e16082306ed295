"""A manager is asked whether one may decide, and answers by a day."""

from datetime import date, timedelta
from typing import Any

import pytest

from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.models import Asking, Experiment
from ledstjarna.thread.models import Fact, Reader
from ledstjarna.thread.reads import Missing, Refused
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import running, sketched


def asked(city: SmallCity) -> str:
    return actions.ask(ref=sketched(city), viewer=city.viewer("employee"), now=NOW)


def answered(city: SmallCity, ref: str, who: str = "manager", **more: Any) -> str:
    return actions.let_decide(ref=ref, **{"answer": "alone"} | more, viewer=city.viewer(who), now=NOW)


def test_my_manager_can_read_what_i_ask_about_and_answers_by_a_day(city: SmallCity) -> None:
    ref = sketched(city)
    with pytest.raises(Missing):
        actions.start(ref=ref, viewer=city.viewer("manager"), now=NOW)
    actions.ask(ref=ref, viewer=city.viewer("employee"), now=NOW)
    assert Reader.objects.filter(node__ref=ref, person_id=city.persons["manager"].pk).exists()
    one = Asking.objects.get()
    assert (one.manager, one.asked_on, one.promised) == (
        city.persons["manager"], NOW.date(), date(2026, 9, 8),
    )  # fmt: skip


def test_what_is_asked_already_is_not_asked_again_so_the_day_stands(city: SmallCity) -> None:
    ref = asked(city)
    with pytest.raises(Refused, match="on its way"):
        actions.ask(ref=ref, viewer=city.viewer("employee"), now=NOW + timedelta(days=3))
    assert Asking.objects.get().promised == date(2026, 9, 8)


def test_an_answer_is_given_once_and_can_be_asked_for_anew(city: SmallCity) -> None:
    ref = asked(city)
    answered(city, ref, answer="not_now", words="Efter sommaren")
    one = Asking.objects.get()
    assert (one.answer, one.words, one.answered_on) == ("not_now", "Efter sommaren", NOW.date())
    assert Fact.objects.order_by("-number")[0].verb == "experiments.answered"
    with pytest.raises(Refused, match="already"):
        answered(city, ref)
    actions.ask(ref=ref, viewer=city.viewer("employee"), now=NOW + timedelta(days=30))
    assert (Asking.objects.get().answer, Asking.objects.get().answered_on) == ("", None)


def test_not_now_without_a_reason_is_no_answer(city: SmallCity) -> None:
    with pytest.raises(Refused, match="why"):
        answered(city, asked(city), answer="not_now")


def test_the_one_who_asks_does_not_answer_and_others_do_not_see_it(city: SmallCity) -> None:
    ref = asked(city)
    with pytest.raises(Refused) as no:
        answered(city, ref, "employee")
    assert no.value.forbidden
    with pytest.raises(Missing):
        answered(city, ref, "director")
    with pytest.raises(Missing):
        answered(city, sketched(city), "employee")


def test_who_has_no_manager_has_nobody_to_ask(city: SmallCity) -> None:
    with pytest.raises(Refused, match="nobody to ask"):
        actions.ask(ref=sketched(city, "colleague"), viewer=city.viewer("colleague"), now=NOW)


def test_a_test_that_runs_asks_nobody(city: SmallCity) -> None:
    with pytest.raises(Refused):
        actions.ask(ref=running(city), viewer=city.viewer("employee"), now=NOW)
    assert Experiment.objects.count() == 1
