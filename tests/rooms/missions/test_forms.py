"""What is typed into the missions room."""

import pytest
from django.utils import translation

from ledstjarna.rooms.missions import forms

FIGURE = {"on": "2026-08-01", "value": "61,5", "low": "58", "high": "65"}


def measured(**change: str) -> forms.Measure:
    with translation.override("sv"):
        form = forms.Measure(FIGURE | change)
        form.is_valid()
        return form


def test_a_figure_is_typed_as_the_reader_s_language_writes_it() -> None:
    assert measured().cleaned_data["value"] == 61.5


@pytest.mark.parametrize("change", [{"low": ""}, {"high": ""}, {"value": "70"}, {"low": "62"}])
def test_an_interval_has_both_its_ends_and_the_figure_within(change: dict[str, str]) -> None:
    assert "__all__" in measured(**change).errors


def test_a_figure_without_an_interval_is_a_figure() -> None:
    assert not measured(low="", high="").errors


MET = {"held_on": "2026-08-01", "met": "Vi", "saw": "x", "learnt": "y"}


def test_the_next_dialogue_comes_after_this_one() -> None:
    assert forms.Met(MET | {"next_on": "2026-08-02"}).is_valid()
    form = forms.Met(MET | {"next_on": "2026-08-01"})
    assert list(form.errors) == ["next_on"]


@pytest.mark.parametrize("kind", list(forms.NEW))
def test_an_aim_that_is_changed_asks_why_last(kind: str) -> None:
    assert "why" not in forms.NEW[kind].base_fields
    assert list(forms.CHANGED[kind]().fields)[-1] == "why"


def test_a_page_offers_what_an_aim_may_serve_and_be_given_to() -> None:
    form = forms.Direction()
    form.offer([("a", "Visionen")], [("b", "Nämnden")])
    assert [form.fields[name].choices for name in ("serves", "given_to")] == [  # type: ignore[attr-defined]
        [("a", "Visionen")],
        [("b", "Nämnden")],
    ]
