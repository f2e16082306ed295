"""A round leaves the house only when it is closed, and leads back to nobody."""

import zipfile
from pathlib import Path

import pytest

from ledstjarna.people.viewer import steward
from ledstjarna.rooms.vision import actions, files, reads
from ledstjarna.thread.reads import Missing
from tests.rooms.vision.conftest import NOW, TODAY, Town, round_of, statements_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(town: Town, voting: str) -> str:
    """The ref of a round that has been voted in and decided."""
    for n, viewer in enumerate(town.staff):
        for slot, statement in enumerate(statements_of(voting)):
            choice = (n + slot) % 3 - 1
            actions.cast(ref=voting, statement=statement, choice=choice, viewer=viewer, now=NOW)
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    actions.add_area(
        ref=round_of(voting).vision.node.ref, title="x", text="x", title_en="", text_en="", statements=[],
        viewer=town.director, now=NOW,
    )  # fmt: skip
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    actions.decide(
        ref=voting, decided_on=TODAY, reference="x", votes_for=1, votes_against=0, abstained=0,
        viewer=town.registrar, now=NOW,
    )  # fmt: skip
    return voting


def test_nothing_leaves_while_a_ballot_still_leads_to_a_voter(town: Town, voting: str) -> None:
    with pytest.raises(Missing):
        reads.consultation(ref=voting, viewer=town.director)


def test_an_employee_takes_nothing_out(town: Town, closed: str) -> None:
    with pytest.raises(Missing):
        reads.consultation(ref=closed, viewer=town.staff[0])


def test_all_four_files_are_in_the_archive_and_read_back_the_same(
    town: Town, closed: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(reads.packed(ref=closed, viewer=town.director)) as archive:
        archive.extractall(tmp_path)
    found = files.read(tmp_path)
    assert (len(found.comments), len(found.votes), found.faults) == (3, 120, ())
    ref = actions.bring_in(
        consultation=found, lang="en", viewer=steward("", TODAY), now=NOW, tell=lambda done, total: None
    )
    first, second = (
        [(row.text, row.share) for row in reads.unites(ref=one, viewer=town.director).rows]
        for one in (closed, ref)
    )
    assert dict(first) == dict(second)


def test_T2_no_trait_no_key_and_no_hour_is_in_the_files(town: Town, closed: str) -> None:
    texts = reads.consultation(ref=closed, viewer=town.director)
    whole = "".join(texts.values())
    assert "Schools" not in whole
    assert "care" not in texts[files.MATRIX]
    assert all("00:00:00" in line for line in texts[files.VOTES].splitlines()[1:])
