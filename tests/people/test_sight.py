"""What rules ask of a viewer is what a viewer has."""

import pytest

from ledstjarna.people.sight import Held, Sight
from ledstjarna.people.viewer import NOBODY, Viewer
from ledstjarna.people.viewer import Held as Role
from tests.fixtures import eyes


@pytest.mark.parametrize("viewer", [NOBODY, eyes.Eye()], ids=["nobody", "a test's eye"])
def test_a_viewer_answers_all_that_rules_may_ask(viewer: Viewer | eyes.Eye) -> None:
    asked = {name for name in vars(Sight) if not name.startswith("_")}
    assert len(asked) == 7
    assert {name for name in asked if not hasattr(viewer, name)} == set()
    assert not viewer.holds("administrator")


@pytest.mark.parametrize("held", [Role("hr", 1, None, None), eyes.Held("hr", 1)])
def test_a_role_says_what_it_is_held_for(held: Held) -> None:
    assert (held.role, held.unit_id, held.authority_id) == ("hr", 1, None)
