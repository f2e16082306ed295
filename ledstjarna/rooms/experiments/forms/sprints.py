"""What is counted and noted in a sprint, how its rule is altered, and what becomes of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.experiments.forms.shared import Card, Number, Rule
from ledstjarna.rooms.experiments.room import Learning, Verdict
from ledstjarna.web.fields import Day, lines

VERDICTS = [one for one in Verdict.choices if one[0] != Verdict.CANCELLED]
HELD = [("yes", _("Yes")), ("no", _("No")), ("unclear", _("It cannot be told"))]


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


class Alter(Rule):
    """Another rule than the one that was locked, and why."""

    field_order = ("why", "worth", "days", "scale_if", "stop_if", "otherwise")

    why = forms.CharField(
        label=_("Why is the rule altered?"),
        max_length=300,
        help_text=_("The rule that stood, the reason and the difference are kept, and shown at the review."),
    )


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
