"""A consultation comes in from its files on the command line, and goes out again."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from ledstjarna.cli import main as cli
from ledstjarna.rooms.vision.models import Ballot, Round

DATA = Path(__file__).resolve().parents[2] / "../shared/data/polis"
pytestmark = pytest.mark.django_db
COMMENTS = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
VOTES = "timestamp,datetime,comment-id,voter-id,vote\n"


def laid(folder: Path, bad: str = "") -> Path:
    comments = "".join(f"1000,x,{n},9,1,0,1,Statement number {n}\n" for n in range(3))
    votes = "".join(f"2000,x,{n % 3},{n},{(-1) ** n}\n" for n in range(12))
    (folder / "comments.csv").write_text(COMMENTS + comments, encoding="utf-8")
    (folder / "votes.csv").write_text(VOTES + votes + bad, encoding="utf-8")
    return folder


def run(*words: str, typed: str = "") -> tuple[int, str]:
    answer = CliRunner().invoke(cli.main, ["vision", *words], input=typed)
    return answer.exit_code, answer.output


def test_a_folder_is_brought_in_whole(tmp_path: Path) -> None:
    code, said = run("import", str(laid(tmp_path)))
    assert code == 0
    assert "3 statements, 12 voters" in said
    assert Ballot.objects.count() == 12


def test_bad_rows_are_told_and_nothing_is_written_until_confirmed(tmp_path: Path) -> None:
    folder = laid(tmp_path, bad="2000,x,77,1,1\n")
    code, said = run("import", str(folder), typed="n\n")
    assert (code, Round.objects.count()) == (1, 0)
    assert "no such statement" in said
    assert run("import", str(folder), "--yes")[0] == 0


def test_a_folder_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    code, said = run("import", str(tmp_path))
    assert code == 2
    assert "comments.csv is not in" in " ".join(said.split())


def test_what_goes_out_comes_in_the_same(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    run("import", str(laid(tmp_path / "in")))
    ref = Round.objects.select_related("node").get().node.ref
    assert run("export", ref, str(tmp_path / "out"))[0] == 0
    assert run("import", str(tmp_path / "out"))[0] == 0
    first, second = Round.objects.order_by("pk")
    values = [
        sorted(map(bytes, one.ballots.values_list("shown_values", flat=True))) for one in (first, second)
    ]
    assert values[0] == values[1]


def test_a_round_that_is_not_there_is_not_written_out(tmp_path: Path) -> None:
    code, said = run("export", "nowhere", str(tmp_path))
    assert (code, "There is no round nowhere" in said) == (2, True)


@pytest.mark.skipif(not DATA.is_dir(), reason="the public consultations are not on this machine")
@pytest.mark.parametrize(
    "name",
    ["brexit-consensus", "scoop-hivemind.biodiversity", "vtaiwan.uberx", "american-assembly.bowling-green"],
)
def test_a_public_consultation_is_brought_in(name: str) -> None:
    assert run("import", str(DATA / name))[0] == 0
    assert Round.objects.get().imported
