"""What is typed of a call while it is shaped, and when its days move or it is called off, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.forms.shared import Tied, kronor
from ledstjarna.rooms.accelerator.room import Inlet, Sort
from ledstjarna.web.fields import Day, lines, refs


class Call(Tied):
    """A call with its days and terms."""

    title = forms.CharField(label=_("What the call is called"), max_length=200)
    text = lines(_("What we are after"), 5)
    inlet = forms.ChoiceField(label=_("What it begins with"), choices=Inlet.choices)
    seeks = refs(_("Challenges that it seeks answers to"))
    opens = Day(label=_("Opens"))
    closes = Day(label=_("Last day"))
    decides = Day(label=_("Decision promised by"))
    funds = kronor(_("Kronor to grant in all"))
    seats = forms.IntegerField(label=_("Assessors for each entry"), min_value=1, max_value=9)
    blind = forms.BooleanField(
        label=_("Assessors read without names"),
        required=False,
        help_text=_("Names, units, addresses and numbers are taken out, and you can mend each copy."),
    )
    open_entries = forms.BooleanField(
        label=_("All in the city read entries as they come in"),
        required=False,
        help_text=_("So that those who think alike can join forces."),
    )

    def clean(self) -> dict[str, Any] | None:
        """The three days come one after the other."""
        typed = self.cleaned_data
        opens, closes, decides = (typed.get(name) for name in ("opens", "closes", "decides"))
        if opens and closes and decides and not rules.is_in_order(opens, closes, decides):
            self.add_error("decides", _("It opens, closes and is decided in that order."))
        return typed


class Question(forms.Form):
    """A question of a call's form."""

    text = forms.CharField(label=_("The question"), max_length=300)
    hint = forms.CharField(label=_("What helps to answer it"), max_length=300, required=False)
    sort = forms.ChoiceField(label=_("How it is answered"), choices=Sort.choices)
    options = lines(
        _("What can be chosen"), 3, needed=False, hint=_("Only for one of several. One on each line.")
    )
    needed = forms.BooleanField(label=_("It must be answered"), required=False)


class Criterion(forms.Form):
    """What entries are weighed by."""

    title = forms.CharField(label=_("What is weighed"), max_length=200)
    low = forms.CharField(label=_("What 1 means"), max_length=300)
    high = forms.CharField(label=_("What 5 means"), max_length=300)
    weight = forms.IntegerField(label=_("Weight"), min_value=1, max_value=100, initial=1)


class Drop(forms.Form):
    """A question or a criterion to take away, by its place."""

    what = forms.ChoiceField(choices=(("question", ""), ("criterion", "")))
    place = forms.IntegerField(min_value=0, max_value=100)


class Move(Drop):
    """A question or a criterion to move a step, by its place."""

    way = forms.ChoiceField(choices=(("up", ""), ("down", "")))

    @property
    def comes_to(self) -> int:
        """The place that it comes to, once this is known to be clean."""
        return int(self.cleaned_data["place"]) + (-1 if self.cleaned_data["way"] == "up" else 1)


def _reason() -> forms.CharField:
    return lines(_("Why"), 3, most=500, hint=_("All who read the call see it."))


class Prolong(forms.Form):
    """A later last day, with the reason."""

    closes = Day(label=_("New last day"))
    decides = Day(
        label=_("Decision promised by"),
        required=False,
        help_text=_("Left empty, it moves as many days as the last day does."),
    )
    reason = _reason()


class CallOff(forms.Form):
    """The end of a call that comes to nothing, with the reason."""

    reason = _reason()
