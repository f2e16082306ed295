"""Every sort of work in Sundhamn has its room to act, and every board a register that the law allows."""

import pytest

from ledstjarna.demo import city, mandates
from ledstjarna.rooms.missions import rules

TRADES = {
    trade.category
    for department in city.DEPARTMENTS
    for operation in department.operations
    for trade in operation.trades
} | {trade.category for company in city.COMPANIES for trade in company.trades}


def test_every_sort_of_work_has_its_room_to_act() -> None:
    assert set(mandates.ROOMS) >= TRADES
    assert city.LEAD in mandates.ROOMS


def test_every_board_has_rights_of_its_own() -> None:
    assert set(mandates.OWN) == {code for code, _name in city.BOARDS}


@pytest.mark.parametrize("code", mandates.OWN)
def test_R4_what_is_delegated_may_be_and_has_its_reference_and_one_number(code: str) -> None:
    rows = (*mandates.RIGHTS, *mandates.OWN[code])
    wrong = [
        rules.wrong_with(subject, "Enhetschef", legal, company=False)
        for _item, subject, legal, _limit in rows
    ]
    assert set(wrong) == {("", "")}
    assert len({item for item, *_rest in rows}) == len(rows)


def test_an_answered_question_says_where_on_the_card_it_belongs() -> None:
    assert all(bool(answer) == bool(part) == bool(line) for _text, answer, part, line in mandates.ASKED)
