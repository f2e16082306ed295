"""Who may change the organisation, and who may know of whom."""

from typing import Protocol

HANDLERS = frozenset({"hr"})
STEWARDS = frozenset({"administrator", "hr"})


class Sight(Protocol):
    """As much of a viewer as these rules ask for."""

    @property
    def person_id(self) -> int | None:
        """The person's row."""

    def holds(self, *roles: str) -> bool:
        """Whether any of these roles is held."""


def may_import(viewer: Sight) -> bool:
    """Who may bring in an organisation."""
    return viewer.holds(*STEWARDS)


def may_grant(viewer: Sight) -> bool:
    """Who may give and end roles."""
    return viewer.holds("administrator")


def needs_second(changed: int, persons: int) -> bool:
    """T10: a file that changes more than a twentieth of all persons is confirmed by somebody else."""
    return persons > 0 and changed * 20 > persons
