"""A consultation is read from its files, and written as it was read."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.plumbing import sheets
from ledstjarna.rooms.vision import files

DATA = Path(__file__).resolve().parents[3] / "../shared/data/polis"
COMMENTS = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
VOTES = "timestamp,datetime,comment-id,voter-id,vote\n"
MATRIX = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n"


def lay(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name.replace('_', '-')}.csv").write_text(text, encoding="utf-8")
    return folder


def test_votes_are_read_with_the_last_word_of_each_voter(tmp_path: Path) -> None:
    lay(
        tmp_path,
        comments=COMMENTS + "1000,x,0,9,1,0,1,A quiet harbour\n",
        votes=VOTES + "2000,x,0,7,1\n3000,x,0,7,-1\n",
    )
    found = files.read(tmp_path)
    assert [(vote.voter, vote.number, vote.choice) for vote in found.votes] == [("7", "0", -1)]
    assert found.comments[0].text == "A quiet harbour"
    assert not found.faults


def test_the_matrix_settles_the_sign_of_the_votes(tmp_path: Path) -> None:
    lay(
        tmp_path,
        comments=COMMENTS + "1000,x,0,9,1,0,1,One\n1000,x,1,9,1,0,1,Two\n",
        votes=VOTES + "2000,x,0,7,-1\n2000,x,1,7,1\n",
        participants_votes=MATRIX + "7,0,0,2,1,1,1,-1\n",
    )
    found = files.read(tmp_path)
    assert found.flipped
    assert {(vote.number, vote.choice) for vote in found.votes} == {("0", 1), ("1", -1)}
    assert found.votes[0].at == datetime.fromtimestamp(2, UTC)


def test_every_bad_row_is_told_by_file_number_value_and_reason(tmp_path: Path) -> None:
    lay(
        tmp_path,
        comments=COMMENTS + "1,x,0,9,1,0,1,One\n1,x,0,9,1,0,1,Again\n1,x,z,9,1,0,1,No\n1,x,2,9,1,0,1, \n",
        votes=VOTES + "2,x,0,7,1\n2,x,0,7,5\n2,x,44,7,1\n2,x,0,,1\n",
    )
    found = files.read(tmp_path)
    assert [(fault.file, fault.row, fault.reason) for fault in found.faults] == [
        ("comments.csv", 3, "the number stands twice"),
        ("comments.csv", 4, "the statement has no number"),
        ("comments.csv", 5, "the statement is empty"),
        ("votes.csv", 3, "the vote must be 1, 0 or -1"),
        ("votes.csv", 4, "no such statement"),
        ("votes.csv", 5, "no voter"),
    ]
    assert len(found.votes) == 1


def test_a_folder_without_statements_is_refused_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(files.Unreadable, match=r"comments\.csv is not in"):
        files.read(tmp_path)


def test_a_file_in_another_encoding_is_refused_at_its_byte(tmp_path: Path) -> None:
    (tmp_path / "comments.csv").write_bytes(COMMENTS.encode() + "1,x,0,9,1,0,1,Å".encode("cp1252"))
    with pytest.raises(files.Unreadable, match="not UTF-8: byte"):
        files.read(tmp_path)


def test_missing_columns_are_named(tmp_path: Path) -> None:
    lay(tmp_path, comments="comment-id,comment-body\n0,One\n")
    with pytest.raises(files.Unreadable, match="lacks the columns timestamp, datetime"):
        files.read(tmp_path)


def test_a_consultation_without_votes_is_refused(tmp_path: Path) -> None:
    lay(tmp_path, comments=COMMENTS + "1,x,0,9,1,0,1,One\n")
    with pytest.raises(files.Unreadable, match="holds a vote"):
        files.read(tmp_path)


@given(st.text(max_size=40))
def test_T9_no_text_written_is_a_formula(text: str) -> None:
    made = sheets.harmless(text)
    assert made.lstrip("'") == text.lstrip("'")
    assert made[:1] not in {"=", "+", "-", "@", "\t", "\r", "\0"}


VOTE_SETS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 4)), st.sampled_from([1, 0, -1]), min_size=1, max_size=40
)


@given(VOTE_SETS)
def test_what_is_written_reads_back_the_same(cast: dict[tuple[int, int], int]) -> None:
    at = datetime(2027, 3, 1, tzinfo=UTC)
    comments = [
        files.Comment(str(n), f'Statement {n}, with «å», "quotes"\nand a break', at, "", 1) for n in range(5)
    ]
    votes = [
        files.Vote(str(voter), str(number), choice, at) for (voter, number), choice in sorted(cast.items())
    ]
    texts = files.written("Topic", "About", comments, votes, {})
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
        found = files.read(Path(folder))
    assert list(found.comments) == comments
    assert sorted(found.votes, key=str) == sorted(votes, key=str)
    assert (found.topic, found.description, found.faults) == ("Topic", "About", ())


@pytest.mark.skipif(not DATA.is_dir(), reason="the public consultations are not on this machine")
@pytest.mark.parametrize(
    ("name", "people", "statements", "votes"),
    [
        ("brexit-consensus", 204, 50, 5303),
        ("scoop-hivemind.biodiversity", 536, 316, 29719),  # two of them in no column of the matrix
        ("vtaiwan.uberx", 1921, 197, 49443),
        ("american-assembly.bowling-green", 2031, 896, 225524),
    ],
)
def test_a_public_consultation_is_read_whole(name: str, people: int, statements: int, votes: int) -> None:
    found = files.read(DATA / name)
    assert len({vote.voter for vote in found.votes}) == people
    assert len(found.comments) == statements
    assert len(found.votes) == votes
