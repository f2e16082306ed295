"""The organisation on the command line: shown first, changed when confirmed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from ledstjarna.cli import main as cli
from ledstjarna.people.models import Account, Person
from tests.fixtures.city import SmallCity

pytestmark = pytest.mark.django_db
ROWS = "Anställningsnr;Förnamn;Efternamn;Enhetskod\n9001;Kim;Ek;north\n"


def run(*words: str, typed: str = "") -> tuple[int, str]:
    answer = CliRunner().invoke(cli.main, ["people", *words], input=typed)
    return answer.exit_code, " ".join(answer.output.split())


@pytest.fixture
def file(tmp_path: Path, city: SmallCity) -> Path:
    found = tmp_path / "staff.csv"
    found.write_text(ROWS, encoding="utf-8")
    return found


def test_a_file_is_shown_and_nobody_is_changed(file: Path) -> None:
    code, said = run("import", str(file))
    assert code == 0
    assert "New" in said
    assert not Person.objects.filter(number="9001").exists()


def test_a_confirmed_file_is_taken_in_by_a_second_person_where_it_changes_much(
    file: Path, city: SmallCity
) -> None:
    code, said = run("import", str(file), "--confirm", "--second", city.persons["hr"].email)
    assert (code, "taken in" in said) == (0, True)
    assert Person.objects.filter(number="9001").exists()


def test_bad_rows_make_exit_code_one(file: Path) -> None:
    file.write_text(ROWS + "9002;;Ek;north\n", encoding="utf-8")
    code, said = run("import", str(file))
    assert (code, "1 rows cannot be taken in" in said) == (1, True)


def test_what_cannot_be_read_makes_exit_code_two(file: Path) -> None:
    file.write_bytes(b"")
    assert run("import", str(file))[0] == 2


def test_an_account_is_opened_for_somebody_who_is_there(city: SmallCity) -> None:
    person = city.persons["employee"]
    Account.objects.filter(person=person).delete()
    code, _ = run("account", person.email, typed="a long harbour walk\na long harbour walk\n")
    assert code == 0
    assert Account.objects.get(person=person).check_password("a long harbour walk")


@pytest.mark.parametrize(("email", "password"), [("nobody@x.example", "a long harbour walk"), ("", "short")])
def test_no_account_for_nobody_and_none_with_a_weak_password(
    city: SmallCity, email: str, password: str
) -> None:
    code, _ = run("account", email or city.persons["hr"].email, typed=f"{password}\n{password}\n")
    assert code == 1


def test_a_role_is_given_and_ended(city: SmallCity) -> None:
    number = city.persons["colleague"].number
    assert run("grant", number, "communicator")[0] == 0
    assert city.persons["colleague"].roles.filter(role="communicator").exists()
    assert run("revoke", number, "communicator")[0] == 0
    assert run("revoke", number, "communicator")[0] == 1
