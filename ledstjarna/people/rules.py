"""Who may change the organisation, and who may know of whom."""

from ledstjarna.people.sight import Sight

HANDLERS = frozenset({"hr"})
STEWARDS = frozenset({"administrator", "hr"})


def may_import(viewer: Sight) -> bool:
    """Who may bring in an organisation."""
    return viewer.holds(*STEWARDS)


def may_grant(viewer: Sight) -> bool:
    """Who may give and end roles."""
    return viewer.holds("administrator")


def needs_second(changed: int, persons: int) -> bool:
    """T10: a file that changes more than a twentieth of all persons is confirmed by somebody else."""
    return persons > 0 and changed * 20 > persons
