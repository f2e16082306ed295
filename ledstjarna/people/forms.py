"""What is sent to the people pages, checked."""

from django import forms
from django.utils.translation import gettext_lazy as _


class StaffFile(forms.Form):
    """A staff list as a file."""

    file = forms.FileField(
        label=_("Staff file"),
        help_text=_("CSV or XLSX, at most 50 MB, with the names of the columns in the first row."),
    )


class Confirm(forms.Form):
    """Nothing more to say: the button itself is the answer."""
