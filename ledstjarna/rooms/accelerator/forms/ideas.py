"""What is typed of an idea and of who is in a thing, checked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.accelerator.forms.shared import Tied, name_said
from ledstjarna.rooms.accelerator.room import Inlet
from ledstjarna.web.fields import lines, refs


class Idea(Tied):
    """An idea."""

    title = forms.CharField(label=_("The idea in a few words"), max_length=200)
    text = lines(_("What would be different, and for whom"), 5)
    inlet = forms.ChoiceField(label=_("What it began with"), choices=Inlet.choices)
    answers = refs(_("Challenges that it answers"))
    named = name_said()


class Join(forms.Form):
    """Joining a thing."""

    named = name_said()


class Invite(forms.Form):
    """Somebody to invite or to let in; the action looks the person up."""

    person = forms.CharField(label=_("Person"), max_length=16)
