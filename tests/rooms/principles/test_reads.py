"""What the principles room answers."""

from datetime import timedelta

import pytest

from ledstjarna.rooms.principles import actions, reads
from ledstjarna.rooms.principles.models import Paragraph
from ledstjarna.thread.reads import Missing
from tests.rooms.principles.conftest import Ground
from tests.rooms.principles.test_actions import PREPARED


def prepared(ground: Ground) -> str:
    part = Paragraph.objects.get(node__title="Möten").node.ref
    return actions.prepare(
        serves=[ground.area], leans_on=[ground.approach, part], **PREPARED, **ground.by("employee")
    )


def test_all_see_what_is_leaned_on_and_staff_alone_what_is_being_prepared(ground: Ground) -> None:
    prepared(ground)
    employee = reads.home(viewer=ground.city.viewer("employee"), now=ground.now)
    resident = reads.home(viewer=ground.city.viewer("resident"), now=ground.now)
    assert [one.ref for one in resident.approaches] == [ground.approach]
    assert [one.ref for one in resident.documents] == [ground.policy]
    assert (len(employee.decisions), len(resident.decisions)) == (1, 0)


def test_documents_are_found_by_words_of_their_text(ground: Ground) -> None:
    viewer = ground.city.viewer("resident")
    found = [reads.home(viewer=viewer, now=ground.now, query=word).documents for word in ("gränser", "valar")]
    assert [len(rows) for rows in found] == [1, 0]


def test_a_document_past_its_review_says_so_to_all(ground: Ground) -> None:
    later = ground.now + timedelta(days=900)
    viewer = ground.city.viewer("resident")
    assert reads.document(ref=ground.policy, viewer=viewer, now=later).waits
    assert not reads.document(ref=ground.policy, viewer=viewer, now=ground.now).waits


def test_a_part_tells_who_leans_on_it_and_its_document_how_many(ground: Ground) -> None:
    decision = prepared(ground)
    viewer = ground.city.viewer("employee")
    part = Paragraph.objects.get(node__title="Möten").node.ref
    page = reads.paragraph(ref=part, viewer=viewer)
    assert [one.spot.ref for one in page.leaned] == [decision]
    assert page.document.ref == ground.policy
    rows = reads.document(ref=ground.policy, viewer=viewer, now=ground.now).parts
    assert [(row.heading, row.leaned) for row in rows] == [("", 0), ("Möten", 1), ("Beslut", 0)]


def test_the_half_page_says_what_it_serves_what_it_leans_on_and_what_it_costs(ground: Ground) -> None:
    paper = reads.paper(ref=prepared(ground), viewer=ground.city.viewer("employee"))
    texts = [block.text for block in paper.blocks]
    assert "Two tjänster" not in texts
    assert {"Två tjänster", "Jouren"} <= set(texts)
    assert any(text.endswith("Den nära staden") for text in texts)
    assert any("KS 2026/9" in text for text in texts)


def test_the_desk_offers_first_what_the_words_met_and_parts_only_where_they_were_met(ground: Ground) -> None:
    viewer = ground.city.viewer("employee")
    part = Paragraph.objects.get(node__title="Möten").node.ref
    met = reads.decision_desk(viewer=viewer, title="Möten", text="Vi möts över gränser.")
    assert met.leans_on[0][0] == part
    empty = reads.decision_desk(viewer=viewer)
    assert [ref for ref, _words in empty.leans_on] == [ground.approach, ground.policy]
    from_part = reads.decision_desk(viewer=viewer, to=part)
    assert (from_part.leans_on[0][0], from_part.values["leans_on"]) == (part, [part])


def test_a_desk_that_is_not_yours_is_not_there(ground: Ground) -> None:
    with pytest.raises(Missing):
        reads.approach_desk(viewer=ground.city.viewer("registrar"))
    with pytest.raises(Missing):
        reads.document_desk(viewer=ground.city.viewer("hr"))
    with pytest.raises(Missing):
        reads.decision_desk(viewer=ground.city.viewer("resident"))


def test_the_desk_with_something_on_it_has_its_words_and_its_ties(ground: Ground) -> None:
    desk = reads.document_desk(viewer=ground.city.viewer("registrar"), ref=ground.policy)
    assert (desk.values["serves"], desk.values["leans_on"]) == ([ground.area], [ground.approach])
    assert desk.values["review"].year == 2028
    approach = reads.approach_desk(viewer=ground.city.viewer("hr"), ref=ground.approach)
    assert approach.values["serves"] == [ground.area]


def test_an_approach_lists_where_it_is_lived(ground: Ground) -> None:
    page = reads.approach(ref=ground.approach, viewer=ground.city.viewer("resident"))
    assert [one.spot.ref for one in page.lived] == [ground.policy]
    assert (page.employee, page.leader) == (("Gör först", "Berättar sedan"), ("Frågar vad som behövs",))
    assert [one.ref for one in reads.approaches(viewer=ground.city.viewer("resident"))] == [ground.approach]
