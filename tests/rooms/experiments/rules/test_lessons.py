"""What a lesson has to say, and when it counts."""

from datetime import date

import pytest

from ledstjarna.rooms.experiments import rules

WHOLE = {
    "mechanism": "Den som vet vem som kommer öppnar", "worked": "Hos äldre som bor ensamma", "failed": "",
    "core": "Namnet", "adaptable": "Tiden",
}  # fmt: skip


def test_a_whole_lesson_lacks_nothing() -> None:
    assert rules.gaps(**WHOLE) == ()


@pytest.mark.parametrize(
    ("without", "gap"),
    [("mechanism", "mechanism"), ("worked", "context"), ("core", "core"), ("adaptable", "adaptable")],
)
def test_what_is_missing_is_named(without: str, gap: str) -> None:
    assert rules.gaps(**WHOLE | {without: ""}) == (gap,)


def test_where_it_failed_is_a_context_too_and_a_word_is_no_mechanism() -> None:
    assert rules.gaps(**WHOLE | {"worked": "", "failed": "Inte hos dem som hör dåligt"}) == ()
    assert rules.gaps(**WHOLE | {"mechanism": "Namnet"}) == ("mechanism",)


def test_R8_it_is_an_innovation_only_when_somebody_uses_it() -> None:
    assert not rules.is_innovation([])
    assert not rules.is_innovation(["heard", "tries", "stopped", "declined"])
    assert rules.is_innovation(["heard", "uses"])
    assert rules.is_innovation(["adapted"])


def test_a_lesson_is_stale_the_day_after_its_best_before() -> None:
    day = date(2026, 9, 1)
    assert not rules.is_stale(day, day)
    assert rules.is_stale(day, date(2026, 9, 2))
    assert not rules.is_stale(None, day)


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        (None, "heard", True), (None, "stopped", False), ("heard", "heard", False), ("uses", "stopped", True),
        ("heard", "stopped", False), ("declined", "tries", True), ("stopped", "uses", True),
    ],
)  # fmt: skip
def test_only_what_was_used_or_tried_is_stopped(before: str | None, after: str, step: bool) -> None:
    assert rules.is_step(before, after) is step


def test_to_decline_and_to_stop_ask_why() -> None:
    states = ("heard", "tries", "uses", "adapted", "stopped", "declined")
    assert [one for one in states if rules.needs_because(one)] == ["stopped", "declined"]


def test_a_test_that_is_scaled_in_its_own_way_is_an_adaptation() -> None:
    assert rules.uptake_of("scale", "") == "uses"
    assert rules.uptake_of("scale", "Vi skickar sms") == "adapted"
    assert rules.uptake_of("close", "") == rules.uptake_of("cancelled", "") == "stopped"
    assert rules.uptake_of("adapt", "") == "tries"
