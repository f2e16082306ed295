"""A lesson as it is worded, opened, renewed and retired, and what a unit does with it."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ledstjarna.rooms.experiments.forms.shared import UNKNOWN, Card, Number
from ledstjarna.rooms.experiments.room import Group, Setting, Uptake
from ledstjarna.web.fields import Day


class Teach(Card):
    """A lesson from a test."""

    field_order = ("claim", "worked", "failed", "mechanism", "core", "adaptable", "best_before")

    claim = forms.CharField(label=_("The lesson in one sentence"), max_length=250)
    best_before = Day(
        label=_("Best before"), required=False, help_text=_("A year from now if you leave it empty.")
    )


class Reword(Card):
    """Another wording of a lesson."""

    field_order = (
        "claim", "worked", "failed", "mechanism", "core", "adaptable", "group", "setting", "hours", "kronor",
        "why",
    )  # fmt: skip

    claim = forms.CharField(label=_("The lesson in one sentence"), max_length=250)
    group = forms.ChoiceField(label=_("Client group"), choices=[UNKNOWN, *Group.choices], required=False)
    setting = forms.ChoiceField(
        label=_("Where it takes place"), choices=[UNKNOWN, *Setting.choices], required=False
    )
    hours = Number(label=_("Hours it takes in all"), required=False, min_value=0)
    kronor = forms.IntegerField(label=_("Kronor it costs"), required=False, min_value=0, max_value=10**9)
    why = forms.CharField(label=_("Why it is changed"), max_length=300)


class OpenLesson(forms.Form):
    """Who may read a lesson."""

    audience = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=[
            ("unit", _("Those who work in the unit")),
            ("city", _("Everybody who works in the city")),
            ("public", _("Everybody")),
        ],
    )


class Renew(forms.Form):
    """Another best-before date."""

    best_before = Day(label=_("Best before"))


class Retire(forms.Form):
    """Why a lesson holds no longer."""

    why = forms.CharField(label=_("Why does it hold no longer?"), max_length=500)


class TakeUp(forms.Form):
    """A step that a unit takes with a lesson."""

    unit = forms.CharField(label=_("Unit"), max_length=16)
    state = forms.ChoiceField(
        label=pgettext_lazy("lesson", "What do you do with it?"),
        choices=[one for one in Uptake.choices if one[0] != Uptake.TRIES],
    )
    because = forms.CharField(
        label=_("Because"),
        max_length=500,
        required=False,
        help_text=_("Asked for when you decline or stop: it teaches as much as a yes."),
    )
    origin = forms.CharField(required=False, widget=forms.HiddenInput, max_length=16)
