"""What is typed into the obstacles room."""

from ledstjarna.rooms.obstacles import forms

WORDS = {"text": "Dörren kärvar", "where": "abc", "receiver": "", "hinders": ""}


def test_where_one_came_from_becomes_a_list_and_nothing_an_empty_one() -> None:
    for typed, clean in (("", []), ("abcdefghij", ["abcdefghij"])):
        form = forms.Report(WORDS | {"hinders": typed})
        assert form.is_valid()
        assert form.cleaned_data["hinders"] == clean


def test_something_must_be_in_the_way_somewhere() -> None:
    assert set(forms.Report({}).errors) == {"text", "where"}


def test_nobody_answers_that_it_waits() -> None:
    assert "outcome" in forms.Answer({"outcome": "waiting", "answer": "x"}).errors
