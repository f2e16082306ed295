"""A bad row and a column, in the reader's words."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from ledstjarna.people.intake import Fault

REASONS = {
    "missing": gettext_lazy("is missing"),
    "formula": gettext_lazy("is a formula; paste the value instead"),
    "mail": gettext_lazy("is not an e-mail address"),
    "date": gettext_lazy("is not a day; write it as 2026-02-28"),
    "order": gettext_lazy("is before the first day"),
    "flag": gettext_lazy("must be yes or no"),
    "twice": gettext_lazy("stands on more than one row"),
    "own_manager": gettext_lazy("is the person's own number"),
    "unknown_unit": gettext_lazy("is not known, and the row does not name the unit and its department"),
    "unknown_manager": gettext_lazy("is nobody's number"),
    "circle": gettext_lazy("leads in a circle back to this person"),
}
LABELS = {
    "number": gettext_lazy("Employee number"),
    "given": gettext_lazy("Given name"),
    "family": gettext_lazy("Family name"),
    "email": gettext_lazy("E-mail"),
    "title": gettext_lazy("Title"),
    "unit": gettext_lazy("Unit code"),
    "unit_name": gettext_lazy("Unit"),
    "department": gettext_lazy("Department"),
    "manager": gettext_lazy("Manager's number"),
    "valid_from": gettext_lazy("Employed from"),
    "valid_to": gettext_lazy("Employed to"),
    "protected": gettext_lazy("Protected identity"),
}


@dataclass(frozen=True, slots=True)
class FaultLine:
    """A bad row in words."""

    row: int
    field: str
    value: str
    reason: str


def told(fault: Fault) -> FaultLine:
    """A bad row in the reader's words."""
    return FaultLine(fault.row, str(LABELS[fault.field]), fault.value, str(REASONS[fault.reason]))
