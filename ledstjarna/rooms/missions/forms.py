"""What is typed into the missions room, checked."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.missions.room import Better, Fate, Pace, Part, Sight
from ledstjarna.rooms.missions.rules import FIELDS, MOST_RIGHTS, Right
from ledstjarna.web.fields import Day, Offered, Refs, SheetField, lines, refs


class Tied(forms.Form):
    """A form whose page offers what to tie to."""

    def offer(self, choices: Sequence[tuple[str, str]], given: Sequence[tuple[str, str]] = ()) -> None:
        """Let these be chosen among."""
        for name, offered in (("serves", choices), ("lived", choices), ("given_to", given)):
            if name in self.fields:
                cast(Refs, self.fields[name]).choices = list(offered)


class Aimed(Tied):
    """What every aim has: a short name, its words, and what it serves."""

    field_order = (
        "title",
        "stands",
        "text",
        "whom",
        "how",
        "target",
        "begins",
        "ends",
        "serves",
        "given_to",
        "why",
    )

    title = forms.CharField(label=_("In a few words"), max_length=200)
    text = lines(_("In full"))
    serves = refs(_("What it serves"), hint=_("Tick one at least: then everybody can see why it is there."))


class Programme(Aimed):
    """What the council wants during its years."""

    begins = Day(label=_("From"))
    ends = Day(label=_("To"))


class Direction(Aimed):
    """Where the whole city should be heading: followed and measured, never with a target (R1)."""

    text = lines(_("In full"), hint=_("No numbers to reach: a direction is followed, not aimed at a figure."))
    given_to = refs(_("Given to"), hint=_("Nobody ticked means all boards and companies."))


class Mission(Aimed):
    """What a board or company is there for."""

    whom = forms.CharField(label=_("For whom"), max_length=300)


class Goal(Aimed):
    """What somebody outside is to notice (R2)."""

    text = lines(
        _("What will be different for them"),
        hint=_("The effect, not the activity: “more pupils reach…”, not “carry out a project…”."),
    )
    whom = forms.CharField(
        label=_("For whom"),
        max_length=300,
        help_text=_("Residents, companies or organisations: somebody outside our own house."),
    )
    target = forms.CharField(label=_("How we will know"), max_length=300, required=False)
    ends = Day(label=_("Looks to"), required=False)


class Plan(Aimed):
    """Where a unit is, what it wants, and how it goes about it."""

    stands = lines(_("Where we are"))
    text = lines(_("What we want to achieve"))
    how = lines(_("How we go about it"))
    ends = Day(label=_("We look at it again"), required=False)


class NewPlan(Plan):
    """A plan that may begin as a draft."""

    draft = forms.BooleanField(
        label=_("Begin as a draft, read by our own board or company alone"), required=False
    )


class Dispatch(forms.Form):
    """To which board or company a draft is shown, knowing what that means (R15)."""

    to = forms.CharField(label=_("To which board or company"), max_length=16)
    sure = forms.BooleanField(label=_("I know that this dispatches the document"))


class Rhythm(forms.Form):
    """How often a follow-up dialogue is held."""

    every = forms.ChoiceField(label=_("How often we meet to follow up"), choices=Pace.choices)


class ClosingComment(forms.Form):
    """A short closing comment on a report."""

    comment = lines(_("A short closing comment"), 5, most=2000)


class Why(forms.Form):
    """Why an aim is changed; laid together with the aim's own form."""

    why = forms.CharField(label=_("Why it is changed"), max_length=300)


class ChangeProgramme(Programme, Why):
    """Another wording of a programme."""


class ChangeDirection(Direction, Why):
    """Another wording of a direction."""


class ChangeMission(Mission, Why):
    """Another wording of a mission."""


class ChangeGoal(Goal, Why):
    """Another wording of a goal."""


class ChangePlan(Plan, Why):
    """Another wording of a plan."""


class Roomy(Tied):
    """What a mission card and the profile of a post have in common: a purpose, and room to act."""

    field_order = (
        "title", "post", "purpose", "whom", "contribution", "serves", "alone", "freely", "together", "asks",
        "money", "review", "why",
    )  # fmt: skip

    purpose = lines(_("Why this work is there"), 3)
    whom = forms.CharField(label=_("For whom"), max_length=300)
    contribution = lines(_("What it adds to"), 3)
    serves = refs(_("What it serves"), hint=_("Tick one at least: then everybody can see why it is there."))
    alone = lines(Part.ALONE.label, hint=_("One thing on each line."))
    freely = lines(
        Part.FREELY.label,
        needed=False,
        hint=_("The way of working: nobody need be asked, and nothing is reported. One thing on each line."),
    )
    together = lines(Part.TOGETHER.label, needed=False, hint=_("One thing on each line."))
    asks = lines(Part.ASKS.label, needed=False, hint=_("One thing on each line."))
    money = forms.IntegerField(
        label=_("I decide up to so many kronor"), min_value=0, max_value=100_000_000, required=False
    )


class Card(Roomy):
    """A mission card: what I am there for, and what I may decide."""

    title = forms.CharField(label=_("The mission in a few words"), max_length=200)
    review = Day(label=_("We look at it again"), required=False)


class Profile(Roomy):
    """What a post is there for: the draft of many cards."""

    post = Offered(label=_("The post"), help_text=_("The title that its holders are employed with."))

    def offer_posts(self, posts: Sequence[tuple[str, str]]) -> None:
        """Let these titles be chosen among; one that nobody has today stays where it is the profile's own."""
        own = str(self.initial.get("post", ""))
        more = [(own, own)] if own and own not in dict(posts) else []
        cast(Offered, self.fields["post"]).choices = [*more, *posts]


class ChangeCard(Card, Why):
    """Another wording of a mission card."""


class Delegate(forms.Form):
    """A right to decide, given to one post."""

    item = forms.CharField(
        label=_("Number"), max_length=20, help_text=_("As in the register, for example 4.12.")
    )
    subject = lines(_("What may be decided"), 2)
    legal = forms.CharField(
        label=_("Legal reference"), max_length=200, required=False, help_text=_("For example SoL 4:1.")
    )
    post = forms.CharField(label=_("To which post"), max_length=200, help_text=_("One post, never a group."))
    limit = forms.CharField(label=_("Limit"), max_length=200, required=False)
    passes_on = forms.BooleanField(label=_("May be passed on to somebody under them"), required=False)
    begins = Day(label=_("From"))


class BringRegister(forms.Form):
    """A register as a spreadsheet."""

    file = SheetField(
        label=_("The file"),
        help_text=_("CSV or XLSX: a row for each right, with number, subject, legal reference and post."),
    )
    begins = Day(label=_("From"), help_text=_("For rows that give no day of their own."))


class TakeRegister(forms.Form):
    """The rights of a list that was looked at, as it came."""

    rights = forms.JSONField(widget=forms.HiddenInput)

    def clean_rights(self) -> list[Right]:
        """The rights as plain values."""
        try:
            return [_right(one) for one in self.cleaned_data["rights"]][:MOST_RIGHTS]
        except (TypeError, ValueError) as error:
            raise forms.ValidationError(
                _("The list has come apart on the way. Bring the file again.")
            ) from error


def _right(one: Any) -> Right:
    """A right from its parts in order.

    Raises:
        TypeError, ValueError: they are not the parts of a right.
    """
    row, *words, passes_on, begins = one
    item, subject, legal, post, limit = (str(word)[:4000] for word in words)
    return Right(int(row), item, subject, legal, post, limit, bool(passes_on), date.fromisoformat(begins))


class Revoke(forms.Form):
    """From which day it is taken back."""

    on = Day(label=_("From which day"))


class Decided(forms.Form):
    """A decision by delegation."""

    on = Day(label=_("Day of the decision"))
    text = forms.CharField(
        label=_("What was decided"), max_length=500, help_text=_("No names of individuals.")
    )


class Report(forms.Form):
    """Which decision was reported, and when."""

    decision = forms.IntegerField(widget=forms.HiddenInput)
    on = Day(label=_("Reported to the board on"))


NEW: dict[str, type[Aimed]] = {
    "programme": Programme,
    "direction": Direction,
    "board_mission": Mission,
    "board_goal": Goal,
    "unit_plan": NewPlan,
}
CHANGED: dict[str, type[Aimed]] = {
    "programme": ChangeProgramme,
    "direction": ChangeDirection,
    "board_mission": ChangeMission,
    "board_goal": ChangeGoal,
    "unit_plan": ChangePlan,
}


class Stop(forms.Form):
    """Why it is let go."""

    reason = forms.CharField(label=_("Why"), max_length=500)


class Follow(forms.Form):
    """Something to follow in numbers."""

    title = forms.CharField(label=_("What is followed"), max_length=200)
    measured_in = forms.CharField(
        label=_("Measured in"), max_length=60, help_text=_("For example per cent, days.")
    )
    origin = forms.CharField(label=_("Where the figures come from"), max_length=200, required=False)
    better = forms.ChoiceField(label=_("Which way is better"), choices=Better.choices)


class Want(forms.Form):
    """Which way something wants an indicator to move; the action looks it up."""

    aim = forms.CharField(label=_("What wants it"), max_length=16)
    better = forms.ChoiceField(label=_("Which way is better"), choices=Better.choices)


class Measure(forms.Form):
    """A figure for a day."""

    on = Day(label=_("Day"))
    value = forms.FloatField(label=_("Figure"), localize=True)
    low = forms.FloatField(label=_("At the lowest"), localize=True, required=False)
    high = forms.FloatField(label=_("At the highest"), localize=True, required=False)

    def clean(self) -> dict[str, Any] | None:
        """An interval has both its ends, and the figure within."""
        typed = self.cleaned_data
        low, value, high = (typed.get(name) for name in ("low", "value", "high"))
        if (low is None) != (high is None):
            raise forms.ValidationError(_("Give both ends of the interval, or neither."))
        if low is not None and high is not None and value is not None and not low <= value <= high:
            raise forms.ValidationError(_("The figure lies outside the interval."))
        return typed


class Met(Tied):
    """A follow-up dialogue."""

    held_on = Day(label=_("When we met"))
    met = forms.CharField(label=_("Who met"), max_length=500, help_text=_("Roles rather than names."))
    saw = lines(_("What we saw"))
    learnt = lines(_("What we learnt"))
    changes = lines(_("What changes"), needed=False)
    next_on = Day(label=_("When we meet next"), required=False)
    lived = refs(_("Approaches that we saw lived"))

    def clean(self) -> dict[str, Any] | None:
        """The next time comes after this one."""
        held, after = self.cleaned_data.get("held_on"), self.cleaned_data.get("next_on")
        if held and after and after <= held:
            self.add_error("next_on", _("Choose a day after the one when you met."))
        return self.cleaned_data


class Look(forms.Form):
    """A look around."""

    sort = forms.ChoiceField(label=_("What it is about"), choices=Sight.choices)
    title = forms.CharField(label=_("In a few words"), max_length=200)
    text = lines(_("In full"), 6)


class Ask(forms.Form):
    """A question."""

    text = lines(_("Your question"), hint=_("All parties and all staff see it, and the answer."), most=2000)


class AskMandate(forms.Form):
    """A question about one's own mandate."""

    text = lines(_("Your question"), hint=_("You and your manager alone see it, and the answer."), most=2000)


class Answer(forms.Form):
    """An answer, or another day for it."""

    answer = lines(_("Answer"), 5)


class AnswerMandate(Answer):
    """An answer about a mandate, and how it would stand on the card."""

    part = forms.ChoiceField(
        label=_("Where on the card it belongs"), choices=[("", _("Nowhere")), *Part.choices], required=False
    )
    line = forms.CharField(
        label=_("How it would stand there"),
        max_length=300,
        required=False,
        help_text=_("For example: when a visit is moved within the day."),
    )

    def clean(self) -> dict[str, Any] | None:
        """What belongs on the card has words of its own there."""
        typed = self.cleaned_data
        if typed.get("part") and not typed.get("line"):
            self.add_error("line", _("Say in a few words how it would stand on the card."))
        return typed


class Postpone(forms.Form):
    """Another promised day."""

    until = Day(label=_("New promised day"))


class BringScorecard(forms.Form):
    """A scorecard as a spreadsheet."""

    title = forms.CharField(label=_("What it is called"), max_length=200)
    file = SheetField(
        label=_("The file"),
        help_text=_("CSV or XLSX, with any columns. Several sheets are read as one for each unit."),
    )


class Fates(forms.Form):
    """What becomes of the goals that are ticked."""

    goals = Refs(label=_("Goals"), widget=forms.CheckboxSelectMultiple)
    fate = forms.ChoiceField(label=_("What becomes of them"), choices=Fate.choices)
    became = forms.CharField(label=_("What they became"), max_length=16, required=False)
    note = forms.CharField(label=_("In a few words"), max_length=500, required=False)


def chosen_columns(data: Mapping[str, Any]) -> dict[str, int]:
    """The columns chosen in a form: a number for each field that is read."""
    typed = {field: str(data.get(field, "")) for field in FIELDS}
    return {field: int(value) for field, value in typed.items() if value.isdecimal() and len(value) < 4}
