"""What is typed into the experiments room."""

from ledstjarna.rooms.experiments import forms
from tests.rooms.experiments.stage import END, IDEA, TAUGHT


def test_an_idea_needs_its_answers_and_nothing_more() -> None:
    assert forms.Idea(IDEA).is_valid()
    for name in ("title", "need", "whom", "change", "measure"):
        assert list(forms.Idea(IDEA | {name: ""}).errors) == [name]


def test_what_one_came_from_is_a_list_of_one_or_none() -> None:
    with_one, without = forms.Idea(IDEA | {"serves": "abc"}), forms.Idea(IDEA)
    assert with_one.is_valid()
    assert without.is_valid()
    assert (with_one.cleaned_data["serves"], without.cleaned_data["serves"]) == (["abc"], [])


def test_five_a_week_is_the_usual() -> None:
    form = forms.Idea(IDEA)
    assert form.is_valid()
    assert form.cleaned_data["weekly"] == 5


def test_per_cent_become_a_share() -> None:
    form = forms.Alter({"why": "x", "worth": "20", "days": "14"})
    assert form.is_valid()
    assert form.cleaned_data["worth"] == 0.2


def test_once_is_the_usual() -> None:
    form = forms.Log({"value": "1"})
    assert form.is_valid()
    assert form.cleaned_data["many"] == 1


def test_R7_the_lesson_is_asked_for_where_it_is_demanded() -> None:
    form = forms.Conclude(END)
    form.show(adopts=False, demands=True)
    assert list(form.errors) == ["claim"]
    whole = forms.Conclude(END | TAUGHT)
    whole.show(adopts=False, demands=True)
    assert whole.is_valid()


def test_only_what_is_asked_of_this_test_is_shown() -> None:
    form = forms.Conclude(END | {"verdict": "adapt"})
    form.show(adopts=True, demands=False)
    hidden = {one.name for one in form.hidden_fields()}
    assert {"claim", "mechanism", "best_before", "verdict"} <= hidden
    assert "held" not in hidden
    assert list(form.errors) == ["held"]


def test_a_test_cannot_be_cancelled_by_its_verdict() -> None:
    assert list(forms.Conclude(END | {"verdict": "cancelled"}).errors) == ["verdict"]


def test_to_try_is_not_said_but_done() -> None:
    assert list(forms.TakeUp({"unit": "x", "state": "tries"}).errors) == ["state"]
