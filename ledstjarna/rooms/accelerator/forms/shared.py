"""What several of the accelerator's forms ask with."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.web.fields import Refs

KRONOR = 2_000_000_000


def kronor(label: Any, *, needed: bool = True, hint: Any = "") -> forms.IntegerField:
    """A sum of whole kronor."""
    return forms.IntegerField(
        label=label, min_value=0, max_value=KRONOR, required=needed, help_text=hint, localize=True
    )


def name_said() -> forms.BooleanField:
    """Whether one's name may be said."""
    return forms.BooleanField(
        label=_("You may say my name"),
        required=False,
        help_text=_("Otherwise it says only that somebody is in it. You can never be named by anybody else."),
    )


class Tied(forms.Form):
    """A form whose page offers what to tie to."""

    def offer(self, **choices: Sequence[tuple[str, str]]) -> None:
        """Let these be chosen among, field by field."""
        for name, offered in choices.items():
            field = cast(Any, self.fields[name])
            field.choices = offered if isinstance(field, Refs) else [("", "–"), *offered]


class Listed(forms.Form):
    """A form with a field for each of several things, whose clean value is a list in their order."""

    into = ""
    many = 0

    def numbered(self) -> list[str]:
        """What was typed in the fields that belong to the list, in order."""
        return [str(self.cleaned_data.get(f"at{place}") or "") for place in range(self.many)]

    def clean(self) -> dict[str, Any] | None:
        """The values of the fields that have a name of their own, and the list."""
        named = {name: value for name, value in self.cleaned_data.items() if not name.startswith("at")}
        return named | {self.into: self.numbered()}


def at_places(values: Mapping[str, Any]) -> dict[str, Any]:
    """First values of a form with numbered fields, out of a list of answers."""
    return {**values, **{f"at{place}": text for place, text in enumerate(values.get("answers", ()))}}
