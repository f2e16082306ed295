"""What is typed into the principles room."""

from ledstjarna.rooms.principles import forms
from ledstjarna.rooms.principles.rules import MOST_PARTS


def test_a_text_with_too_many_headings_is_told_so_at_the_field() -> None:
    form = forms.Document({"text": "\n".join(f"# {n}" for n in range(MOST_PARTS + 1))})
    assert "Split the document" in str(form.errors["text"])


def test_a_change_says_why() -> None:
    assert "why" in forms.ChangeApproach({}).errors
