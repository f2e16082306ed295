"""Form, action, outcome: the one way in for both doors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm

from ledstjarna.thread.reads import Refused

Action = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt: a value, or the form with its errors, or a refusal."""

    form: BaseForm
    done: bool
    value: Any = None
    forbidden: bool = False

    @property
    def status(self) -> int:
        """The HTTP status of what went wrong: 403 for a rule's no, 422 for what can be mended."""
        return 403 if self.forbidden else 422


def attempt(form: BaseForm, action: Action, **beside: Any) -> Outcome:
    """Check the form, run the action with its clean values, and say what came of it.

    `beside` is what the door knows and the form does not: the viewer, the moment, refs of the path.
    """
    if not form.is_valid():
        return Outcome(form, done=False)
    try:
        return Outcome(form, done=True, value=action(**form.cleaned_data, **beside))
    except Refused as refusal:
        form.add_error(None, refusal.reason)
        return Outcome(form, done=False, forbidden=refusal.forbidden)


def errors(form: BaseForm) -> Mapping[str, list[str]]:
    """A form's errors by field, in words; those of the whole form under `form`."""
    return {
        ("form" if name == "__all__" else name): list(map(str, found)) for name, found in form.errors.items()
    }
