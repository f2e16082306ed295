"""A sketch as it is to be, and as it is laid."""

from typing import Any

import pytest

from ledstjarna.rooms.experiments import actions
from ledstjarna.thread.reads import Refused
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import IDEA, row, sketched

MENDED: dict[str, Any] = {
    **IDEA, "guess": "Färre", "worth": 0.25, "days": 28, "design": "series", "weekly": 20,
}  # fmt: skip


def test_a_sketch_is_mended_without_a_trace_until_it_starts(city: SmallCity) -> None:
    ref = sketched(city)
    actions.mend(ref=ref, **MENDED, viewer=city.viewer("employee"), now=NOW)
    assert (row(ref).worth, row(ref).days, row(ref).quiet) == (0.25, 28, 9)
    actions.start(ref=ref, viewer=city.viewer("employee"), now=NOW)
    with pytest.raises(Refused, match="has started"):
        actions.mend(ref=ref, **MENDED, viewer=city.viewer("employee"), now=NOW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sort": "nothing"}, {"design": "contribution"}, {"design": "staggered", "places": "Norra"},
        {"quiet": 28},
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_refused(city: SmallCity, wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        actions.mend(ref=sketched(city), **MENDED | wrong, viewer=city.viewer("employee"), now=NOW)


def test_a_few_answers_lay_the_test(city: SmallCity) -> None:
    ref = sketched(city)
    places = "\n".join(f"Lag {n}" for n in range(8))
    actions.lay(
        ref=ref, places=places, weekly=40, days=42, apart=True, chance=False,
        viewer=city.viewer("employee"), now=NOW,
    )  # fmt: skip
    one = row(ref)
    assert (one.design, one.days, one.sites.count()) == ("staggered", 42, 8)
