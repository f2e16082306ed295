"""What is typed into the vision room, checked."""

from collections.abc import Sequence
from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.vision.room import Choice, Phase, Stance, Standing
from ledstjarna.rooms.vision.rules import LONGEST
from ledstjarna.web.fields import Day, Refs

LANGS = (("sv", _("Swedish")), ("en", _("English")))


def _lines(least: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": least})


class OpenRound(forms.Form):
    """A new round."""

    name = forms.CharField(label=_("What the vision is called"), max_length=120)
    horizon = forms.IntegerField(label=_("The year it looks to"), min_value=2026, max_value=2100)
    question = forms.CharField(
        label=_("The question to everybody"),
        max_length=300,
        help_text=_("One question that anybody can answer."),
    )
    seeds = forms.CharField(
        label=_("First statements"),
        widget=_lines(8),
        required=False,
        help_text=_("One on each line, at most 280 characters. Others add theirs later."),
    )
    until = Day(label=_("Collect statements until"), required=False)
    open_to_public = forms.BooleanField(
        label=_("Residents may take part, without signing in"), required=False
    )
    lang = forms.ChoiceField(label=_("Language"), choices=LANGS)

    def clean_seeds(self) -> str:
        """Each line must be short enough to vote on."""
        typed: str = self.cleaned_data["seeds"]
        long = [i for i, line in enumerate(typed.splitlines(), 1) if len(line.strip()) > LONGEST]
        if long:
            raise forms.ValidationError(
                _("Line %(number)s is longer than 280 characters. Shorten it or make it two."),
                params={"number": ", ".join(map(str, long))},
            )
        return typed


class Say(forms.Form):
    """A statement."""

    text = forms.CharField(
        label=_("Your statement"),
        max_length=LONGEST,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 3, "data-max": LONGEST}),
        help_text=_("One thought that others can agree or disagree with."),
    )
    lang = forms.ChoiceField(label=_("Language"), choices=LANGS)


class Cast(forms.Form):
    """A vote on one statement."""

    statement = forms.CharField(max_length=16, widget=forms.HiddenInput)
    choice = forms.TypedChoiceField(choices=Choice.choices, coerce=int)


class Moderate(forms.Form):
    """A statement in or out, with the reason."""

    standing = forms.ChoiceField(label=_("What to do with it"), choices=Standing.choices[1:])
    reason = forms.CharField(label=_("Why"), max_length=300, required=False)


class Merge(forms.Form):
    """The statement to join with."""

    into = forms.CharField(label=_("The statement that remains"), max_length=16)


class Advance(forms.Form):
    """The next step, and until when."""

    until = Day(label=_("Until"), required=False)


class Prolong(forms.Form):
    """More time, with the reason."""

    until = Day(label=_("New last day"))
    reason = forms.CharField(label=_("Why"), max_length=500)


class Pause(forms.Form):
    """A pause, with the reason."""

    reason = forms.CharField(label=_("Why"), max_length=500)


class Reopen(forms.Form):
    """Back to an earlier step, with the reason."""

    phase = forms.ChoiceField(label=_("Back to"), choices=Phase.choices[:-1])
    reason = forms.CharField(label=_("Why"), max_length=500)


class Grown(forms.Form):
    """What grew from statements; which ones to choose among is told by the page."""

    statements = Refs(label=_("Grew from"), required=False, widget=forms.CheckboxSelectMultiple)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Let these statements be chosen among."""
        cast(Refs, self.fields["statements"]).choices = list(choices)


class DraftArea(Grown):
    """An area of the vision in two languages, and what it grew from."""

    field_order = ("title", "text", "title_en", "text_en", "statements")

    title = forms.CharField(label=_("Name of the area"), max_length=120)
    text = forms.CharField(label=_("What it means"), widget=_lines(4))
    title_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    text_en = forms.CharField(label=_("What it means, in English"), widget=_lines(4), required=False)


class DraftShift(Grown):
    """From something, to something, in two languages."""

    field_order = ("origin", "goal", "origin_en", "goal_en", "statements")

    origin = forms.CharField(label=_("From"), max_length=80)
    goal = forms.CharField(label=_("To"), max_length=80)
    origin_en = forms.CharField(label=_("From, in English"), max_length=80, required=False)
    goal_en = forms.CharField(label=_("To, in English"), max_length=80, required=False)


class KeepVersion(forms.Form):
    """What is special about this version."""

    note = forms.CharField(label=_("What is new in this version"), max_length=200)


class Endorse(forms.Form):
    """A party's stand, in its own words."""

    stance = forms.ChoiceField(label=_("Where we stand"), choices=Stance.choices, widget=forms.RadioSelect)
    words = forms.CharField(label=_("In our own words"), max_length=2000, widget=_lines(5))


class AskAgain(forms.Form):
    """The day of the election."""

    elected_on = Day(label=_("Day of the election"))


class Decide(forms.Form):
    """The council's decision."""

    decided_on = Day(label=_("Day of the decision"))
    reference = forms.CharField(
        label=_("Reference"), max_length=100, help_text=_("For example KF 2027 § 41.")
    )
    votes_for = forms.IntegerField(label=_("Votes for"), min_value=0, max_value=999)
    votes_against = forms.IntegerField(label=_("Votes against"), min_value=0, max_value=999)
    abstained = forms.IntegerField(label=_("Abstained"), min_value=0, max_value=999)
