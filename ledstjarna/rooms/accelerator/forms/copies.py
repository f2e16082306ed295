"""What is typed of an entry's copy without names, checked."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.accelerator.forms.entries import Asked
from ledstjarna.rooms.accelerator.forms.shared import Listed
from ledstjarna.web.fields import Refs, lines


class Mend(forms.Form):
    """A copy as it is to read."""

    title = forms.CharField(label=_("Heading"), max_length=300)
    answers = Refs(required=False)


class _Mended(Listed):
    """A copy's title and answers."""

    title = forms.CharField(label=_("Heading"), max_length=300)
    into = "answers"


def mend_form(questions: Sequence[Asked]) -> type[forms.Form]:
    """A copy's texts, each in a box."""
    fields = {
        f"at{place}": lines(one.text, 4, needed=False, most=8000) for place, one in enumerate(questions)
    }
    return type("Mended", (_Mended,), {**fields, "many": len(questions)})
