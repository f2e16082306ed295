"""A call asked for at a few times, picked, and answered otherwise; and whether somebody may decide."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.experiments.room import Leave
from ledstjarna.web.fields import Offered, lines


def moment(label: Any, *, needed: bool = False) -> forms.DateTimeField:
    """A day and an hour, with the browser's own calendar."""
    box = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=box, required=needed)


class ProposeAgain(forms.Form):
    """One to three times."""

    first = moment(_("First time"), needed=True)
    second = moment(_("Another time"))
    third = moment(_("A third time"))

    def clean(self) -> dict[str, Any]:
        """The times as one list."""
        said = super().clean() or {}
        times = [said.pop(name, None) for name in ("first", "second", "third")]
        return {**said, "times": [one for one in times if one]}


class ProposeCall(ProposeAgain):
    """Whom one asks for twenty minutes about a lesson, what about, and when."""

    field_order = ("guide", "wish", "first", "second", "third")

    guide = Offered(label=_("Whom do you ask?"), widget=forms.RadioSelect)
    wish = forms.CharField(
        label=_("What do you want to ask?"),
        max_length=300,
        help_text=_("In one line. Only the two of you see it."),
    )

    def offer(self, guides: Sequence[tuple[str, str]]) -> None:
        """Let these be asked."""
        cast(forms.ChoiceField, self.fields["guide"]).choices = list(guides)


class PickTime(forms.Form):
    """Which of the proposed times suits, and where the other reaches one."""

    at = forms.DateTimeField(label=_("Which time suits you?"), widget=forms.RadioSelect)
    place = forms.CharField(
        label=_("Where can you be reached?"),
        max_length=200,
        required=False,
        help_text=_("A number or a link. Only the two of you see it."),
    )

    def offer(self, times: Sequence[tuple[str, str]]) -> None:
        """Let these be picked among."""
        cast(forms.RadioSelect, self.fields["at"].widget).choices = list(times)


class AnswerCall(forms.Form):
    """What would suit instead."""

    words = lines(_("What would suit you instead?"), 2, most=500)


class LetDecide(forms.Form):
    """Whether those who asked may decide themselves."""

    answer = forms.ChoiceField(label=_("Your answer"), choices=Leave.choices, widget=forms.RadioSelect)
    words = lines(
        _("In your own words"), 2, needed=False, most=500, hint=_("Asked for when you say not now.")
    )
