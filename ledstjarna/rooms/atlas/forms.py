"""What is typed into the atlas room, checked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.atlas.rules import SORTS
from ledstjarna.thread import room

LEVELS = (("unit", _("A unit")), ("manager", _("A manager")), ("employee", _("An employee")))


class Finding(forms.Form):
    """Which finding about a node: its sort, and the others that it is about."""

    sort = forms.ChoiceField(choices=[(one, one) for one in SORTS], widget=forms.HiddenInput)
    others = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)


class Dismiss(Finding):
    """Why a finding is no problem."""

    reason = forms.CharField(label=_("Not a problem because"), max_length=300)


class Estimate(forms.Form):
    """What a signal of a kind costs."""

    kind = forms.CharField(widget=forms.HiddenInput)
    minutes = forms.IntegerField(label=_("Minutes a year"), min_value=0, max_value=100_000)

    def clean_kind(self) -> str:
        """Only what asks something of somebody has a cost."""
        typed: str = self.cleaned_data["kind"]
        if typed not in {kind.name for kind in room.kinds() if kind.signal}:
            raise forms.ValidationError(_("Such a thing asks nothing of anybody."))
        return typed


class Cap(forms.Form):
    """How many signals are enough."""

    level = forms.ChoiceField(choices=LEVELS, widget=forms.HiddenInput)
    most = forms.IntegerField(label=_("At most so many"), min_value=1, max_value=10_000)
