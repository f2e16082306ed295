"""What can be done in the principles room."""

from typing import Any

import pytest

from ledstjarna.rooms.principles import actions, reads
from ledstjarna.rooms.principles.models import Decision, Document, Paragraph
from ledstjarna.rooms.principles.rules import MOST_PARTS
from ledstjarna.thread.models import Node, Strand
from ledstjarna.thread.reads import Refused
from tests.rooms.principles.conftest import APPROACH, POLICY, Ground

PREPARED: dict[str, Any] = {
    "title": "Kvällsöppet", "text": "Vi möts över gränser på kvällen.", "costs": "Två tjänster",
    "drops": "Jouren", "reference": "KS 2026/9",
}  # fmt: skip


def ties(ref: str) -> set[tuple[str, str]]:
    rows = Strand.objects.filter(source__ref=ref, cut=False)
    return set(rows.values_list("name", "target__kind"))


def test_an_approach_is_entered_by_those_who_answer_for_what_all_have_shaped(ground: Ground) -> None:
    with pytest.raises(Refused, match=r"^Approaches are shaped by all"):
        actions.set_approach(serves=[ground.area], **APPROACH, **ground.by("manager"))


def test_an_approach_must_serve_something_and_something_that_it_can_serve(ground: Ground) -> None:
    with pytest.raises(Refused, match=r"^Tick what it serves"):
        actions.set_approach(serves=[], **APPROACH, **ground.by("hr"))
    with pytest.raises(Refused, match=r"^It cannot be tied to “Medarbetarpolicy”"):
        actions.set_approach(serves=[ground.policy], **APPROACH, **ground.by("hr"))


def test_the_wording_that_stood_is_kept_with_why_it_was_changed(ground: Ground) -> None:
    words = APPROACH | {"text": "Vi litar på den som är på plats."}
    actions.change_approach(
        ref=ground.approach, why="Tydligare", serves=[ground.area], **words, **ground.by("hr")
    )
    page = reads.approach(ref=ground.approach, viewer=ground.city.viewer("resident"))
    (before,) = page.versions
    assert (before.number, before.why) == (1, "Tydligare")
    assert [one.text for one in before.passages if one.kind == "gone"] == ["där."]


def test_a_document_is_split_by_its_headings_and_tied_to_what_it_serves_and_leans_on(ground: Ground) -> None:
    document = Document.objects.get(node__ref=ground.policy)
    parts = document.paragraphs.order_by("place").values_list("node__title", "text")
    assert list(parts) == [("Möten", "Vi möts över gränser."), ("Beslut", "Vi fattar dem nära.")]
    assert ties(ground.policy) >= {("serves", "area"), ("leans_on", "approach")}


def test_a_part_whose_heading_stands_is_the_same_part_and_one_that_is_gone_can_still_be_read(
    ground: Ground,
) -> None:
    meetings = Paragraph.objects.get(node__title="Möten").node.ref
    words = POLICY | {"text": "# Möten\nVi möts varje dag.\n# Ansvar\nVi tar det."}
    actions.change_document(
        ref=ground.policy, why="Nytt", serves=[ground.area], **words, **ground.by("registrar")
    )
    assert Paragraph.objects.get(node__ref=meetings).text == "Vi möts varje dag."
    assert Node.objects.get(title="Beslut").ended == ground.now
    page = reads.document(ref=ground.policy, viewer=ground.city.viewer("resident"), now=ground.now)
    assert [part.heading for part in page.parts] == ["Möten", "Ansvar"]
    assert (page.number, page.versions[0].number) == (2, 1)


def test_a_part_that_comes_back_is_alive_again(ground: Ground) -> None:
    for text in ("# Annat\nx", POLICY["text"]):
        words = POLICY | {"text": text}
        actions.change_document(
            ref=ground.policy, why="Åter", serves=[ground.area], **words, **ground.by("registrar")
        )
    page = reads.document(ref=ground.policy, viewer=ground.city.viewer("resident"), now=ground.now)
    assert [part.heading for part in page.parts] == ["", "Möten", "Beslut"]


def test_a_document_that_cannot_be_is_refused_and_says_why(ground: Ground) -> None:
    late = POLICY | {"valid_to": POLICY["valid_from"].replace(year=2025)}
    with pytest.raises(Refused, match=r"^It must hold to a day after"):
        actions.set_document(serves=[ground.area], **late, **ground.by("registrar"))
    long = POLICY | {"text": "\n".join(f"# {n}" for n in range(MOST_PARTS + 3))}
    with pytest.raises(Refused, match=r"^There are 3 headings more"):
        actions.set_document(serves=[ground.area], **long, **ground.by("registrar"))
    with pytest.raises(Refused, match=r"^Steering documents are entered by"):
        actions.set_document(serves=[ground.area], **POLICY, **ground.by("hr"))


def test_a_document_that_holds_no_longer_takes_its_parts_along_and_can_be_read(ground: Ground) -> None:
    actions.stop(ref=ground.policy, **ground.by("registrar"))
    assert not Node.objects.filter(kind__in=("document", "paragraph"), ended=None).exists()
    page = reads.document(ref=ground.policy, viewer=ground.city.viewer("employee"), now=ground.now)
    assert (page.holds, page.may_change, len(page.parts)) == (False, False, 3)
    with pytest.raises(Refused, match=r"^It holds no longer already"):
        actions.stop(ref=ground.policy, **ground.by("registrar"))


def test_HR_lets_an_approach_go_but_not_a_document(ground: Ground) -> None:
    actions.stop(ref=ground.approach, **ground.by("hr"))
    with pytest.raises(Refused, match=r"^This is entered by those who answer for it"):
        actions.stop(ref=ground.policy, **ground.by("hr"))


def test_a_prepared_decision_keeps_what_it_met_and_is_tied_to_what_it_serves(ground: Ground) -> None:
    ref = actions.prepare(
        serves=[ground.area], leans_on=[ground.approach], **PREPARED, **ground.by("employee")
    )
    assert ties(ref) == {("serves", "area"), ("leans_on", "approach")}
    assert any(one["ref"] == ground.area for one in Decision.objects.get(node__ref=ref).met)


def test_a_resident_prepares_no_decision(ground: Ground) -> None:
    with pytest.raises(Refused, match=r"^A decision is prepared by somebody in the city"):
        actions.prepare(serves=[ground.area], **PREPARED, **ground.by("resident"))
