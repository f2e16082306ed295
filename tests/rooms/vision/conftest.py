"""A small town for the tests of the vision room: two departments, two parties, and a round."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from ledstjarna.people.models import Employment, Party, Person, RoleAssignment, Unit
from ledstjarna.people.viewer import Viewer, viewer_of
from ledstjarna.rooms.vision import actions
from ledstjarna.rooms.vision.models import Round, Statement
from ledstjarna.thread import actions as thread

NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)
TODAY = date(2026, 11, 1)
SEEDS = (
    "The harbour is open to everybody all year",
    "Every child learns to swim before the age of ten",
    "Car traffic in the centre is replaced by trees",
)


@dataclass(frozen=True)
class Town:
    """The people of the tests, as viewers."""

    director: Viewer
    staff: tuple[Viewer, ...]
    member: Viewer
    rival: Viewer
    registrar: Viewer


def _person(name: str, unit: Unit | None = None, role: str = "", party: Party | None = None) -> Viewer:
    node = thread.add_node(kind="person", title=name)
    person = Person.objects.create(
        node=node, number=name, given=name, family="Test", email=f"{name}@town.example"
    )
    if unit:
        Employment.objects.create(person=person, unit=unit, title="Nurse", category="care", valid_from=TODAY)
    if role:
        RoleAssignment.objects.create(person=person, role=role, party=party, valid_from=TODAY)
    return viewer_of(person, TODAY)


def _unit(name: str) -> Unit:
    node = thread.add_node(kind="unit", title=name)
    return Unit.objects.create(node=node, code=name, name=name, kind="department", valid_from=TODAY)


def _party(name: str) -> Party:
    node = thread.add_node(kind="party", title=name, audience="public")
    return Party.objects.create(node=node, code=name[:10], name=name)


@pytest.fixture
def town(db: None) -> Town:
    """Forty employees in two departments, a director, two parties with a member each, a registrar."""
    with transaction.atomic():
        schools, care = _unit("Schools"), _unit("Care")
        staff = tuple(_person(f"s{n}", (schools, care)[n % 2]) for n in range(40))
        return Town(
            director=_person("director", schools, "city_director"),
            staff=staff,
            member=_person("member", role="elected", party=_party("Harbour party")),
            rival=_person("rival", role="elected", party=_party("Forest party")),
            registrar=_person("registrar", care, "registrar"),
        )


@pytest.fixture
def open_round(town: Town) -> Callable[..., str]:
    """Opens a round with three statements and returns its ref."""

    def opened(*, public: bool = False) -> str:
        return actions.open_round(
            name="Town 2040",
            horizon=2040,
            question="Where are we going?",
            seeds="\n".join(SEEDS),
            until=date(2027, 4, 1),
            open_to_public=public,
            viewer=town.director,
            now=NOW,
        )

    return opened


@pytest.fixture
def voting(town: Town, open_round: Callable[..., str]) -> str:
    """The ref of a round where voting is open, to residents too."""
    return actions.advance(ref=open_round(public=True), viewer=town.director, now=NOW)


def statements_of(ref: str) -> list[str]:
    """The refs of a round's statements in order."""
    rows = Statement.objects.filter(round__node__ref=ref).order_by("slot")
    return list(rows.values_list("node__ref", flat=True))


def round_of(ref: str) -> Round:
    """The round's row."""
    return Round.objects.select_related("vision__node").get(node__ref=ref)
