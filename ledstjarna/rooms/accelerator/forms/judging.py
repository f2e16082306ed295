"""What is typed of an assessment and of a decision, checked."""

from collections.abc import Sequence
from typing import Protocol

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.forms.shared import Listed, kronor
from ledstjarna.rooms.accelerator.room import Outcome
from ledstjarna.web.fields import Refs, lines


class Weighed(Protocol):
    """As much of a criterion as its field needs."""

    @property
    def title(self) -> str:
        """What is weighed."""

    @property
    def low(self) -> str:
        """What 1 means."""

    @property
    def high(self) -> str:
        """What 5 means."""


class Assess(forms.Form):
    """An assessment with its figures in the order of the criteria."""

    scores = Refs()
    comment = lines(_("In words"), 4, needed=False, most=4000)


class _Assessed(Listed):
    """Figures and words."""

    comment = lines(_("In words"), 4, needed=False, most=4000)
    into = "scores"


def assess_form(criteria: Sequence[Weighed]) -> type[forms.Form]:
    """Five steps for each criterion, with words for the ends, and a comment last."""
    fields = {f"at{place}": _scale(one) for place, one in enumerate(criteria)}
    order = [*fields, "comment"]
    return type("Assessed", (_Assessed,), {**fields, "many": len(criteria), "field_order": order})


def _scale(one: Weighed) -> forms.ChoiceField:
    values = range(rules.LOW, rules.HIGH + 1)
    ends = {rules.LOW: f"{rules.LOW} – {one.low}", rules.HIGH: f"{rules.HIGH} – {one.high}"}
    return forms.ChoiceField(
        label=one.title,
        choices=[(str(value), ends.get(value, str(value))) for value in values],
        widget=forms.RadioSelect,
    )


class Weigh(forms.Form):
    """A decision with its reason."""

    outcome = forms.ChoiceField(label=_("Decision"), choices=Outcome.choices, widget=forms.RadioSelect)
    reason = lines(
        _("What those who entered get to read"),
        5,
        hint=_("What spoke for it, what spoke against, and where to go from here. Also when it is a no."),
    )
    amount = kronor(_("Kronor granted"), needed=False)

    def clean_amount(self) -> int:
        """Nothing written is nothing granted."""
        return int(self.cleaned_data["amount"] or 0)
