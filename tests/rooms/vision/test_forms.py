"""What is typed is checked, and kept where it must be mended."""

import pytest

from ledstjarna.rooms.vision import forms


def opening(**changed: object) -> forms.OpenRound:
    typed = {"name": "Town 2040", "horizon": 2040, "question": "Where?", "seeds": "", "lang": "sv"}
    return forms.OpenRound(typed | changed)


def test_a_round_is_opened_with_little() -> None:
    assert opening().is_valid()


def test_a_seed_that_is_too_long_is_named_by_its_line() -> None:
    form = opening(seeds=f"Short\n{'x' * 281}\nShort\n{'y' * 300}")
    assert not form.is_valid()
    assert "2, 4" in form.errors["seeds"][0]
    assert form["seeds"].value().startswith("Short")


@pytest.mark.parametrize("horizon", ["1999", "2101", "soon", ""])
def test_the_horizon_is_a_year_ahead(horizon: str) -> None:
    assert "horizon" in opening(horizon=horizon).errors


@pytest.mark.parametrize(("text", "fine"), [("x" * 281, False), ("x" * 280, True), ("Too short", False)])
def test_a_statement_is_between_ten_and_280_letters(text: str, fine: bool) -> None:
    assert forms.Say({"text": text, "lang": "sv"}).is_valid() is fine


@pytest.mark.parametrize(
    ("choice", "fine"), [("1", True), ("0", True), ("-1", True), ("2", False), ("", False)]
)
def test_a_vote_is_one_of_three(choice: str, fine: bool) -> None:
    form = forms.Cast({"statement": "abc", "choice": choice})
    assert form.is_valid() is fine
    if fine:
        assert form.cleaned_data["choice"] == int(choice)


def test_a_draft_offers_statements_and_takes_any_ref_for_the_action_to_look_up() -> None:
    form = forms.DraftArea({"title": "Harbour", "text": "x", "statements": ["abc"]})
    form.offer([("def", "Another")])
    assert form.is_valid()
    assert form.cleaned_data["statements"] == ["abc"]


def test_votes_in_the_council_are_not_negative() -> None:
    form = forms.Decide(
        {"decided_on": "2027-03-01", "reference": "x", "votes_for": -1, "votes_against": 0, "abstained": 0}
    )
    assert set(form.errors) == {"votes_for"}
