"""A register of delegation from a spreadsheet and back: every bad row by number, nothing changed unseen."""

import io
import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ledstjarna.plumbing import sheets
from ledstjarna.rooms.missions import actions, forms, reads, rules
from ledstjarna.rooms.missions.models import Delegation
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.missions.conftest import ITEM, Chain

BEGINS = date(2026, 10, 1)
LIST = (
    "Nr;Ärende;Lagrum;Delegat;Begränsning;Gäller från\n"
    "4.12;Hemtjänst upp till 25 timmar i veckan;SoL 4:1;Manager;25 timmar;\n"
    "5.1;Avtal om matlådor;LOU 19;Enhetschef;;2027-01-01\n"
    ";Bidrag;KL;Enhetschef;;\n"
    "5.2;Bidrag;;Enhetschef;;\n"
    "5.3;Bidrag;KL;Enhetschef och ekonom;;\n"
    "5.4;Mål för verksamheten;KL;Enhetschef;;\n"
    "5.1;Samma nummer;KL;Enhetschef;;\n"
    "5.5;Bidrag;KL;Enhetschef;;i morgon\n"
).encode()


def previewed(chain: Chain, data: bytes = LIST, role: str = "registrar") -> reads.Preview:
    return reads.register_preview(ref=chain.board, viewer=chain.viewer(role), data=data, begins=BEGINS)


def taken(chain: Chain, page: reads.Preview) -> None:
    form = forms.TakeRegister({"rights": page.rights})
    assert form.is_valid(), form.errors
    actions.take_register(ref=chain.board, **form.cleaned_data, **chain.by("registrar"))


def delegated(chain: Chain, **change: Any) -> str:
    return actions.delegate(ref=chain.board, **(ITEM | change), **chain.by("registrar"))


def test_each_bad_row_is_told_by_its_number_and_how_to_mend_it(chain: Chain) -> None:
    delegated(chain)
    page = previewed(chain)
    assert [row for row, _why in page.wrong] == [4, 5, 6, 7, 8, 9]
    said = dict(page.wrong)
    assert said[4] == "There is no number. Give the right one of its own, for example 4.12."
    assert said[5] == "Give the legal reference: without one it is no delegation."
    assert said[6].startswith("“och” makes it more than one.")
    assert said[7].startswith("“Mål för verksamhet”: The board itself decides on goals")
    assert said[8] == "The number 5.1 has come already, further up. Give this one another."
    assert said[9] == "“i morgon” is no day. Write it as 2026-01-31."


def test_nothing_is_changed_by_looking(chain: Chain) -> None:
    delegated(chain)
    before = Fact.objects.count()
    page = previewed(chain)
    assert ([one.item for one in page.new], [one.item for one in page.anew]) == (["5.1"], ["4.12"])
    assert (page.same, page.left, Fact.objects.count(), Delegation.objects.count()) == (0, 0, before, 1)


def test_R5_a_right_worded_anew_takes_the_old_one_back_from_its_day_and_decisions_stand(chain: Chain) -> None:
    old = delegated(chain)
    actions.decide_by(ref=old, on=chain.now.date(), text="Beviljat", **chain.by("manager"))
    taken(chain, previewed(chain))
    held = Delegation.objects.get(node__ref=old)
    new = Delegation.objects.get(item="4.12", revoked_on=None)
    assert (held.revoked_on, new.begins, new.limit) == (BEGINS, BEGINS, "25 timmar")
    assert held.decisions.count() == 1
    assert Delegation.objects.get(item="5.1").begins == date(2027, 1, 1)


def test_R5_a_right_is_never_worded_anew_backwards(chain: Chain) -> None:
    old = delegated(chain)
    past = LIST.replace(b"25 timmar;\n", b"25 timmar;2020-01-01\n")
    taken(chain, previewed(chain, past))
    today = chain.now.date()
    assert Delegation.objects.get(node__ref=old).revoked_on == today
    assert Delegation.objects.get(item="4.12", revoked_on=None).begins == today


def test_what_the_list_does_not_name_stands(chain: Chain) -> None:
    delegated(chain, item="9")
    page = previewed(chain)
    taken(chain, page)
    assert page.left == 1
    assert Delegation.objects.get(item="9").revoked_on is None


def test_the_same_list_again_changes_nothing(chain: Chain) -> None:
    taken(chain, previewed(chain))
    page = previewed(chain)
    assert (page.new, page.anew, page.same) == ((), (), 2)
    with pytest.raises(Refused, match=r"^The list says nothing"):
        actions.take_register(ref=chain.board, rights=[], **chain.by("registrar"))


def test_a_list_is_one_fact(chain: Chain) -> None:
    page = previewed(chain)
    before = Fact.objects.count()
    taken(chain, page)
    assert [fact.verb for fact in Fact.objects.order_by("number")[before:]] == ["missions.listed"]


def test_R4_a_list_that_was_tampered_with_on_the_way_is_refused(chain: Chain) -> None:
    bad = [rules.Right(2, "1", "Mål för verksamheten", "KL", "Chef", "", False, BEGINS)]
    with pytest.raises(Refused, match="The board itself decides on goals"):
        actions.take_register(ref=chain.board, rights=bad, **chain.by("registrar"))


@pytest.mark.parametrize(
    "broken", ["[[1]]", '[["x"]]', '{"a": 1}', "7", '[[1,"1","a","b","c","d",false,"when"]]']
)
def test_a_list_that_came_apart_says_so(broken: str) -> None:
    form = forms.TakeRegister({"rights": broken})
    assert not form.is_valid()
    assert "come apart" in str(form.errors["rights"])


@pytest.mark.parametrize("role", ["employee", "manager", "director", "elected", "auditor"])
def test_a_list_is_brought_by_those_who_keep_the_register(chain: Chain, role: str) -> None:
    with pytest.raises(Missing):
        previewed(chain, role=role)
    with pytest.raises(Refused, match=r"^The register is kept by"):
        actions.take_register(ref=chain.board, rights=[], **chain.by(role))


def test_a_company_s_instructions_need_no_legal_reference(chain: Chain) -> None:
    harbour = chain.city.authorities["harbour"].node.ref
    data = "Nr;Beslut;Delegat\n1;Mål för verksamheten;VD\n".encode()
    page = reads.register_preview(ref=harbour, viewer=chain.viewer("registrar"), data=data, begins=BEGINS)
    assert ([one.item for one in page.new], page.company, page.wrong) == (["1"], True, ())


def test_a_list_without_its_columns_says_which(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"^No column was found for: Number, To which post\."):
        previewed(chain, b"What may be decided;Colour\nAll;Blue\n")
    with pytest.raises(Refused, match=r"^The file is empty"):
        previewed(chain, b"  ")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_register_as_a_spreadsheet_comes_back_as_it_was(chain: Chain, language: str) -> None:
    delegated(chain, subject="=HYPERLINK(1)", passes_on=True)
    delegated(chain, item="7", legal="+1", limit="-5")
    with translation.override(language):
        made = reads.register_file(ref=chain.board, viewer=chain.viewer("resident"))
        page = previewed(chain, made)
    assert (page.new, page.anew, page.same, page.wrong) == ((), (), 2, ())


def test_T9_no_cell_of_a_register_is_a_formula(chain: Chain) -> None:
    delegated(chain, subject="=1+1", limit="@SUM(A1)")
    made = reads.register_file(ref=chain.board, viewer=chain.viewer("resident"))
    cells = [cell for row in load_workbook(io.BytesIO(made)).active.iter_rows() for cell in row]  # type: ignore[union-attr]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30),
        min_size=2,
        max_size=4,
    )
)
def test_T9_any_text_is_written_as_text_and_read_back(texts: list[str]) -> None:
    book = load_workbook(io.BytesIO(sheets.written("Blad", ["a", "b", "c", "d"], [texts])))
    row = next(book.active.iter_rows(min_row=2))  # type: ignore[union-attr]
    assert {cell.data_type for cell in row} <= {"s", "n"}
    assert [cell.value or "" for cell in row][: len(texts)] == [sheets.harmless(text) for text in texts]


def test_rights_are_sent_back_and_forth_as_plain_json(chain: Chain) -> None:
    assert json.loads(previewed(chain).rights)[0][1:5] == [
        "4.12",
        "Hemtjänst upp till 25 timmar i veckan",
        "SoL 4:1",
        "Manager",
    ]


def test_a_number_is_free_again_when_its_right_has_been_taken_back(chain: Chain) -> None:
    ref = delegated(chain)
    actions.revoke(ref=ref, on=chain.now.date() + timedelta(days=1), **chain.by("registrar"))
    assert delegated(chain) != ref
