"""What is typed into the horizon room, checked."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.horizon.room import Course, Sort, Strength, Surety
from ledstjarna.web.fields import Day, lines, refs


class Pick(forms.ChoiceField):
    """One unit by ref; the choices are what the page offers, and the action looks it up."""

    def valid_value(self, value: object) -> bool:
        """Any ref may be sent: one that is not there is found missing."""
        return True


class Offered(forms.Form):
    """A form whose page offers what to choose among."""

    def offer(self, **choices: Sequence[tuple[str, str]]) -> None:
        """Let these be chosen among, field by field."""
        for name, offered in choices.items():
            if name in self.fields:
                cast(Any, self.fields[name]).choices = list(offered)


class Notice(Offered):
    """Something seen outside."""

    title = forms.CharField(
        label=_("What have you seen?"),
        max_length=200,
        help_text=_("In one line. An example: shops hand out parcels from lockers round the clock."),
    )
    text = lines(_("Why it may matter to us"), 3, most=2000)
    sort = forms.ChoiceField(label=_("What it is"), choices=Sort.choices, widget=forms.RadioSelect)
    seen_in = forms.CharField(
        label=_("Where you saw it"), max_length=200, help_text=_("A paper, a conference, a street.")
    )
    link = forms.CharField(
        label=_("Link"),
        max_length=500,
        required=False,
        validators=[URLValidator(schemes=["https"], message=_("The link must begin with https://."))],
        widget=forms.URLInput,
    )
    concerns = refs(_("What it concerns"))


class ReadTogether(Offered):
    """What a group thought of a signal."""

    held_on = Day(label=_("When we read it"))
    met = forms.CharField(
        label=_("Who took part"), max_length=200, help_text=_("As a number or a group, not by name.")
    )
    thinks = lines(_("What we think"), 4, most=3000)
    strength = forms.ChoiceField(
        label=_("How strong it is"), choices=Strength.choices, widget=forms.RadioSelect
    )
    surety = forms.ChoiceField(label=_("How sure we are"), choices=Surety.choices, widget=forms.RadioSelect)
    course = forms.ChoiceField(
        label=_("What we do"),
        choices=[one for one in Course.choices if one[0] != Course.NEW],
        widget=forms.RadioSelect,
    )
    concerns = refs(_("What it concerns"), hint=_("Beside what it is tied to already."))


class Parry(Offered):
    """A small test begun because of a signal."""

    title = forms.CharField(label=_("What we try"), max_length=200)
    text = lines(_("How, and for whom"), 3, most=2000)
    unit = Pick(label=_("Where"))
    begun_on = Day(label=_("When it began"))


class Appoint(Offered):
    """The unit that reads signals."""

    unit = Pick(label=_("Unit"))
