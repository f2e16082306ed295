"""What is typed into the experiments room, checked."""

from collections.abc import Sequence
from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ledstjarna.rooms.experiments.room import (
    Better,
    Design,
    Group,
    Learning,
    Setting,
    Sort,
    Uptake,
    Verdict,
)
from ledstjarna.rooms.experiments.rules import LONGEST
from ledstjarna.web.fields import Confirm, Day, Refs, lines, refs

UNKNOWN = ("", _("Not said"))
VERDICTS = [one for one in Verdict.choices if one[0] != Verdict.CANCELLED]
HELD = [("yes", _("Yes")), ("no", _("No")), ("unclear", _("It cannot be told"))]
Number = forms.FloatField


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


class Alter(Rule):
    """Another rule than the one that was locked, and why."""

    field_order = ("why", "worth", "days", "scale_if", "stop_if", "otherwise")

    why = forms.CharField(
        label=_("Why is the rule altered?"),
        max_length=300,
        help_text=_("The rule that stood, the reason and the difference are kept, and shown at the review."),
    )


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


class Log(forms.Form):
    """Something observed: a number, or a press on a button."""

    value = Number(label=_("How much?"))
    on = Day(label=_("On which day?"), required=False)
    many = forms.IntegerField(label=_("Out of how many?"), min_value=1, max_value=1_000_000, required=False)
    site = forms.CharField(label=_("Where?"), max_length=100, required=False)

    def clean_many(self) -> int:
        """Once, where nothing else is said."""
        return int(self.cleaned_data["many"] or 1)


class LogAll(forms.Form):
    """Many observations at once, as the rows of a sheet."""

    text = lines(
        _("Rows of day and value"), 8, most=500_000,
        hint=_("The first row names the columns: day;value. One row for each observation below it."),
    )  # fmt: skip


class Note(forms.Form):
    """A line about what was seen."""

    text = lines(
        _("What did you see?"), 2, most=1000, hint=_("No names, and nothing by which a person can be known.")
    )
    on = Day(label=_("On which day?"), required=False)


class Bring(forms.Form):
    """A file of observations."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_(
            "CSV or XLSX, with the columns day and value; and place or of how many, where there are such."
        ),
    )


class Cancel(forms.Form):
    """An end before the end."""

    explanation = lines(_("Why does it end before its time?"), 2, needed=False, most=1000)


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


class Conclude(Card):
    """What becomes of what was tried, and the lesson where the verdict asks for one."""

    field_order = (
        "verdict", "reason", "learning", "learnt", "held", "hours_used", "kronor_used", "claim", "worked",
        "failed", "mechanism", "core", "adaptable", "best_before",
    )  # fmt: skip

    verdict = forms.ChoiceField(label=_("What becomes of it?"), choices=VERDICTS)
    reason = lines(_("Why?"), 2, most=2000)
    learning = forms.ChoiceField(
        label=_("How much did you learn?"),
        choices=Learning.choices,
        help_text=_("Another matter than how it went: a test that failed can have taught the most."),
    )
    learnt = lines(_("What did you learn?"), 3, most=2000)
    held = forms.ChoiceField(label=_("Did the lesson hold here?"), choices=[("", "—"), *HELD], required=False)
    hours_used = Number(label=_("Hours it took"), required=False, min_value=0)
    kronor_used = forms.IntegerField(label=_("Kronor it cost"), required=False, min_value=0, max_value=10**9)
    claim = forms.CharField(label=_("The lesson in one sentence"), max_length=250, required=False)
    best_before = Day(
        label=_("Best before"), required=False, help_text=_("A year from now if you leave it empty.")
    )

    def show(self, *, adopts: bool, demands: bool) -> None:
        """Only what is asked of this test."""
        cards = [*Card.base_fields, "claim", "best_before"]
        for name in [*([] if adopts else ["held"]), *([] if demands else cards)]:
            self.fields[name].widget = forms.HiddenInput()
        self.fields["held"].required = adopts
        self.fields["claim"].required = demands
        self.fields["verdict"].widget = forms.HiddenInput()


class OpenTest(forms.Form):
    """Who may read a test."""

    audience = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=[("city", _("Everybody who works in the city")), ("public", _("Everybody"))],
    )


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


__all__ = [
    "Alter",
    "Bring",
    "Cancel",
    "Conclude",
    "Confirm",
    "Idea",
    "Lay",
    "Log",
    "LogAll",
    "Mend",
    "Note",
    "OpenLesson",
    "OpenTest",
    "Renew",
    "Retire",
    "Reword",
    "TakeUp",
    "Teach",
]


class AddFeed(forms.Form):
    """Another city whose lessons are read."""

    name = forms.CharField(label=_("The city"), max_length=100)
    url = forms.URLField(
        label=_("The address of its feed"),
        max_length=500,
        assume_scheme="https",
        help_text=_("Atom or JSON Feed, by https. Its host is asked once a day from then on, and no other."),
    )
