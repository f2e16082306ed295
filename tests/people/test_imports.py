"""The organisation is brought in after it has been looked at, all or nothing, and once."""

from collections.abc import Callable

import pytest

from ledstjarna.people import imports
from ledstjarna.people.imports import jobs
from ledstjarna.people.imports.looking import Taking
from ledstjarna.people.models import Account, Employment, Intake, Person, Unit
from ledstjarna.people.viewer import Viewer, steward
from ledstjarna.plumbing import sheets, tasks, worker
from ledstjarna.plumbing.models import Job
from ledstjarna.thread.models import Fact, Node
from ledstjarna.thread.reads import Missing, Refused
from tests.fixtures.city import NOW, SmallCity

pytestmark = pytest.mark.django_db
HEADER = (
    "Anställningsnr;Förnamn;Efternamn;E-post;Befattning;Enhetskod;Enhet;Förvaltning;"
    "Chefens anställningsnr;Anställd från;Anställd till;Skyddad identitet"
)


def export(*extra: str, without: str = "", change: dict[str, str] | None = None) -> bytes:
    """The house as it is, as a staff system would write it."""
    rows = [HEADER]
    for number, one in sorted(imports.present(NOW.date()).items()):
        if number != without:
            named = (number, one.given, one.family, one.email, one.title, one.unit)
            cells = [*named, "", "", one.manager, "", "", "ja" if one.protected else "nej"]
            rows.append(";".join((change or {}).get(f"{number}:{n}", cell) for n, cell in enumerate(cells)))
    return "\n".join([*rows, *extra]).encode()


@pytest.fixture
def hr(city: SmallCity, viewer: Callable[[str], Viewer]) -> Viewer:
    return viewer("hr")


def keep(data: bytes, viewer: Viewer) -> imports.IntakePage:
    ref = imports.keep_file(name="staff.csv", data=data, viewer=viewer, now=NOW)
    return imports.intake_page(ref=ref, viewer=viewer, now=NOW)


def change(page: imports.IntakePage) -> imports.Change:
    assert page.change
    return page.change


def test_the_house_as_it_is_changes_nothing(city: SmallCity, hr: Viewer) -> None:
    page = keep(export(), hr)
    assert page.faults == ()
    many = len(imports.present(NOW.date()))
    assert change(page) == imports.Change(0, 0, 0, 0, many, 0, many, second=False)


def test_looking_writes_nobody(city: SmallCity, hr: Viewer) -> None:
    before = (Person.objects.count(), Employment.objects.count(), Unit.objects.count())
    keep(export("9001;Ny;Person;;Lärare;north;;;;;;"), hr)
    assert (Person.objects.count(), Employment.objects.count(), Unit.objects.count()) == before


def test_what_was_shown_is_what_is_taken_in_and_the_second_time_nothing(city: SmallCity, hr: Viewer) -> None:
    gone, moved = city.persons["employee"].number, city.persons["colleague"].number
    data = export(
        "9001;Ny;Person;ny@x.example;Lärare;u77;Nya skolan;Skolförvaltningen;;;;ja",
        without=gone,
        change={f"{moved}:5": "north"},
    )
    page = keep(data, hr)
    assert (change(page).new, change(page).leaving, change(page).units) == (1, 1, 1)
    other = steward("", NOW.date())
    facts = Fact.objects.count()
    imports.take_in(ref=page.ref, viewer=other, now=NOW)
    assert Fact.objects.count() == facts + 1
    assert set(imports.present(NOW.date())) >= {"9001", moved} - {gone}
    assert gone not in imports.present(NOW.date())
    assert Unit.objects.get(code="u77").parent is not None
    again = change(keep(data, hr))
    assert (again.new, again.changed, again.moved, again.leaving) == (0, 0, 0, 0)


def test_R18_a_protected_person_comes_in_readable_by_themselves_alone(city: SmallCity, hr: Viewer) -> None:
    page = keep(export("9001;Ny;Person;;Lärare;north;;;;;;ja"), hr)
    imports.take_in(ref=page.ref, viewer=steward("", NOW.date()), now=NOW)
    node = Node.objects.get(person__number="9001")
    assert node.audience == "named"
    assert list(node.readers.values_list("person_id", flat=True)) == [node.pk]


def test_T10_a_large_change_is_confirmed_by_somebody_else(city: SmallCity, hr: Viewer) -> None:
    page = keep(export(*(f"90{n:02};Ny;Person;;Lärare;north;;;;;;" for n in range(20))), hr)
    assert change(page).second
    with pytest.raises(Refused, match="twentieth"):
        imports.take_in(ref=page.ref, viewer=hr, now=NOW)
    imports.take_in(ref=page.ref, viewer=steward("", NOW.date()), now=NOW)
    assert Person.objects.filter(number__startswith="90").count() == 20


def test_T10_another_address_in_the_file_takes_over_no_account(city: SmallCity, hr: Viewer) -> None:
    victim, thief = city.persons["administrator"], city.persons["colleague"]
    before = dict(Account.objects.values_list("person_id", "email"))
    page = keep(
        export(change={f"{thief.number}:3": victim.email, f"{victim.number}:3": "other@x.example"}), hr
    )
    imports.take_in(ref=page.ref, viewer=steward("", NOW.date()), now=NOW)
    assert dict(Account.objects.values_list("person_id", "email")) == before


def test_a_confirmed_file_is_taken_in_behind_the_page_which_shows_how_far_it_has_come(
    city: SmallCity, hr: Viewer
) -> None:
    page = keep(export("9001;Ny;Person;;Lärare;north;;;;;;"), hr)
    imports.confirm(ref=page.ref, viewer=hr, now=NOW)
    waiting = imports.intake_page(ref=page.ref, viewer=hr, now=NOW)
    assert (waiting.done, waiting.change, waiting.taking) == (False, None, Taking(0, 0, failed=False))
    assert not Person.objects.filter(number="9001").exists()
    imports.confirm(ref=page.ref, viewer=hr, now=NOW)
    assert Job.objects.count() == 1
    assert worker.step()
    done = imports.intake_page(ref=page.ref, viewer=hr, now=NOW)
    assert (done.done, done.change, done.taking) == (True, None, None)
    assert Person.objects.filter(number="9001").exists()


def test_a_taking_in_that_is_refused_says_so_and_may_be_tried_again(city: SmallCity, hr: Viewer) -> None:
    page = keep(export(*(f"90{n:02};Ny;Person;;Lärare;north;;;;;;" for n in range(20))), hr)
    with pytest.raises(tasks.Hopeless, match="twentieth"):
        jobs.take_in.call(page.ref, hr.person_id or 0)
    Intake.objects.filter(node__ref=page.ref).update(
        job=jobs.take_in.enqueue(page.ref, hr.person_id or 0).ref
    )
    worker.step()
    failed = imports.intake_page(ref=page.ref, viewer=hr, now=NOW)
    assert failed.taking == Taking(0, 0, failed=True)
    assert change(failed).new == 20
    assert not Person.objects.filter(number__startswith="90").exists()


def test_a_file_is_taken_in_once(city: SmallCity, hr: Viewer) -> None:
    page = keep(export(), hr)
    imports.take_in(ref=page.ref, viewer=hr, now=NOW)
    with pytest.raises(Refused, match="already"):
        imports.take_in(ref=page.ref, viewer=hr, now=NOW)


def test_the_rows_are_not_kept_when_they_have_been_taken_in(city: SmallCity, hr: Viewer) -> None:
    page = keep(export(), hr)
    imports.take_in(ref=page.ref, viewer=hr, now=NOW)
    assert Intake.objects.get(node__ref=page.ref).rows["staff"] == []


def test_a_file_without_a_needed_column_says_which(city: SmallCity, hr: Viewer) -> None:
    with pytest.raises(Refused, match="Unit code"):
        imports.keep_file(
            name="x", data=b"Anst\xc3\xa4llningsnr;F\xc3\xb6rnamn;Efternamn\n1;A;B\n", viewer=hr, now=NOW
        )


def test_T5_others_neither_read_files_nor_see_them(
    city: SmallCity, hr: Viewer, viewer: Callable[[str], Viewer]
) -> None:
    page = keep(export(), hr)
    for role in ("resident", "employee", "manager", "elected", "auditor"):
        with pytest.raises(Missing):
            imports.intake_page(ref=page.ref, viewer=viewer(role), now=NOW)
        with pytest.raises(Refused):
            imports.keep_file(name="x", data=export(), viewer=viewer(role), now=NOW)


def test_T9_a_bad_value_is_harmless_in_a_spreadsheet() -> None:
    assert sheets.harmless("=1+1") == "'=1+1"
    assert sheets.harmless("Kim") == "Kim"


def test_thirty_bad_rows_are_thirty_lines_in_words(city: SmallCity, hr: Viewer) -> None:
    bad = [f"95{n:02};Kim;Ek;not an address;;north;;;;;;" for n in range(30)]
    page = keep(export(*bad), hr)
    assert len(page.faults) == 30
    assert len(imports.bad_rows(ref=page.ref, viewer=hr, now=NOW)) == 30
    assert change(page).new == 0
