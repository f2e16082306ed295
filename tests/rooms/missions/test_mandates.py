"""May I decide this? Asked by one side, answered by the other, and put on the card with one click."""

import io

import pytest
from pypdf import PdfReader

from ledstjarna.people.models import Employment
from ledstjarna.rooms.missions import actions, reads, rules
from ledstjarna.rooms.missions.models import Card, CardVersion, Question
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing, Refused
from ledstjarna.web.papers import written
from tests.rooms.missions.conftest import CARD, ITEM, Chain


def carded(chain: Chain, *agree: str) -> str:
    ref = chain.city.persons["employee"].node.ref
    made = actions.write_card(ref=ref, serves=[chain.plan], **CARD, **chain.by("manager"))
    for side in agree:
        actions.agree_card(ref=made, **chain.by(side))
    return made


def asked(chain: Chain, card: str, role: str = "employee") -> str:
    return actions.ask(ref=card, text="Får jag flytta ett besök?", **chain.by(role))


def answered(chain: Chain, card: str) -> str:
    ref = asked(chain, card)
    actions.answer(ref=ref, answer="Ja, samma dag.", part="alone", line="Flytta besök", **chain.by("manager"))
    return ref


@pytest.mark.parametrize("role", ["director", "city_director", "hr", "administrator", "union", "colleague"])
def test_K3_T4_a_question_about_a_card_is_between_its_two_sides(chain: Chain, role: str) -> None:
    card = carded(chain)
    ref = asked(chain, card)
    assert Node.objects.get(ref=ref).audience == "named"
    with pytest.raises(Missing):
        reads.question(ref=ref, **chain.by(role))
    with pytest.raises(Missing):
        asked(chain, card, role)


def test_a_question_about_a_mandate_has_a_promised_day_and_waits_for_the_manager(chain: Chain) -> None:
    ref = asked(chain, carded(chain))
    page = reads.question(ref=ref, **chain.by("manager"))
    assert (page.row.promised, page.may_answer) == (rules.promised(chain.now.date()), True)
    assert [row.ref for row in reads.mine(**chain.by("manager")).to_answer] == [ref]
    assert not reads.question(ref=ref, **chain.by("employee")).may_answer


def test_it_is_not_among_the_questions_that_all_can_read(chain: Chain) -> None:
    asked(chain, carded(chain))
    assert reads.questions(**chain.by("manager")).total == 0


def test_the_answer_is_put_on_the_card_with_one_click(chain: Chain) -> None:
    card = carded(chain, "employee", "manager")
    ref = answered(chain, card)
    assert actions.clarify(ref=ref, **chain.by("employee")) == card
    page = reads.card(ref=card, **chain.by("employee"))
    assert page.alone == (*CARD["alone"].splitlines(), "Flytta besök")
    assert CardVersion.objects.get().agreed
    assert reads.question(ref=ref, **chain.by("employee")).added


def test_both_agree_still_when_one_worded_the_line_and_the_other_added_it(chain: Chain) -> None:
    card = carded(chain, "employee", "manager")
    actions.clarify(ref=answered(chain, card), **chain.by("employee"))
    assert reads.card(ref=card, **chain.by("employee")).agreed


def test_a_side_that_did_neither_agrees_anew(chain: Chain) -> None:
    card = carded(chain, "employee", "manager")
    actions.clarify(ref=answered(chain, card), **chain.by("manager"))
    kept = Card.objects.get()
    assert (kept.holder_agreed_at, kept.manager_agreed_at) == (None, chain.now)


def test_nobody_is_made_to_agree_by_an_answer(chain: Chain) -> None:
    card = carded(chain)
    actions.clarify(ref=answered(chain, card), **chain.by("employee"))
    kept = Card.objects.get()
    assert (kept.holder_agreed_at, kept.manager_agreed_at) == (None, None)


def test_an_answer_is_put_on_the_card_once_and_only_where_it_belongs_somewhere(chain: Chain) -> None:
    card = carded(chain)
    ref = answered(chain, card)
    actions.clarify(ref=ref, **chain.by("manager"))
    with pytest.raises(Refused, match=r"^There is nothing more of it"):
        actions.clarify(ref=ref, **chain.by("manager"))
    other = asked(chain, card)
    actions.answer(ref=other, answer="Nej.", **chain.by("manager"))
    with pytest.raises(Refused, match=r"^There is nothing more of it"):
        actions.clarify(ref=other, **chain.by("manager"))


def test_a_question_about_a_goal_has_no_place_on_a_card(chain: Chain) -> None:
    ref = actions.ask(ref=chain.goal, text="Varför?", **chain.by("employee"))
    actions.answer(ref=ref, answer="Därför.", part="alone", line="Nej", **chain.by("director"))
    assert Question.objects.get().part == ""
    with pytest.raises(Refused, match=r"^A mission card is shaped by"):
        actions.clarify(ref=ref, **chain.by("director"))


def test_R4_the_card_shows_what_is_delegated_to_the_post_and_only_while_it_is(chain: Chain) -> None:
    card = carded(chain)
    ref = actions.delegate(ref=chain.board, **(ITEM | {"post": "employee"}), **chain.by("registrar"))
    actions.delegate(ref=chain.board, **(ITEM | {"item": "5", "post": "Manager"}), **chain.by("registrar"))
    assert [spot.ref for spot in reads.card(ref=card, **chain.by("employee")).delegated] == [ref]
    actions.revoke(ref=ref, on=chain.now.date(), **chain.by("registrar"))
    assert reads.card(ref=card, **chain.by("employee")).delegated == ()


def test_R3_a_card_whose_plan_was_let_go_tells_its_two_sides(chain: Chain) -> None:
    card = carded(chain)
    assert reads.card(ref=card, **chain.by("employee")).hangs
    for aim, role in ((chain.plan, "manager"), (chain.goal, "director"), (chain.mission, "registrar")):
        actions.stop_aim(ref=aim, reason="Klar", **chain.by(role))
    for aim in (chain.direction, chain.programme):
        actions.stop_aim(ref=aim, reason="Klar", **chain.by("city_director"))
    Node.objects.filter(ref=chain.star).update(kind="area")
    assert not reads.card(ref=card, **chain.by("employee")).hangs


def test_T4_a_new_manager_reads_the_card_when_its_holder_hands_it_over_and_not_before(chain: Chain) -> None:
    card = carded(chain, "employee", "manager")
    with pytest.raises(Refused, match=r"^A card is handed over by its holder"):
        actions.hand_card(ref=card, **chain.by("employee"))
    new = chain.city.persons["director"]
    Employment.objects.filter(person=chain.city.persons["employee"]).update(manager=new)
    with pytest.raises(Missing):
        reads.card(ref=card, **chain.by("director"))
    with pytest.raises(Refused, match=r"^A card is handed over by its holder"):
        actions.hand_card(ref=card, **chain.by("manager"))
    assert reads.card(ref=card, **chain.by("employee")).may_hand
    actions.hand_card(ref=card, **chain.by("employee"))
    assert not reads.card(ref=card, **chain.by("director")).agreed
    with pytest.raises(Missing):
        reads.card(ref=card, **chain.by("manager"))


def test_a_card_fits_on_one_page_however_much_it_says(chain: Chain) -> None:
    ref = chain.city.persons["employee"].node.ref
    long = CARD | {
        name: "\n".join(f"Sak nummer {n} som jag avgör" for n in range(14)) for name in ("alone", "asks")
    }
    card = actions.write_card(ref=ref, serves=[chain.plan], **long, **chain.by("manager"))
    made = PdfReader(io.BytesIO(written(reads.card_paper(ref=card, **chain.by("employee")), "pdf")))
    assert len(made.pages) == 1
    text = made.pages[0].extract_text()
    assert "Sak nummer 13" in text
    assert "Up to 500 kronor." in text


def test_unclear_mandates_are_counted_by_unit_and_never_by_person(chain: Chain) -> None:
    card = carded(chain)
    asked(chain, card)
    answered(chain, card)
    (row,) = reads.clarity(**chain.by("manager")).rows
    people = Employment.objects.filter(unit=chain.city.units["home"]).count()
    assert (row.spot.title, row.people, row.bare) == ("Hemtjänsten", people, people - 1)
    assert (row.drafts, row.adrift, row.asked, row.waiting) == (1, 0, 2, 1)


def test_a_unit_of_fewer_than_five_is_not_told_of(chain: Chain) -> None:
    home = Employment.objects.filter(unit=chain.city.units["home"]).order_by("pk")
    kept = list(home.values_list("pk", flat=True)[:4])
    home.exclude(pk__in=kept).update(unit=chain.city.units["north"])
    page = reads.clarity(**chain.by("manager"))
    assert (page.rows, page.small, page.least) == ((), 1, 5)


@pytest.mark.parametrize("role", ["employee", "elected", "union", "communicator", "resident"])
def test_counts_of_unclear_mandates_are_for_those_who_lead(chain: Chain, role: str) -> None:
    with pytest.raises(Missing):
        reads.clarity(**chain.by(role))


def test_a_manager_sees_their_own_units_and_hr_all(chain: Chain) -> None:
    def units(role: str) -> list[str]:
        return [row.spot.title for row in reads.clarity(**chain.by(role)).rows]

    assert (units("manager"), units("director")) == (["Hemtjänsten"], ["Hemtjänsten"])
    assert units("hr") == ["Hemtjänsten", "Norra skolan"]
