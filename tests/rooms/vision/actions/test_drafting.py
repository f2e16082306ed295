"""The vision is written from statements, and versions of it are kept."""

import pytest

from ledstjarna.rooms.vision import actions
from ledstjarna.rooms.vision.models import Area, Shift, Version
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Refused
from tests.rooms.vision.conftest import NOW, Town, round_of, statements_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(town: Town, voting: str) -> str:
    """The ref of a vision whose round has come to gathering."""
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    return round_of(voting).vision.node.ref


def area(draft: str, town: Town, *statements: str, title: str = "The open harbour") -> str:
    return actions.add_area(
        ref=draft, title=title, text="By the sea", title_en="", text_en="", statements=statements,
        viewer=town.director, now=NOW,
    )  # fmt: skip


def test_an_area_hangs_in_the_vision_and_its_statements_hang_in_it(
    town: Town, voting: str, draft: str
) -> None:
    first = statements_of(voting)[0]
    ref = area(draft, town, first)
    node = reads.node(ref=first, viewer=town.staff[0])
    why = reads.why(ids=[node.pk], viewer=town.staff[0])[node.pk]
    assert [spot.ref for spot in why] == [draft, ref, first]


def test_changing_an_area_changes_its_strands_to_match(town: Town, voting: str, draft: str) -> None:
    first, second, third = statements_of(voting)
    ref = area(draft, town, first, second)
    actions.change_area(
        ref=ref, title="The harbour", text="x", title_en="", text_en="", statements=[second, third],
        viewer=town.director, now=NOW,
    )  # fmt: skip
    grown = Strand.objects.filter(source__ref=ref, name="grew_from", cut=False).values_list(
        "target__ref", flat=True
    )
    assert set(grown) == {second, third}
    assert reads.node(ref=ref, viewer=town.staff[0]).title == "The harbour"


def test_a_removed_area_is_gone_but_stands_in_the_version_kept_before(town: Town, draft: str) -> None:
    ref = area(draft, town)
    actions.keep_version(ref=draft, note="First", viewer=town.director, now=NOW)
    actions.remove_area(ref=ref, viewer=town.director, now=NOW)
    assert not Area.objects.exists()
    assert Version.objects.get().body["areas"][0]["title"] == "The open harbour"


def test_a_shift_goes_from_something_to_something(town: Town, draft: str) -> None:
    ref = actions.add_shift(
        ref=draft, origin="for", goal="with", origin_en="", goal_en="", statements=[],
        viewer=town.director, now=NOW,
    )  # fmt: skip
    assert reads.node(ref=ref, viewer=town.staff[0]).title == "for → with"
    actions.change_shift(
        ref=ref, origin="for", goal="by", origin_en="", goal_en="", statements=[],
        viewer=town.director, now=NOW,
    )  # fmt: skip
    assert Shift.objects.get().goal == "by"
    actions.remove_shift(ref=ref, viewer=town.director, now=NOW)
    assert not Shift.objects.exists()


def test_versions_are_numbered_in_the_order_they_are_kept(town: Town, draft: str) -> None:
    for note in ("First", "Second"):
        actions.keep_version(ref=draft, note=note, viewer=town.director, now=NOW)
    assert list(Version.objects.order_by("number").values_list("number", "note")) == [
        (1, "First"),
        (2, "Second"),
    ]


def test_nobody_drafts_while_voting_goes_on(town: Town, voting: str) -> None:
    with pytest.raises(Refused, match="gathered"):
        area(round_of(voting).vision.node.ref, town)


def test_an_employee_does_not_draft(town: Town, draft: str) -> None:
    with pytest.raises(Refused) as refusal:
        actions.keep_version(ref=draft, note="x", viewer=town.staff[0], now=NOW)
    assert refusal.value.forbidden
