"""A sketch in a few answers, as it is to be, and as it is laid."""

from collections.abc import Sequence
from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.experiments.forms.shared import UNKNOWN, Number, Rule
from ledstjarna.rooms.experiments.room import Better, Design, Group, Setting, Sort
from ledstjarna.rooms.experiments.rules import LONGEST
from ledstjarna.web.fields import Refs, lines, refs


class Idea(forms.Form):
    """A thought in a few answers; the rest has sensible first values and is mended later."""

    title = forms.CharField(label=_("Your idea in a few words"), max_length=120)
    need = lines(_("What is the need?"), 2, most=2000, hint=_("What is hard, for whom, and when."))
    whom = forms.CharField(label=_("Whom does it help?"), max_length=300)
    change = lines(
        _("What do you want to try?"), 2, most=2000, hint=_("So small that you can begin tomorrow.")
    )
    measure = forms.CharField(
        label=_("How do you notice that it helps?"),
        max_length=200,
        help_text=_("One thing only: missed visits in a day, minutes of waiting, whether the child came."),
    )
    sort = forms.ChoiceField(label=_("What is it that you count?"), choices=Sort.choices, initial=Sort.COUNT)
    better = forms.ChoiceField(label=_("Which way is better?"), choices=Better.choices, initial=Better.UP)
    weekly = forms.IntegerField(
        label=_("About how many in a week?"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_("Then we can say how small a change you will notice."),
    )
    adaptation = lines(
        _("What do you do in your own way?"), 2, needed=False, most=1000,
        hint=_("When you try the lesson of others: what you keep, and what you change."),
    )  # fmt: skip
    serves = forms.CharField(required=False, widget=forms.HiddenInput, max_length=16)
    lesson = forms.CharField(required=False, widget=forms.HiddenInput, max_length=16)
    parries = forms.CharField(required=False, widget=forms.HiddenInput, max_length=16)

    def clean_weekly(self) -> int:
        """One each working day, where nobody says."""
        return int(self.cleaned_data["weekly"] or 5)

    def clean_serves(self) -> list[str]:
        """What one came from, as a list of one or none."""
        typed: str = self.cleaned_data["serves"]
        return [typed] if typed else []


class Tied(forms.Form):
    """A form whose page offers what may be served."""

    def offer(self, serves: Sequence[tuple[str, str]]) -> None:
        """Let these be chosen among."""
        cast(Refs, self.fields["serves"]).choices = list(serves)


class Mend(Tied, Rule):
    """A sketch as it is to be."""

    field_order = (
        "title", "need", "whom", "change", "guess", "measure", "sort", "better", "worth", "days", "quiet",
        "design", "places", "weekly", "usual", "steady", "scale_if", "stop_if", "otherwise", "hours",
        "kronor", "group", "setting", "adaptation", "serves",
    )  # fmt: skip

    title = forms.CharField(label=_("Your idea in a few words"), max_length=120)
    need = lines(_("What is the need?"), 3, most=2000)
    whom = forms.CharField(label=_("Whom does it help?"), max_length=300)
    change = lines(_("What do you want to try?"), 3, most=2000)
    guess = lines(_("What do you think will happen?"), 2, needed=False, most=1000)
    measure = forms.CharField(label=_("How do you notice that it helps?"), max_length=200)
    sort = forms.ChoiceField(label=_("What is it that you count?"), choices=Sort.choices)
    better = forms.ChoiceField(label=_("Which way is better?"), choices=Better.choices)
    design = forms.ChoiceField(label=_("How it is laid"), choices=Design.choices)
    quiet = forms.IntegerField(
        label=_("Days as usual before the change"),
        min_value=0,
        max_value=LONGEST,
        required=False,
        help_text=_("0 if you bring figures from before."),
    )
    places = lines(
        _("Places"),
        3,
        needed=False,
        most=4000,
        hint=_("One on each line, where you are several. Alike ones next to each other."),
    )
    weekly = forms.IntegerField(label=_("How many observations in a week?"), min_value=1, max_value=100_000)
    usual = Number(
        label=_("How is it today?"),
        required=False,
        help_text=_("In a day; for yes or no a share from 0 to 1. Leave it empty if nobody knows."),
    )
    steady = Number(label=_("How much does it usually vary?"), required=False, min_value=0)
    hours = Number(label=_("Hours it takes in all"), required=False, min_value=0)
    kronor = forms.IntegerField(label=_("Kronor it costs"), required=False, min_value=0, max_value=10**9)
    group = forms.ChoiceField(label=_("Client group"), choices=[UNKNOWN, *Group.choices], required=False)
    setting = forms.ChoiceField(
        label=_("Where it takes place"), choices=[UNKNOWN, *Setting.choices], required=False
    )
    adaptation = lines(_("What do you do in your own way?"), 2, needed=False, most=1000)
    serves = refs(_("What it serves"))


class Lay(forms.Form):
    """A few answers by which a way of laying the test is suggested."""

    places = lines(
        _("Places"),
        3,
        needed=False,
        most=4000,
        hint=_("One on each line, where you are several. Alike ones next to each other."),
    )
    weekly = forms.IntegerField(
        label=_("How many observations in a week?"), min_value=1, max_value=100_000, initial=5
    )
    days = forms.IntegerField(label=_("Days"), min_value=2, max_value=LONGEST, initial=14)
    apart = forms.BooleanField(label=_("The places can begin on different days"), required=False)
    chance = forms.BooleanField(
        label=_("Chance may decide who meets the old way and who the new"), required=False
    )


class Cancel(forms.Form):
    """An end before the end."""

    explanation = lines(_("Why does it end before its time?"), 2, needed=False, most=1000)


class OpenTest(forms.Form):
    """Who may read a test."""

    audience = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=[("city", _("Everybody who works in the city")), ("public", _("Everybody"))],
    )
