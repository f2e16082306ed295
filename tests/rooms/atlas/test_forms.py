"""What is typed into the atlas room."""

from ledstjarna.rooms.atlas import forms


def test_only_what_asks_something_of_somebody_has_a_cost() -> None:
    assert forms.Estimate({"kind": "board_goal", "minutes": "30"}).is_valid()
    assert "kind" in forms.Estimate({"kind": "vision", "minutes": "30"}).errors


def test_a_level_that_is_not_there_has_no_ceiling() -> None:
    assert "level" in forms.Cap({"level": "mayor", "most": "3"}).errors
