"""What is typed of an entry, checked against what its call asks."""

from collections.abc import Sequence
from typing import Any, Protocol

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.forms.shared import Listed, name_said
from ledstjarna.web.fields import Refs

FAULTS = {
    "long": _("The answer is too long."),
    "number": _("Write a number."),
    "choice": _("Choose one of those offered."),
}


class Asked(Protocol):
    """As much of a question as its field needs; `rules.faults_of` holds the answer against it."""

    @property
    def text(self) -> str:
        """The question itself."""

    @property
    def hint(self) -> str:
        """What helps to answer it."""

    @property
    def sort(self) -> str:
        """How it is answered."""

    @property
    def options(self) -> tuple[str, ...]:
        """What can be chosen."""

    @property
    def needed(self) -> bool:
        """Whether it must be answered."""


class Enter(forms.Form):
    """Beginning an entry."""

    title = forms.CharField(label=_("What it is about, in a few words"), max_length=200)
    idea = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)
    named = name_said()


class Entry(forms.Form):
    """An entry with its answers in the order of the questions."""

    title = forms.CharField(label=_("What it is about, in a few words"), max_length=200)
    answers = Refs(required=False)
    send = forms.BooleanField(required=False)


def _field(one: Asked) -> forms.Field:
    kept: dict[str, Any] = {"label": one.text, "help_text": one.hint, "required": one.needed}
    if one.sort == "long":
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 6}), max_length=6000, **kept)
    if one.sort == "choice":
        return forms.ChoiceField(choices=[("", "–"), *((each, each) for each in one.options)], **kept)
    if one.sort == "number":
        return forms.CharField(max_length=40, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kept)
    return forms.CharField(max_length=300, **kept)


class _Options:
    """A question as the rules ask for it: what can be chosen as lines."""

    def __init__(self, one: Asked) -> None:
        self.sort, self.needed, self.options = one.sort, one.needed, "\n".join(one.options)


class _Written(Listed):
    """An entry's title and answers."""

    title = forms.CharField(label=_("What it is about, in a few words"), max_length=200)
    send = forms.BooleanField(required=False)
    into = "answers"
    questions: Sequence[Asked] = ()
    use_required_attribute = False  # a draft may be saved as it is

    def full_clean(self) -> None:
        """What is needed is asked for when it is sent, not while it is a draft."""
        for place in range(self.many):
            if self.is_bound and not self.data.get("send"):
                self.fields[f"at{place}"].required = False
        super().full_clean()

    def clean(self) -> dict[str, Any] | None:
        """Each answer is held against its question."""
        made = super().clean() or {}
        asked = [_Options(one) for one in self.questions]
        for fault in rules.faults_of(asked, self.numbered(), whole=bool(made.get("send"))):
            if f"at{fault.place}" not in self.errors and fault.why in FAULTS:
                self.add_error(f"at{fault.place}", FAULTS[fault.why])
        return made


def entry_form(questions: Sequence[Asked]) -> type[forms.Form]:
    """The form of a call, as it asks."""
    fields = {f"at{place}": _field(one) for place, one in enumerate(questions)}
    return type("Written", (_Written,), {**fields, "many": len(questions), "questions": tuple(questions)})
