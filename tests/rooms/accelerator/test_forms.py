"""What is typed into the accelerator, checked."""

import pytest

from ledstjarna.rooms.accelerator import forms
from ledstjarna.rooms.accelerator.reads import CriterionRow, QuestionRow

QUESTIONS = (
    QuestionRow(0, "Vad?", "Kort", "short", "", (), True),
    QuestionRow(1, "Hur många?", "", "number", "", (), False),
    QuestionRow(2, "Vilken?", "", "choice", "", ("A", "B"), False),
    QuestionRow(3, "Mer?", "", "long", "", (), False),
)


def test_a_draft_may_lack_what_an_entry_that_is_sent_may_not() -> None:
    kind = forms.entry_form(QUESTIONS)
    draft = kind({"title": "T"})
    assert draft.is_valid()
    assert draft.cleaned_data == {"title": "T", "send": False, "answers": ["", "", "", ""]}
    assert list(kind({"title": "T", "send": "1"}).errors) == ["at0"]
    whole = kind({"title": "T", "send": "1", "at0": "x", "at1": "3", "at2": "B", "at3": "y"})
    assert whole.is_valid()
    assert whole.cleaned_data["answers"] == ["x", "3", "B", "y"]


def test_an_answer_of_the_wrong_sort_is_told_at_its_question() -> None:
    form = forms.entry_form(QUESTIONS)({"title": "T", "at1": "tre", "at2": "C"})
    assert sorted(form.errors) == ["at1", "at2"]


def test_an_assessment_has_a_figure_for_every_criterion_and_words_for_the_ends() -> None:
    kind = forms.assess_form((CriterionRow(0, "Nytta", "Liten", "Stor", 1, 1.0),))
    labels = [option.choice_label for option in kind()["at0"].subwidgets]
    assert labels == ["1 – Liten", "2", "3", "4", "5 – Stor"]
    form = kind({"at0": "4", "comment": "Bra"})
    assert form.is_valid()
    assert form.cleaned_data == {"scores": ["4"], "comment": "Bra"}
    assert not kind({"comment": "Bra"}).is_valid()


def test_a_call_s_days_come_in_order() -> None:
    days = {"opens": "2026-02-01", "closes": "2026-01-01", "decides": "2026-03-01"}
    form = forms.Call({"title": "T", "text": "x", "inlet": "idea", "funds": "0", "seats": "2", **days})
    assert list(form.errors) == ["decides"]


@pytest.mark.parametrize(("typed", "amount"), [("", 0), ("500", 500)])
def test_nothing_written_is_nothing_granted(typed: str, amount: int) -> None:
    form = forms.Weigh({"outcome": "granted", "reason": "x", "amount": typed})
    assert form.is_valid()
    assert form.cleaned_data["amount"] == amount


def test_only_columns_that_are_numbers_are_chosen() -> None:
    assert forms.chosen_columns({"title": "2", "what": "x", "how": "99999", "strange": "1"}) == {"title": 2}
