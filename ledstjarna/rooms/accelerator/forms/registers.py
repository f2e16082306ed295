"""What is typed of a register, checked."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.accelerator import rules
from ledstjarna.web.fields import SheetField


class Bring(forms.Form):
    """An export of a register of initiatives."""

    title = forms.CharField(label=_("What it is called"), max_length=200)
    file = SheetField(label=_("The file"), help_text=_("CSV, XLSX or JSON."))


def chosen_columns(data: Mapping[str, Any]) -> dict[str, int]:
    """The columns chosen in a form: a number for each field that is read."""
    typed = {field: str(data.get(field, "")) for field in rules.FIELDS}
    return {field: int(value) for field, value in typed.items() if value.isdecimal() and len(value) < 4}
