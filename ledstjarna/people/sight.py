"""As much of a viewer as rules ask for: plain, so that they know neither Django nor the database."""

from collections.abc import Collection
from typing import Protocol


class Held(Protocol):
    """A role in force and what it is held for; nothing named means the whole city."""

    @property
    def role(self) -> str:
        """The role's name."""

    @property
    def unit_id(self) -> int | None:
        """The row of the unit that it is held for."""

    @property
    def authority_id(self) -> int | None:
        """The row of the board or company that it is held for."""


class Sight(Protocol):
    """Who looks: a person with roles, or nobody."""

    @property
    def signed_in(self) -> bool:
        """Whether somebody known is looking."""

    @property
    def person_id(self) -> int | None:
        """The person's row."""

    @property
    def roles(self) -> Collection[Held]:
        """The roles in force."""

    @property
    def unit_ids(self) -> frozenset[int]:
        """The units that the person works in."""

    @property
    def authority_ids(self) -> frozenset[int]:
        """The boards and companies that the person belongs to."""

    @property
    def party_id(self) -> int | None:
        """The party that an elected member sits for."""

    def holds(self, *roles: str) -> bool:
        """Whether any of these roles is held."""
