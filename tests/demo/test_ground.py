"""What Sundhamn leans on holds to the rules that everybody's words hold to."""

from ledstjarna.demo import draft, ground
from ledstjarna.rooms.principles import rules
from ledstjarna.rooms.principles.room import Sort


def test_every_approach_and_document_serves_an_area_of_the_vision() -> None:
    areas = {area[0] for area in draft.AREAS}
    assert {one.area for one in (*ground.APPROACHES, *ground.DOCUMENTS)} <= areas


def test_every_document_is_of_a_known_sort_and_has_parts_to_lean_on() -> None:
    assert {one.sort for one in ground.DOCUMENTS} <= set(Sort.values)
    assert all([part for part in rules.parts_of(one.text) if part.heading] for one in ground.DOCUMENTS)


def test_every_approach_says_how_both_an_employee_and_a_leader_live_it() -> None:
    assert all(one.employee and one.leader for one in ground.APPROACHES)
