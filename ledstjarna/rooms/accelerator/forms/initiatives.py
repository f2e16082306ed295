"""What is typed of an initiative: its plan, effects, sums and gates, checked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.accelerator.forms.shared import kronor
from ledstjarna.rooms.accelerator.room import Money, Result
from ledstjarna.web.fields import Day, lines


class Plan(forms.Form):
    """What an initiative is and how it goes about it."""

    title = forms.CharField(label=_("In a few words"), max_length=200)
    what = lines(_("What"), 4)
    reason = lines(_("Why"), 3, needed=False)
    how = lines(_("How"), 3, needed=False)
    plan = lines(_("Plan"), 5, needed=False, hint=_("What is done when. A pilot needs one."))
    cost = kronor(_("Estimated cost, in kronor"), needed=False)
    group = lines(_("Test group"), 2, needed=False, hint=_("On whom and where it is tried; no names."))
    partners = lines(_("Partners"), 2, needed=False)


class Aim(forms.Form):
    """An effect goal."""

    text = forms.CharField(label=_("What is to be different"), max_length=300)
    measured_in = forms.CharField(
        label=_("Measured in"), max_length=60, help_text=_("For example per cent, days.")
    )
    baseline = forms.FloatField(label=_("How it is today"), localize=True)
    target = forms.FloatField(label=_("How it is to be"), localize=True)


class Measure(forms.Form):
    """What an effect came to."""

    goal = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    measured = forms.FloatField(label=_("How it became"), localize=True)
    on = Day(label=_("Day"))
    comment = forms.CharField(label=_("In words"), max_length=500, required=False)


class Fund(forms.Form):
    """A sum."""

    sort = forms.ChoiceField(label=_("What it is"), choices=Money.choices)
    amount = kronor(_("Kronor"))
    on = Day(label=_("Day"))
    comment = forms.CharField(label=_("In words"), max_length=300, required=False)


class Note(forms.Form):
    """How it goes."""

    latest = lines(_("The latest"), 3, most=1000)
    obstacle = lines(_("What stands in the way"), 2, needed=False, most=1000)
    next_on = Day(label=_("Next gate"), required=False)
    coaching = forms.BooleanField(
        label=_("I coach this"), required=False, help_text=_("Your name is shown as its coach.")
    )


class Gate(forms.Form):
    """What a gate comes to (R6)."""

    result = forms.ChoiceField(label=_("What we do"), choices=Result.choices, widget=forms.RadioSelect)
    reason = lines(_("Why"), 3)
    lesson = lines(
        _("What it taught"),
        4,
        needed=False,
        hint=_("Needed when it stops or is done: what happened, why, and what others can do."),
    )
    next_on = Day(label=_("Next gate"), required=False)
