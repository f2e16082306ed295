"""Who may change the organisation."""

import pytest

from ledstjarna.people import rules
from ledstjarna.people.room import Role
from tests.fixtures.eyes import Eye, Held


@pytest.mark.parametrize("role", Role.values)
def test_administrators_and_hr_bring_in_the_organisation_and_nobody_else(role: str) -> None:
    assert rules.may_import(Eye((Held(role),))) == (role in {"administrator", "hr"})


@pytest.mark.parametrize("role", Role.values)
def test_administrators_alone_give_roles(role: str) -> None:
    assert rules.may_grant(Eye((Held(role),))) == (role == "administrator")


@pytest.mark.parametrize(
    ("changed", "persons", "needed"), [(0, 100, False), (5, 100, False), (6, 100, True), (9, 0, False)]
)
def test_T10_a_change_of_more_than_a_twentieth_needs_somebody_else(
    changed: int, persons: int, needed: bool
) -> None:
    assert rules.needs_second(changed, persons) is needed
