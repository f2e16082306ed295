"""What is typed into the principles room, checked."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.principles.room import Sort
from ledstjarna.rooms.principles.rules import MOST_PARTS, too_many
from ledstjarna.web.fields import Day, Refs, lines, refs

SERVES = _("What it serves")
TICK = _("Tick one at least: then everybody can see why it is there.")


class Tied(forms.Form):
    """A form whose page offers what to tie to."""

    def offer(self, **choices: Sequence[tuple[str, str]]) -> None:
        """Let these be chosen among, field by field."""
        for name, offered in choices.items():
            cast(Refs, self.fields[name]).choices = list(offered)


class Approach(Tied):
    """How we think about and act towards each other."""

    field_order = ("title", "text", "employee", "leader", "serves", "why")

    title = forms.CharField(label=_("In a few words"), max_length=200)
    text = lines(_("In full"))
    employee = lines(_("Lived by an employee"), hint=_("What one sees and hears. One thing on each line."))
    leader = lines(_("Lived by a leader"), hint=_("What one sees and hears. One thing on each line."))
    serves = refs(SERVES, hint=TICK)


class Document(Tied):
    """A steering document."""

    field_order = (
        "title", "sort", "decided_by", "reference", "valid_from", "valid_to", "review", "owner", "text",
        "serves", "leans_on", "given_to", "why",
    )  # fmt: skip

    title = forms.CharField(label=_("What it is called"), max_length=200)
    sort = forms.ChoiceField(label=_("What it is"), choices=Sort.choices)
    decided_by = forms.CharField(label=_("Decided by"), max_length=200)
    reference = forms.CharField(label=_("Case reference"), max_length=100, required=False)
    valid_from = Day(label=_("Holds from"))
    valid_to = Day(label=_("Holds to"), required=False)
    review = Day(label=_("Looked through again"), required=False)
    owner = forms.CharField(label=_("Who answers for it"), max_length=200, help_text=_("A post, not a name."))
    text = lines(
        _("Text"),
        16,
        most=200_000,
        hint=_("A line that begins with # is a heading, and becomes a part of its own."),
    )
    serves = refs(SERVES, hint=TICK)
    leans_on = refs(_("Approaches that it leans on"))
    given_to = refs(_("Given to"), hint=_("Nobody ticked means all boards and companies."))

    def clean_text(self) -> str:
        """No more parts than can be found one's way in."""
        typed: str = self.cleaned_data["text"]
        if too_many(typed):
            raise forms.ValidationError(
                _("There are more than %(most)s headings. Split the document."), params={"most": MOST_PARTS}
            )
        return typed


class Why(forms.Form):
    """Why it is changed; laid together with the form of what is."""

    why = forms.CharField(label=_("Why it is changed"), max_length=300)


class ChangeApproach(Approach, Why):
    """Another wording of an approach."""


class ChangeDocument(Document, Why):
    """Another version of a document."""


class Bring(forms.Form):
    """A document as a file."""

    file = forms.FileField(label=_("The file"), help_text=_("DOCX, ODT, Markdown, text or PDF."))


class Describe(Tied):
    """A decision in a few sentences: enough to see what it touches."""

    title = forms.CharField(label=_("What is to be decided"), max_length=200)
    text = lines(_("In three sentences"), 4, most=1500, hint=_("What changes, for whom, and why."))

    def offer(self, **choices: Sequence[tuple[str, str]]) -> None:
        """Nothing is chosen among yet."""


class Prepare(Tied):
    """A decision: what it serves and what it costs."""

    title = forms.CharField(label=_("What is to be decided"), max_length=200)
    text = lines(_("In three sentences"), 4, most=1500, hint=_("What changes, for whom, and why."))
    serves = refs(SERVES, hint=TICK)
    leans_on = refs(_("What it leans on"))
    costs = lines(_("What it costs"), 2, hint=_("Money, time, and what becomes harder for whom."), most=1000)
    drops = lines(_("What it makes needless"), 2, needed=False, most=1000)
    reference = forms.CharField(label=_("Case reference"), max_length=100, required=False)


def typed(data: Any) -> dict[str, Any]:
    """What was typed in the first step, as first values of the second."""
    return {name: data.get(name, "") for name in ("title", "text")}
