"""What is typed into the accelerator, checked."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.plumbing.sheets import Unreadable, refuse_large
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.room import Inlet, Money, Outcome, Result, Sort
from ledstjarna.web.fields import Day, Refs, lines, refs

KRONOR = 2_000_000_000
NAMED = _("You may say my name")
NAMED_HINT = _("Otherwise it says only that somebody is in it. You can never be named by anybody else.")


class Asked(Protocol):
    """As much of a question as its field needs; `rules.faults_of` holds the answer against it."""

    @property
    def text(self) -> str:
        """The question itself."""

    @property
    def hint(self) -> str:
        """What helps to answer it."""

    @property
    def sort(self) -> str:
        """How it is answered."""

    @property
    def options(self) -> tuple[str, ...]:
        """What can be chosen."""

    @property
    def needed(self) -> bool:
        """Whether it must be answered."""


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


def _kronor(label: Any, *, needed: bool = True, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=KRONOR, required=needed, help_text=hint, localize=True
    )


def _named() -> forms.BooleanField:
    return forms.BooleanField(label=NAMED, required=False, help_text=NAMED_HINT)


class Tied(forms.Form):
    """A form whose page offers what to tie to."""

    def offer(self, **choices: Sequence[tuple[str, str]]) -> None:
        """Let these be chosen among, field by field."""
        for name, offered in choices.items():
            field = cast(Any, self.fields[name])
            field.choices = offered if isinstance(field, Refs) else [("", "–"), *offered]


class One(forms.ChoiceField):
    """A node by ref; the choices are what a page offers, and the action looks it up."""

    def valid_value(self, value: object) -> bool:
        """Any ref may be sent: one that is not there, or not for this viewer, is found missing."""
        return True


class Challenge(Tied):
    """Something that the city does not know how to do yet."""

    title = forms.CharField(label=_("In a few words"), max_length=200)
    preamble = lines(_("Why it is a challenge"), 5)
    focus = lines(_("Where it is felt most"), 3, needed=False, hint=_("One thing on each line."))
    category = forms.CharField(label=_("Category"), max_length=100, required=False)
    serves = refs(_("What it serves"), hint=_("Tick one at least: then everybody can see why it is there."))
    unit = One(label=_("The unit that keeps it"), required=False)
    contacts = lines(
        _("Whom to turn to"), 3, needed=False, hint=_("Posts rather than names, one on each line.")
    )


class Idea(Tied):
    """An idea."""

    title = forms.CharField(label=_("The idea in a few words"), max_length=200)
    text = lines(_("What would be different, and for whom"), 5)
    inlet = forms.ChoiceField(label=_("What it began with"), choices=Inlet.choices)
    answers = refs(_("Challenges that it answers"))
    named = _named()


class Join(forms.Form):
    """Joining a thing."""

    named = _named()


class Invite(forms.Form):
    """Somebody to invite or to let in; the action looks the person up."""

    person = forms.CharField(label=_("Person"), max_length=16)


class Call(Tied):
    """A call with its days and terms."""

    title = forms.CharField(label=_("What the call is called"), max_length=200)
    text = lines(_("What we are after"), 5)
    inlet = forms.ChoiceField(label=_("What it begins with"), choices=Inlet.choices)
    seeks = refs(_("Challenges that it seeks answers to"))
    opens = Day(label=_("Opens"))
    closes = Day(label=_("Last day"))
    decides = Day(label=_("Decision promised by"))
    funds = _kronor(_("Kronor to grant in all"))
    seats = forms.IntegerField(label=_("Assessors for each entry"), min_value=1, max_value=9)
    blind = forms.BooleanField(
        label=_("Assessors read without names"),
        required=False,
        help_text=_("Names, units, addresses and numbers are taken out, and you can mend each copy."),
    )
    open_entries = forms.BooleanField(
        label=_("All in the city read entries as they come in"),
        required=False,
        help_text=_("So that those who think alike can join forces."),
    )

    def clean(self) -> dict[str, Any] | None:
        """The three days come one after the other."""
        typed = self.cleaned_data
        opens, closes, decides = (typed.get(name) for name in ("opens", "closes", "decides"))
        if opens and closes and decides and not rules.is_in_order(opens, closes, decides):
            self.add_error("decides", _("It opens, closes and is decided in that order."))
        return typed


class Question(forms.Form):
    """A question of a call's form."""

    text = forms.CharField(label=_("The question"), max_length=300)
    hint = forms.CharField(label=_("What helps to answer it"), max_length=300, required=False)
    sort = forms.ChoiceField(label=_("How it is answered"), choices=Sort.choices)
    options = lines(
        _("What can be chosen"), 3, needed=False, hint=_("Only for one of several. One on each line.")
    )
    needed = forms.BooleanField(label=_("It must be answered"), required=False)


class Criterion(forms.Form):
    """What entries are weighed by."""

    title = forms.CharField(label=_("What is weighed"), max_length=200)
    low = forms.CharField(label=_("What 1 means"), max_length=300)
    high = forms.CharField(label=_("What 5 means"), max_length=300)
    weight = forms.IntegerField(label=_("Weight"), min_value=1, max_value=100, initial=1)


class Drop(forms.Form):
    """A question or a criterion to take away, by its place."""

    what = forms.ChoiceField(choices=(("question", ""), ("criterion", "")))
    place = forms.IntegerField(min_value=0, max_value=100)


class Enter(forms.Form):
    """Beginning an entry."""

    title = forms.CharField(label=_("What it is about, in a few words"), max_length=200)
    idea = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)
    named = _named()


class Entry(forms.Form):
    """An entry with its answers in the order of the questions."""

    title = forms.CharField(label=_("What it is about, in a few words"), max_length=200)
    answers = Refs(required=False)
    send = forms.BooleanField(required=False)


class Assess(forms.Form):
    """An assessment with its figures in the order of the criteria."""

    scores = Refs()
    comment = lines(_("In words"), 4, needed=False, most=4000)


class Mend(forms.Form):
    """A copy as it is to read."""

    title = forms.CharField(label=_("Title"), max_length=300)
    answers = Refs(required=False)


class Listed(forms.Form):
    """A form with a field for each of several things, whose clean value is a list in their order."""

    into = ""
    many = 0

    def numbered(self) -> list[str]:
        """What was typed in the fields that belong to the list, in order."""
        return [str(self.cleaned_data.get(f"at{place}") or "") for place in range(self.many)]

    def clean(self) -> dict[str, Any] | None:
        """The values of the fields that have a name of their own, and the list."""
        named = {name: value for name, value in self.cleaned_data.items() if not name.startswith("at")}
        return named | {self.into: self.numbered()}


def _field(one: Asked) -> forms.Field:
    kept: dict[str, Any] = {"label": one.text, "help_text": one.hint, "required": one.needed}
    if one.sort == "long":
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 6}), max_length=6000, **kept)
    if one.sort == "choice":
        return forms.ChoiceField(choices=[("", "–"), *((each, each) for each in one.options)], **kept)
    if one.sort == "number":
        return forms.CharField(max_length=40, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kept)
    return forms.CharField(max_length=300, **kept)


class _Options:
    """A question as the rules ask for it: what can be chosen as lines."""

    def __init__(self, one: Asked) -> None:
        self.sort, self.needed, self.options = one.sort, one.needed, "\n".join(one.options)


FAULTS = {
    "long": _("The answer is too long."),
    "number": _("Write a number."),
    "choice": _("Choose one of those offered."),
}


class _Written(Listed):
    """An entry's title and answers."""

    title = forms.CharField(label=_("What it is about, in a few words"), max_length=200)
    send = forms.BooleanField(required=False)
    into = "answers"
    questions: Sequence[Asked] = ()
    use_required_attribute = False  # a draft may be saved as it is

    def full_clean(self) -> None:
        """What is needed is asked for when it is sent, not while it is a draft."""
        for place in range(self.many):
            if self.is_bound and not self.data.get("send"):
                self.fields[f"at{place}"].required = False
        super().full_clean()

    def clean(self) -> dict[str, Any] | None:
        """Each answer is held against its question."""
        made = super().clean() or {}
        asked = [_Options(one) for one in self.questions]
        for fault in rules.faults_of(asked, self.numbered(), whole=bool(made.get("send"))):
            if f"at{fault.place}" not in self.errors and fault.why in FAULTS:
                self.add_error(f"at{fault.place}", FAULTS[fault.why])
        return made


def entry_form(questions: Sequence[Asked]) -> type[forms.Form]:
    """The form of a call, as it asks."""
    fields = {f"at{place}": _field(one) for place, one in enumerate(questions)}
    return type("Written", (_Written,), {**fields, "many": len(questions), "questions": tuple(questions)})


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


class _Mended(Listed):
    """A copy's title and answers."""

    title = forms.CharField(label=_("Title"), max_length=300)
    into = "answers"


def mend_form(questions: Sequence[Asked]) -> type[forms.Form]:
    """A copy's texts, each in a box."""
    fields = {
        f"at{place}": lines(one.text, 4, needed=False, most=8000) for place, one in enumerate(questions)
    }
    return type("Mended", (_Mended,), {**fields, "many": len(questions)})


def at_places(values: Mapping[str, Any]) -> dict[str, Any]:
    """First values of a form with numbered fields, out of a list of answers."""
    return {**values, **{f"at{place}": text for place, text in enumerate(values.get("answers", ()))}}


class Weigh(forms.Form):
    """A decision with its reason."""

    outcome = forms.ChoiceField(label=_("Decision"), choices=Outcome.choices, widget=forms.RadioSelect)
    reason = lines(
        _("What those who entered get to read"),
        5,
        hint=_("What spoke for it, what spoke against, and where to go from here. Also when it is a no."),
    )
    amount = _kronor(_("Kronor granted"), needed=False)

    def clean_amount(self) -> int:
        """Nothing written is nothing granted."""
        return int(self.cleaned_data["amount"] or 0)


class Plan(forms.Form):
    """What an initiative is and how it goes about it."""

    title = forms.CharField(label=_("In a few words"), max_length=200)
    what = lines(_("What"), 4)
    reason = lines(_("Why"), 3, needed=False)
    how = lines(_("How"), 3, needed=False)
    plan = lines(_("Plan"), 5, needed=False, hint=_("What is done when. A pilot needs one."))
    cost = _kronor(_("Estimated cost, in kronor"), needed=False)
    group = lines(_("Test group"), 2, needed=False, hint=_("On whom and where it is tried; no names."))
    partners = lines(_("Partners"), 2, needed=False)


class Aim(forms.Form):
    """An effect goal."""

    text = forms.CharField(label=_("What is to be different"), max_length=300)
    measured_in = forms.CharField(
        label=_("Measured in"), max_length=60, help_text=_("For example per cent, days.")
    )
    baseline = forms.FloatField(label=_("How it is today"), localize=True)
    target = forms.FloatField(label=_("How it is to be"), localize=True)


class Measure(forms.Form):
    """What an effect came to."""

    goal = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    measured = forms.FloatField(label=_("How it became"), localize=True)
    on = Day(label=_("Day"))
    comment = forms.CharField(label=_("In words"), max_length=500, required=False)


class Fund(forms.Form):
    """A sum."""

    sort = forms.ChoiceField(label=_("What it is"), choices=Money.choices)
    amount = _kronor(_("Kronor"))
    on = Day(label=_("Day"))
    comment = forms.CharField(label=_("In words"), max_length=300, required=False)


class Note(forms.Form):
    """How it goes."""

    latest = lines(_("The latest"), 3, most=1000)
    obstacle = lines(_("What stands in the way"), 2, needed=False, most=1000)
    next_on = Day(label=_("Next gate"), required=False)
    coaching = forms.BooleanField(
        label=_("I coach this"), required=False, help_text=_("Your name is shown as its coach.")
    )


class Gate(forms.Form):
    """What a gate comes to (R6)."""

    result = forms.ChoiceField(label=_("What we do"), choices=Result.choices, widget=forms.RadioSelect)
    reason = lines(_("Why"), 3)
    lesson = lines(
        _("What it taught"),
        4,
        needed=False,
        hint=_("Needed when it stops or is done: what happened, why, and what others can do."),
    )
    next_on = Day(label=_("Next gate"), required=False)


class Bring(forms.Form):
    """An export of a register of initiatives."""

    title = forms.CharField(label=_("What it is called"), max_length=200)
    file = forms.FileField(label=_("The file"), help_text=_("CSV, XLSX or JSON."))

    def clean_file(self) -> bytes:
        """The file's bytes, if it is small enough to be a list."""
        typed = self.cleaned_data["file"]
        try:
            refuse_large(typed.size)
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error
        return bytes(typed.read())


def chosen_columns(data: Mapping[str, Any]) -> dict[str, int]:
    """The columns chosen in a form: a number for each field that is read."""
    typed = {field: str(data.get(field, "")) for field in rules.FIELDS}
    return {field: int(value) for field, value in typed.items() if value.isdecimal() and len(value) < 4}
