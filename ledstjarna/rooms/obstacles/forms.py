"""What is typed into the obstacles room, checked."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.obstacles.room import State
from ledstjarna.web.fields import Day, lines

HELPED = (("yes", _("Yes, it helped")), ("no", _("No, it is still in the way")))


class Pick(forms.ChoiceField):
    """One node by ref; the choices are what the page offers, and the action looks it up."""

    def valid_value(self, value: object) -> bool:
        """Any ref may be sent: one that is not there, or not for this viewer, is found missing."""
        return True


class Offered(forms.Form):
    """A form whose page offers what to choose among."""

    def offer(self, **choices: Sequence[tuple[str, str]]) -> None:
        """Let these be chosen among, field by field."""
        for name, offered in choices.items():
            cast(Any, self.fields[name]).choices = list(offered)


class Report(Offered):
    """What is in the way, and where."""

    text = lines(
        _("What is in the way?"),
        4,
        most=2000,
        hint=_("Write what is in the way, not who. An example: the key to the storeroom is only in town."),
    )
    where = Pick(
        label=_("Where"),
        help_text=_("Everybody sees the unit. If yours is small, choose the one that it is part of."),
    )
    receiver = Pick(label=_("Who gets it"), required=False, widget=forms.RadioSelect)
    alone = forms.BooleanField(label=_("Only those who answer may read it"), required=False)
    hinders = forms.CharField(required=False, widget=forms.HiddenInput, max_length=16)

    def clean_hinders(self) -> list[str]:
        """What else it is in the way of, where a page was come from."""
        typed: str = self.cleaned_data["hinders"]
        return [typed] if typed else []


class Answer(forms.Form):
    """What became of an obstacle."""

    outcome = forms.ChoiceField(
        label=_("What becomes of it"),
        choices=[one for one in State.choices if one[0] != State.WAITING],
        widget=forms.RadioSelect,
    )
    until = Day(label=_("Removed by"), required=False)
    answer = lines(
        _("Your answer"),
        4,
        most=2000,
        hint=_("What was done, or why it cannot be. Plain and short; everybody who sees it reads this."),
    )


class HandOver(Offered):
    """To whom, and why; the promised day stays."""

    to = Pick(label=_("Who can remove it"))
    reason = forms.CharField(label=_("Why it goes there"), max_length=300)


class Postpone(forms.Form):
    """A later day, and why."""

    until = Day(label=_("New promised day"))
    reason = forms.CharField(label=_("Why it takes longer"), max_length=300)


class Line(forms.Form):
    """A line more."""

    text = lines(_("A line more"), 3, most=1000)


class Judge(forms.Form):
    """Whether it helped."""

    helped = forms.ChoiceField(label=_("Did it help?"), choices=HELPED, widget=forms.RadioSelect)
    text = lines(_("What is left, if something is"), 3, needed=False, most=1000)


class WriteBack(forms.Form):
    """By the secret: whether it helped, or a line more."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    helped = forms.ChoiceField(
        label=_("Did it help?"), choices=HELPED, widget=forms.RadioSelect, required=False
    )
    text = lines(_("A line more"), 3, needed=False, most=1000)


class Appoint(Offered):
    """A function, the unit that it is, and its promise."""

    name = forms.CharField(label=_("What the function is called"), max_length=80)
    name_en = forms.CharField(label=_("In English"), max_length=80, required=False)
    unit = Pick(label=_("Unit"))
    days = forms.IntegerField(
        label=_("Answers within so many working days"), min_value=1, max_value=60, initial=10
    )


class Relieve(forms.Form):
    """A function that is taken away."""

    name = forms.CharField(max_length=80, widget=forms.HiddenInput)
