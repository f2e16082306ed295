"""Fields that more than one room asks with."""

from typing import Any

from django import forms

from ledstjarna.plumbing.sheets import Unreadable, refuse_large


class Day(forms.DateField):
    """A day, with the browser's own calendar."""

    def __init__(self, **more: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class Refs(forms.MultipleChoiceField):
    """Nodes by ref; the choices are what a page offers, and the action looks each one up."""

    def valid_value(self, value: object) -> bool:
        """Any ref may be sent: one that is not there, or not for this viewer, is found missing."""
        return True


class Offered(forms.ChoiceField):
    """One of what a page offers; the action looks it up, so that the JSON door need not be offered it."""

    def valid_value(self, value: object) -> bool:
        """Anything short may be sent."""
        return len(str(value)) <= 200


class SheetField(forms.FileField):
    """A spreadsheet: its bytes, if it is small enough to be a list."""

    def clean(self, data: Any, initial: Any = None) -> bytes:
        """The file's bytes."""
        typed = super().clean(data, initial)
        try:
            refuse_large(typed.size)
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error
        return bytes(typed.read())


def refs(label: Any, *, hint: Any = "") -> Refs:
    """Boxes to tick, one for each node that the page offers."""
    return Refs(label=label, required=False, widget=forms.CheckboxSelectMultiple, help_text=hint)


def lines(
    label: Any, rows: int = 4, *, needed: bool = True, hint: Any = "", most: int = 4000
) -> forms.CharField:
    """A text of several lines."""
    box = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=box, required=needed, help_text=hint, max_length=most)


class Confirm(forms.Form):
    """Nothing more to say: the button itself is the answer."""
