"""What several forms of this room ask: the rule, and what a lesson says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.experiments.rules import LONGEST
from ledstjarna.web.fields import lines

UNKNOWN = ("", _("Not said"))
Number = forms.FloatField


class Rule(forms.Form):
    """The rule: what it takes to scale it and to stop it, and how long it is tried."""

    worth = forms.IntegerField(
        label=_("Smallest change worth having, in per cent"),
        min_value=1,
        max_value=500,
        initial=20,
        help_text=_("Of how it is today. 20 is a fifth."),
    )
    days = forms.IntegerField(label=_("Days"), min_value=2, max_value=LONGEST, initial=14)
    scale_if = lines(
        _("Scale it if"), 2, needed=False, most=500, hint=_("Left empty it follows from the smallest change.")
    )
    stop_if = lines(_("Stop if"), 2, needed=False, most=500)
    otherwise = lines(_("Otherwise"), 2, needed=False, most=500)

    def clean_worth(self) -> float:
        """Per cent as a share."""
        return float(self.cleaned_data["worth"]) / 100


class Card(forms.Form):
    """What a lesson says."""

    worked = lines(
        _("Where did it hold?"),
        2,
        needed=False,
        most=2000,
        hint=_("For whom, where, and under what circumstances."),
    )
    failed = lines(_("Where did it not hold?"), 2, needed=False, most=2000)
    mechanism = lines(
        _("How does it work?"),
        2,
        needed=False,
        most=2000,
        hint=_("Why does it help? That is what makes it possible to do in another way."),
    )
    core = lines(_("What must be as it is?"), 2, needed=False, most=2000)
    adaptable = lines(_("What may be adapted?"), 2, needed=False, most=2000)
