"""Where lessons of other cities come from."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AddFeed(forms.Form):
    """Another city whose lessons are read."""

    name = forms.CharField(label=_("The city"), max_length=100)
    url = forms.URLField(
        label=_("The address of its feed"),
        max_length=500,
        assume_scheme="https",
        help_text=_("Atom or JSON Feed, by https. Its host is asked once a day from then on, and no other."),
    )
