"""A consultation as files, in the open layout that public consultations are shared in."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ledstjarna.plumbing import sheets

LARGEST = 200_000_000
COMMENTS, VOTES, MATRIX, SUMMARY = "comments.csv", "votes.csv", "participants-votes.csv", "summary.csv"
HEADERS = {
    COMMENTS: (
        "timestamp",
        "datetime",
        "comment-id",
        "author-id",
        "agrees",
        "disagrees",
        "moderated",
        "comment-body",
    ),
    VOTES: ("timestamp", "datetime", "comment-id", "voter-id", "vote"),
    MATRIX: ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be read: the file, its number counted from 1 with the header, what and why."""

    file: str
    row: int
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A statement as it stands in the file; `moderated` is 1 in, -1 out, 0 undecided."""

    number: str
    text: str
    at: datetime | None
    author: str
    moderated: int


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as it stands in the file: 1 agree, -1 disagree, 0 pass."""

    voter: str
    number: str
    choice: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Consultation:
    """All that the files say, the last word of each voter on each statement."""

    topic: str
    description: str
    comments: tuple[Comment, ...]
    votes: tuple[Vote, ...]
    faults: tuple[Fault, ...]
    flipped: bool


class Unreadable(Exception):
    """The folder is not a consultation; the text says what is missing and how to mend it."""


def read(folder: Path) -> Consultation:
    """Read a folder with `comments.csv` and `votes.csv`, or `participants-votes.csv`, or both.

    The sign of `votes.csv` differs between exports; it is settled by the matrix, which says 1 for agree.

    Raises:
        Unreadable: a file that must be there is missing, empty, too large or not a CSV in UTF-8.
    """
    faults: list[Fault] = []
    comments = tuple(_comments(_rows(folder, COMMENTS), faults))
    if not comments:
        raise Unreadable(f"{COMMENTS} holds no statement.")
    known = {comment.number for comment in comments}
    matrix = _matrix(folder, known, faults)
    cast = _votes(folder, known, faults)
    if not matrix and not cast:
        raise Unreadable(f"Neither {VOTES} nor {MATRIX} holds a vote.")
    flipped = _is_flipped(cast, matrix)
    votes = _settled(cast, matrix, flipped)
    topic, description = _summary(folder)
    return Consultation(topic or folder.name, description, comments, votes, tuple(faults), flipped)


def _text(folder: Path, name: str) -> str | None:
    path = folder / name
    if not path.is_file():
        return None
    if path.stat().st_size > LARGEST:
        raise Unreadable(f"{name} is larger than {LARGEST // 1_000_000} MB.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"{name} is not UTF-8: byte {error.start} cannot be read. Save it as UTF-8."
        ) from error


def _rows(folder: Path, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    text = _text(folder, name)
    if text is None:
        if name == COMMENTS:
            raise Unreadable(f"{name} is not in {folder}. Point to the folder that holds it.")
        return
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [column for column in HEADERS[name] if column not in (reader.fieldnames or ())]
    if missing:
        raise Unreadable(f"{name} lacks the columns {', '.join(missing)}.")
    for row in reader:
        yield reader.line_num, row


def _moment(stamp: str) -> datetime | None:
    return datetime.fromtimestamp(int(stamp) / 1000, tz=UTC) if stamp.isdecimal() else None


def _comments(rows: Iterable[tuple[int, dict[str, str]]], faults: list[Fault]) -> Iterator[Comment]:
    seen: set[str] = set()
    for line, row in rows:
        number, text, moderated = (
            row["comment-id"] or "",
            (row["comment-body"] or "").strip(),
            row["moderated"],
        )
        reason = (
            "the statement has no number"
            if not number.isdecimal()
            else "the number stands twice"
            if number in seen
            else "the statement is empty"
            if not text
            else "moderated must be 1, 0 or -1"
            if moderated not in {"1", "0", "-1"}
            else ""
        )
        if reason:
            faults.append(Fault(COMMENTS, line, number or text[:40], reason))
            continue
        seen.add(number)
        yield Comment(number, text, _moment(row["timestamp"]), row["author-id"], int(moderated))


def _votes(folder: Path, known: set[str], faults: list[Fault]) -> list[Vote]:
    made = []
    for line, row in _rows(folder, VOTES):
        number, voter, choice = row["comment-id"], row["voter-id"], row["vote"]
        reason = (
            "the vote must be 1, 0 or -1"
            if choice not in {"1", "0", "-1"}
            else "no voter"
            if not voter
            else "no such statement"
            if number not in known
            else ""
        )
        if reason:
            faults.append(Fault(VOTES, line, f"{voter}/{number}/{choice}", reason))
            continue
        made.append(Vote(voter, number, int(choice), _moment(row["timestamp"] or "")))
    return made


def _matrix(folder: Path, known: set[str], faults: list[Fault]) -> dict[tuple[str, str], int]:
    made: dict[tuple[str, str], int] = {}
    seen: set[str] = set()
    for line, row in _rows(folder, MATRIX):
        voter = row["participant"]
        if not voter or voter in seen:
            faults.append(
                Fault(MATRIX, line, voter, "the participant stands twice" if voter else "no participant")
            )
            continue
        seen.add(voter)
        for number, cell in row.items():
            if cell in {"1", "0", "-1"} and number in known:
                made[voter, number] = int(cell)
            elif cell and number in known:
                faults.append(Fault(MATRIX, line, f"{number}: {cell}", "the vote must be 1, 0, -1 or empty"))
    return made


def _is_flipped(cast: Sequence[Vote], matrix: dict[tuple[str, str], int]) -> bool:
    last = {(vote.voter, vote.number): vote.choice for vote in cast}
    same = sum(choice != 0 and matrix.get(key) == choice for key, choice in last.items())
    other = sum(choice != 0 and matrix.get(key) == -choice for key, choice in last.items())
    return other > same


def _settled(cast: Sequence[Vote], matrix: dict[tuple[str, str], int], flipped: bool) -> tuple[Vote, ...]:
    """One vote for each voter and statement: the matrix where there is one, with times from the votes."""
    sign = -1 if flipped else 1
    last = {(vote.voter, vote.number): vote for vote in cast}
    if not matrix:
        return tuple(Vote(vote.voter, vote.number, sign * vote.choice, vote.at) for vote in last.values())
    return tuple(
        Vote(voter, number, choice, last[voter, number].at if (voter, number) in last else None)
        for (voter, number), choice in matrix.items()
    )


def _summary(folder: Path) -> tuple[str, str]:
    found = dict(
        row[:2] for row in csv.reader(io.StringIO(_text(folder, SUMMARY) or "", newline="")) if len(row) > 1
    )
    return found.get("topic", ""), found.get("conversation-description", "")


def _stamp(at: datetime) -> tuple[str, str]:
    return str(int(at.timestamp() * 1000)), at.strftime("%a %b %d %H:%M:%S UTC %Y")


def _line(cells: Iterable[object]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\n").writerow(cells)
    return made.getvalue()


def written(
    topic: str, description: str, comments: Sequence[Comment], votes: Sequence[Vote], groups: dict[str, int]
) -> dict[str, str]:
    """A consultation as the texts of its four files; `groups` is each voter's opinion group."""
    return {
        COMMENTS: "".join(_comment_lines(comments, votes)),
        VOTES: "".join(_vote_lines(votes)),
        MATRIX: "".join(_matrix_lines(comments, votes, groups)),
        SUMMARY: "".join(
            _line(row)
            for row in (
                ("topic", sheets.harmless(topic)),
                ("voters", len({vote.voter for vote in votes})),
                ("comments", len(comments)),
                ("groups", len(set(groups.values()))),
                ("conversation-description", sheets.harmless(description)),
            )
        ),
    }


def _comment_lines(comments: Sequence[Comment], votes: Sequence[Vote]) -> Iterator[str]:
    yield _line(HEADERS[COMMENTS])
    tally: dict[tuple[str, int], int] = {}
    for vote in votes:
        tally[vote.number, vote.choice] = tally.get((vote.number, vote.choice), 0) + 1
    for comment in comments:
        agrees, disagrees = (tally.get((comment.number, choice), 0) for choice in (1, -1))
        stamp = _stamp(comment.at) if comment.at else ("", "")
        text = sheets.harmless(comment.text)
        yield _line((*stamp, comment.number, comment.author, agrees, disagrees, comment.moderated, text))


def _vote_lines(votes: Sequence[Vote]) -> Iterator[str]:
    yield _line(HEADERS[VOTES])
    for vote in votes:
        yield _line((*(_stamp(vote.at) if vote.at else ("", "")), vote.number, vote.voter, vote.choice))


def _matrix_lines(
    comments: Sequence[Comment], votes: Sequence[Vote], groups: dict[str, int]
) -> Iterator[str]:
    numbers = [comment.number for comment in comments]
    yield _line((*HEADERS[MATRIX], *numbers))
    ballots: dict[str, dict[str, int]] = {}
    for vote in votes:
        ballots.setdefault(vote.voter, {})[vote.number] = vote.choice
    for voter, said in ballots.items():
        choices = list(said.values())
        head = (voter, groups.get(voter, ""), 0, len(choices), choices.count(1), choices.count(-1))
        yield _line((*head, *(said.get(number, "") for number in numbers)))
