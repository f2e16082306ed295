"""Setting, changing and letting go of aims; following them up; asking and answering."""

from datetime import date, timedelta
from typing import Any

import pytest

from ledstjarna.rooms.missions import actions, reads
from ledstjarna.rooms.missions.models import (
    Aim,
    Card,
    CardVersion,
    Decision,
    Delegation,
    Question,
    Reading,
    Version,
)
from ledstjarna.thread import actions as spin
from ledstjarna.thread import reads as thread
from ledstjarna.thread.models import Fact, Node, Strand
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.missions.conftest import CARD, GOAL, ITEM, PLAN, WORDS, Chain


def standing(ref: str, name: str) -> set[str]:
    rows = Strand.objects.filter(source__ref=ref, name=name, cut=False)
    return set(rows.values_list("target__ref", flat=True))


def test_a_plan_hangs_all_the_way_up_on_the_vision(chain: Chain) -> None:
    node = Node.objects.get(ref=chain.plan)
    path = thread.why(ids=[node.pk], viewer=chain.viewer("employee"))[node.pk]
    assert [spot.ref for spot in path] == [
        chain.star, chain.programme, chain.direction, chain.mission, chain.goal, chain.plan,
    ]  # fmt: skip


def test_a_board_hangs_on_its_mission_and_a_unit_on_its_plan(chain: Chain) -> None:
    ids = list(Node.objects.filter(ref__in=[chain.board, chain.unit]).values_list("pk", flat=True))
    paths = thread.why(ids=ids, viewer=chain.viewer("resident"))
    assert paths[chain.city.authorities["care_board"].pk][0].ref == chain.star


@pytest.mark.parametrize("words", [{"title": "Minst 90 % nöjda"}, {"text": "Klart senast 2030."}])
def test_R1_a_direction_takes_no_target(chain: Chain, words: dict[str, str]) -> None:
    with pytest.raises(Refused, match=r"“(Minst 90 %|senast 2030)”"):
        actions.set_direction(
            ref=chain.programme,
            serves=[chain.programme],
            given_to=[],
            **(WORDS | words),
            **chain.by("city_director"),
        )


def test_R1_a_direction_takes_no_target_afterwards_either(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"40 %"):
        actions.change_aim(
            ref=chain.direction, why="x", title="Nära", text="40 % fler.", serves=[chain.programme],
            **chain.by("city_director"),
        )  # fmt: skip


def test_a_direction_is_given_to_all_or_to_those_named(chain: Chain) -> None:
    assert Node.objects.get(ref=next(iter(standing(chain.direction, "given_to")))).kind == "organisation"
    one = actions.set_direction(
        ref=chain.star, serves=[], given_to=[chain.board], **WORDS, **chain.by("city_director")
    )
    assert standing(one, "given_to") == {chain.board}
    assert standing(one, "serves") == {chain.star}


def test_a_direction_is_not_given_to_a_unit(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"boards and companies"):
        actions.set_direction(
            ref=chain.star, serves=[], given_to=[chain.unit], **WORDS, **chain.by("city_director")
        )


def test_R2_a_goal_has_one_recipient(chain: Chain) -> None:
    assert standing(chain.goal, "given_to") == {chain.board}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"title": "Genomföra en enkät"}, r"“genomföra” says what you will do"),
        ({"text": "Ta fram en plan"}, r"“ta fram” says what you will do"),
        ({"whom": "Våra chefer"}, r"“chef” is inside our own house"),
    ],
)
def test_R2_a_goal_is_an_effect_for_somebody_outside(
    chain: Chain, change: dict[str, str], reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        actions.set_goal(ref=chain.board, serves=[chain.mission], **(GOAL | change), **chain.by("director"))


def test_nothing_is_set_that_serves_nothing(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"^Tick what it serves"):
        actions.set_goal(ref=chain.board, serves=[], **GOAL, **chain.by("director"))


def test_a_goal_serves_nothing_farther_from_the_vision_than_itself(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"^It cannot serve “Samma ansikten”"):
        actions.set_goal(ref=chain.board, serves=[chain.plan], **GOAL, **chain.by("director"))


def test_a_goal_does_not_serve_what_has_been_let_go(chain: Chain) -> None:
    actions.stop_aim(ref=chain.direction, reason="Nådd", **chain.by("city_director"))
    with pytest.raises(Refused, match=r"^It cannot serve"):
        actions.set_goal(ref=chain.board, serves=[chain.direction], **GOAL, **chain.by("director"))


def test_a_board_has_one_mission_at_a_time(chain: Chain) -> None:
    about: dict[str, Any] = {"ref": chain.board, "whom": "Alla", "serves": [chain.direction], **WORDS}
    with pytest.raises(Refused, match=r"^It has a mission already"):
        actions.set_mission(**about, **chain.by("registrar"))
    actions.stop_aim(ref=chain.mission, reason="Ny mandatperiod", **chain.by("registrar"))
    assert actions.set_mission(**about, **chain.by("registrar"))


def test_a_programme_ends_after_it_begins(chain: Chain) -> None:
    day = date(2026, 1, 1)
    with pytest.raises(Refused, match=r"^The programme must end"):
        actions.set_programme(
            ref=chain.star, serves=[], begins=day, ends=day, **WORDS, **chain.by("city_director")
        )


@pytest.mark.parametrize("role", ["employee", "elected", "union", "resident"])
def test_those_who_do_not_answer_for_it_change_nothing(chain: Chain, role: str) -> None:
    facts = Fact.objects.count()
    with pytest.raises(Refused):
        actions.set_goal(ref=chain.board, serves=[chain.mission], **GOAL, **chain.by(role))
    with pytest.raises(Refused):
        actions.set_direction(ref=chain.star, serves=[], given_to=[], **WORDS, **chain.by(role))
    with pytest.raises(Refused):
        actions.set_programme(
            ref=chain.star,
            serves=[],
            begins=date(2026, 1, 1),
            ends=date(2027, 1, 1),
            **WORDS,
            **chain.by(role),
        )
    with pytest.raises(Refused):
        actions.set_mission(ref=chain.board, whom="Alla", serves=[chain.star], **WORDS, **chain.by(role))
    with pytest.raises(Refused):
        actions.set_plan(ref=chain.unit, serves=[chain.goal], **PLAN, **chain.by(role))
    with pytest.raises(Refused):
        actions.stop_aim(ref=chain.goal, reason="x", **chain.by(role))
    assert Fact.objects.count() == facts


def test_a_mission_is_for_a_board_or_a_company(chain: Chain) -> None:
    with pytest.raises(Missing):
        actions.set_mission(
            ref=chain.unit, whom="Alla", serves=[chain.direction], **WORDS, **chain.by("registrar")
        )


def test_a_change_keeps_the_words_that_stood_and_why(chain: Chain) -> None:
    later = chain.by("director") | {"now": chain.now + timedelta(days=30)}
    actions.change_aim(
        ref=chain.goal, why="Tydligare", serves=[chain.direction],
        **(GOAL | {"title": "Fler äldre är ute", "ends": date(2027, 1, 1)}), **later,
    )  # fmt: skip
    aim, version = Aim.objects.get(node__ref=chain.goal), Version.objects.get()
    assert (aim.number, aim.node.title, aim.node.due) == (2, "Fler äldre är ute", date(2027, 1, 1))
    assert (version.number, version.why, version.body["title"]) == (1, "Tydligare", "Fler äldre vågar gå ut")
    assert standing(chain.goal, "serves") == {chain.direction}


def test_a_direction_that_is_changed_may_be_given_to_others(chain: Chain) -> None:
    actions.change_aim(
        ref=chain.direction, why="Smalare", serves=[chain.programme], given_to=[chain.board], **WORDS,
        **chain.by("city_director"),
    )  # fmt: skip
    assert standing(chain.direction, "given_to") == {chain.board}


def test_what_is_let_go_is_kept_with_its_reason_and_changed_no_more(chain: Chain) -> None:
    actions.stop_aim(ref=chain.goal, reason="Vi nådde dit", **chain.by("director"))
    aim = Aim.objects.get(node__ref=chain.goal)
    assert (aim.stopped_why, aim.node.ended) == ("Vi nådde dit", chain.now)
    with pytest.raises(Refused, match=r"^It has been let go"):
        actions.stop_aim(ref=chain.goal, reason="igen", **chain.by("director"))


def test_a_plan_promises_to_be_looked_at_again(chain: Chain) -> None:
    day = date(2027, 5, 1)
    ref = actions.set_plan(
        ref=chain.unit, serves=[chain.goal], **(PLAN | {"ends": day}), **chain.by("manager")
    )
    assert Node.objects.get(ref=ref).due == day


def followed(chain: Chain, ref: str = "") -> str:
    return actions.follow(
        ref=ref or chain.goal, title="Trygghet", measured_in="procent", origin="", better="up",
        **chain.by("director"),
    )  # fmt: skip


def test_a_figure_for_the_same_day_replaces_the_first(chain: Chain) -> None:
    ref = followed(chain)
    for value in (60.0, 61.0):
        actions.measure(
            ref=ref, on=chain.now.date(), value=value, low=None, high=None, **chain.by("director")
        )
    assert Reading.objects.get().value == 61.0


def test_a_figure_is_entered_by_those_who_answer_for_what_it_follows(chain: Chain) -> None:
    ref = followed(chain)
    with pytest.raises(Refused):
        actions.measure(ref=ref, on=chain.now.date(), value=1, low=None, high=None, **chain.by("manager"))


def test_a_plan_is_not_followed_in_numbers_alone(chain: Chain) -> None:
    with pytest.raises(Missing):
        followed(chain, chain.plan)


MET: dict[str, Any] = {"met": "Laget", "saw": "Lugnare.", "learnt": "Tid.", "changes": "", "next_on": None}


def test_a_dialogue_follows_up_what_it_was_about(chain: Chain) -> None:
    ref = actions.hold(ref=chain.plan, held_on=chain.now.date(), **MET, **chain.by("manager"))
    assert standing(ref, "follows_up") == {chain.plan}
    assert Node.objects.get(ref=ref).home is not None


def test_a_dialogue_has_been_held_before_it_is_kept(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"has not come yet"):
        actions.hold(
            ref=chain.plan, held_on=chain.now.date() + timedelta(days=1), **MET, **chain.by("manager")
        )


def test_a_look_around_informs_those_who_plan(chain: Chain) -> None:
    ref = actions.look(ref=chain.unit, sort="trend", title="Fler äldre", text="x", **chain.by("manager"))
    assert standing(ref, "informs") == {chain.unit}


def asked(chain: Chain, role: str = "opposition") -> str:
    return actions.ask(ref=chain.goal, text="Hur vet ni det?", **chain.by(role))


def test_a_question_gets_a_promised_day(chain: Chain) -> None:
    question = Question.objects.select_related("node").get(node__ref=asked(chain))
    assert question.promised == chain.now.date() + timedelta(days=14)
    assert question.node.due == question.promised


def test_an_answer_keeps_the_promise(chain: Chain) -> None:
    ref = asked(chain)
    actions.answer(ref=ref, answer="Vi frågar dem varje vår.", **chain.by("director"))
    question = Question.objects.select_related("node").get(node__ref=ref)
    assert (question.answer, question.node.due) == ("Vi frågar dem varje vår.", None)
    with pytest.raises(Refused, match=r"^It has been answered"):
        actions.answer(ref=ref, answer="igen", **chain.by("director"))


def test_a_promise_is_moved_forwards_alone(chain: Chain) -> None:
    ref = asked(chain)
    later = chain.now.date() + timedelta(days=30)
    actions.postpone(ref=ref, until=later, **chain.by("director"))
    assert Node.objects.get(ref=ref).due == later
    with pytest.raises(Refused, match=r"^Choose a day later"):
        actions.postpone(ref=ref, until=later, **chain.by("director"))


def test_a_question_is_answered_by_those_who_answer_for_what_it_is_about(chain: Chain) -> None:
    with pytest.raises(Refused):
        actions.answer(ref=asked(chain), answer="Jo.", **chain.by("elected"))


def test_a_resident_does_not_ask_here(chain: Chain) -> None:
    with pytest.raises(Refused):
        asked(chain, "resident")


def test_nobody_asks_about_a_person(chain: Chain) -> None:
    with pytest.raises(Missing):
        actions.ask(ref=chain.viewer("employee").ref, text="Varför?", **chain.by("elected"))


def carded(chain: Chain, role: str = "manager", whose: str = "employee") -> str:
    ref = chain.city.persons[whose].node.ref
    return actions.write_card(ref=ref, serves=[chain.plan], **CARD, **chain.by(role))


def test_R3_a_mission_card_leads_all_the_way_to_the_vision(chain: Chain) -> None:
    node = Node.objects.get(ref=carded(chain))
    path = thread.why(ids=[node.pk], viewer=chain.viewer("employee"))[node.pk]
    assert [spot.kind for spot in path] == [
        "vision", "programme", "direction", "board_mission", "board_goal", "unit_plan", "card",
    ]  # fmt: skip


def test_R3_a_mission_card_that_serves_nothing_is_not_written(chain: Chain) -> None:
    ref = chain.city.persons["employee"].node.ref
    with pytest.raises(Refused, match=r"^Tick what it serves"):
        actions.write_card(ref=ref, serves=[], **CARD, **chain.by("manager"))


def test_K3_a_card_is_read_by_its_two_sides_alone(chain: Chain) -> None:
    ref = carded(chain)
    roles = ("employee", "manager", "director", "city_director", "hr", "elected", "administrator", "resident")
    readers = {role for role in roles if thread.seen_by(chain.viewer(role)).filter(ref=ref).exists()}
    assert readers == {"employee", "manager"}


@pytest.mark.parametrize("role", ["colleague", "director", "hr", "administrator"])
def test_nobody_else_writes_somebody_s_card(chain: Chain, role: str) -> None:
    with pytest.raises(Refused, match=r"^A mission card is shaped by"):
        carded(chain, role)


def test_one_who_is_led_by_nobody_has_nobody_to_agree_with(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"^Nobody leads this person"):
        carded(chain, "colleague", "colleague")


def test_somebody_has_one_card_at_a_time(chain: Chain) -> None:
    carded(chain)
    with pytest.raises(Refused, match=r"^There is a mission card already"):
        carded(chain, "employee")


def test_a_card_holds_when_both_have_agreed_each_once(chain: Chain) -> None:
    ref = carded(chain)
    actions.agree_card(ref=ref, **chain.by("employee"))
    with pytest.raises(Refused, match=r"^You have agreed already"):
        actions.agree_card(ref=ref, **chain.by("employee"))
    actions.agree_card(ref=ref, **chain.by("manager"))
    card = Card.objects.get()
    assert (card.holder_agreed_at, card.manager_agreed_at) == (chain.now, chain.now)


def test_a_changed_card_is_agreed_to_anew_and_the_agreed_one_is_kept(chain: Chain) -> None:
    ref = carded(chain)
    for role in ("employee", "manager"):
        actions.agree_card(ref=ref, **chain.by(role))
    changed = CARD | {"money": 1000, "review": None}
    actions.change_card(ref=ref, why="Mer rum", serves=[chain.goal], **changed, **chain.by("employee"))
    card, kept = Card.objects.select_related("node").get(), CardVersion.objects.get()
    assert (card.number, card.money, card.holder_agreed_at, card.node.due) == (2, 1000, None, None)
    assert (kept.number, kept.agreed, kept.body["money"], kept.why) == (1, True, 500, "Mer rum")
    assert standing(ref, "serves") == {chain.goal}


def test_a_card_is_missing_to_those_who_may_not_read_it(chain: Chain) -> None:
    ref = carded(chain)
    with pytest.raises(Missing):
        actions.agree_card(ref=ref, **chain.by("director"))


def delegated(chain: Chain, **change: Any) -> str:
    ref = change.pop("ref", chain.board)
    return actions.delegate(ref=ref, **(ITEM | change), **chain.by("registrar"))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"post": "Enhetschef och socialsekreterare"}, r"^“och” makes it more than one"),
        ({"post": "Handläggarna"}, r"^“Handläggarna” makes it more than one"),
        ({"legal": ""}, r"^Give the legal reference"),
        ({"subject": "Yttrande till kommunfullmäktige"}, r"answers the council"),
        ({"subject": "Mål för verksamheten"}, r"decides on goals"),
    ],
)
def test_R4_what_may_not_be_delegated_is_refused_with_its_reason(
    chain: Chain, change: dict[str, str], reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        delegated(chain, **change)


def test_a_company_gives_instructions_to_which_the_reservations_do_not_apply(chain: Chain) -> None:
    harbour = chain.city.authorities["harbour"].node.ref
    assert delegated(chain, ref=harbour, legal="", subject="Mål för verksamheten", post="VD")
    with pytest.raises(Refused, match=r"makes it more than one"):
        delegated(chain, ref=harbour, item="2", legal="", post="VD och vice VD")


def test_an_item_has_its_number_to_itself(chain: Chain) -> None:
    delegated(chain)
    with pytest.raises(Refused, match=r"^There is an item 4\.12 already"):
        delegated(chain)


def test_the_register_is_kept_by_clerks(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"^The register is kept"):
        actions.delegate(ref=chain.board, **ITEM, **chain.by("director"))
    with pytest.raises(Missing):
        delegated(chain, ref=chain.unit)


def decided(chain: Chain, ref: str, on: date | None = None, role: str = "manager") -> None:
    actions.decide_by(ref=ref, on=on or chain.now.date(), text="Beviljat, ärende 12", **chain.by(role))


def test_R5_a_decision_is_to_be_reported_by_a_day(chain: Chain) -> None:
    ref = delegated(chain)
    decided(chain, ref)
    taken = Decision.objects.get()
    assert taken.report_by == chain.now.date() + timedelta(days=30)
    assert Node.objects.get(ref=ref).due == taken.report_by
    actions.report(ref=ref, decision=taken.pk, on=chain.now.date(), **chain.by("registrar"))
    assert Node.objects.get(ref=ref).due is None
    with pytest.raises(Refused, match=r"^It has been reported already"):
        actions.report(ref=ref, decision=taken.pk, on=chain.now.date(), **chain.by("registrar"))


@pytest.mark.parametrize("days", [-1, 1])
def test_R5_a_report_comes_after_its_decision_and_not_ahead_of_time(chain: Chain, days: int) -> None:
    ref = delegated(chain)
    decided(chain, ref)
    with pytest.raises(Refused, match=r"^It is reported after"):
        actions.report(
            ref=ref, decision=Decision.objects.get().pk, on=chain.now.date() + timedelta(days=days),
            **chain.by("manager"),
        )  # fmt: skip


def test_R5_what_was_decided_before_a_revocation_stands(chain: Chain) -> None:
    ref = delegated(chain)
    decided(chain, ref)
    actions.revoke(ref=ref, on=chain.now.date(), **chain.by("registrar"))
    assert Decision.objects.count() == 1
    with pytest.raises(Refused, match=r"^The right was not in force"):
        decided(chain, ref)
    decided(chain, ref, chain.now.date() - timedelta(days=1))


def test_R5_a_right_is_never_taken_back_backwards_nor_twice(chain: Chain) -> None:
    ref = delegated(chain)
    with pytest.raises(Refused, match=r"^A right is taken back from today"):
        actions.revoke(ref=ref, on=chain.now.date() - timedelta(days=1), **chain.by("registrar"))
    actions.revoke(ref=ref, on=chain.now.date(), **chain.by("registrar"))
    with pytest.raises(Refused, match=r"^It has been taken back already"):
        actions.revoke(ref=ref, on=chain.now.date(), **chain.by("registrar"))
    assert Delegation.objects.get().revoked_on == chain.now.date()


def test_a_right_is_used_and_reported_by_those_whose_it_is(chain: Chain) -> None:
    ref = delegated(chain)
    with pytest.raises(Refused, match=r"^A decision is entered by"):
        decided(chain, ref, role="employee")
    with pytest.raises(Refused, match=r"has not come yet"):
        decided(chain, ref, chain.now.date() + timedelta(days=1))
    decided(chain, ref)
    with pytest.raises(Refused, match=r"^A decision is reported by"):
        actions.report(ref=ref, decision=1, on=chain.now.date(), **chain.by("employee"))
    with pytest.raises(Refused, match=r"^The register is kept"):
        actions.revoke(ref=ref, on=chain.now.date(), **chain.by("manager"))


def pulling(chain: Chain, ref: str) -> set[tuple[str, str]]:
    rows = Strand.objects.filter(target__ref=ref, name__in=("raises", "lowers"), cut=False)
    return set(rows.values_list("name", "source__ref"))


def test_what_follows_a_goal_is_wanted_the_way_that_is_better_and_another_may_want_the_opposite(
    chain: Chain,
) -> None:
    words: dict[str, Any] = {"title": "Väntetid", "measured_in": "dagar", "origin": "", "better": "down"}
    ref = actions.follow(ref=chain.goal, **words, **chain.by("director"))
    actions.want(ref=ref, aim=chain.plan, better="up", **chain.by("manager"))
    assert pulling(chain, ref) == {("lowers", chain.goal), ("raises", chain.plan)}
    actions.want(ref=ref, aim=chain.plan, better="neither", **chain.by("manager"))
    assert pulling(chain, ref) == {("lowers", chain.goal)}


def test_nobody_wants_something_in_another_s_place(chain: Chain) -> None:
    words: dict[str, Any] = {"title": "Väntetid", "measured_in": "dagar", "origin": "", "better": "neither"}
    ref = actions.follow(ref=chain.goal, **words, **chain.by("director"))
    for aim in (chain.goal, chain.board):
        with pytest.raises(Refused, match=r"^This is entered by those who answer for it"):
            actions.want(ref=ref, aim=aim, better="up", **chain.by("employee"))


def test_a_dialogue_says_which_approaches_it_saw_lived(chain: Chain) -> None:
    approach = spin.add_node(kind="approach", title="Nyfiken först", audience="public")
    talk = actions.hold(
        ref=chain.plan, held_on=chain.now.date(), met="Laget", saw="x", learnt="y", changes="", next_on=None,
        lived=[approach.ref], **chain.by("manager"),
    )  # fmt: skip
    page = reads.talk(ref=talk, viewer=chain.viewer("employee"))
    assert [spot.ref for spot in page.lived] == [approach.ref]
    desk = reads.about(ref=chain.plan, viewer=chain.viewer("manager"), deed="hold")
    assert desk.lived == ((approach.ref, "Nyfiken först"),)
